import { atOnce, type Steps } from "../steps.ts";
import { headEnd, prepareLines } from "./markdown/blockParser.ts";
import type { Note } from "./note.ts";
import { type NoteText, sharedEnds } from "./noteText.ts";
import { assemble } from "./stretches/assemble.ts";
import { type NotePart, partsOf, startsOf } from "./stretches/parts.ts";
import { cutAll, recut } from "./stretches/recut.ts";
import { footnotesOf, type LabelsBefore, settle } from "./stretches/settle.ts";
import type { Stretch } from "./stretches/stretch.ts";
import type { StretchReading } from "./stretches/stretchReading.ts";

/** A note with all that is needed to read it again after an edit. */
export interface NoteParse {
  readonly text: NoteText;
  /** Made of its parts at the first look: linear in what the note holds. */
  readonly note: Note;
  /** In order. Together they are all of the text. */
  readonly parts: readonly NotePart[];
  /** How many UTF-16 units were read for it. */
  readonly read: number;
  readonly stretches: readonly Stretch[];
  readonly labels: LabelsBefore;
}

const nothing: Pick<NoteParse, "stretches" | "labels" | "parts"> = {
  stretches: [],
  labels: { definitions: new Map(), footnotes: new Map() },
  parts: [],
};

/** How long a stretch should be, in UTF-16 units: a few times as much is read again at a keystroke. */
const usualLength = 2048;

/**
 * Reads a note as `parseNote` does, and no more of it than an edit can have changed since `previous`: the blocks around
 * it, and those that use a definition or a footnote which it changed. Linear in what is read, and in the number of parts.
 */
export function reparseNote(text: NoteText, previous: NoteParse | null, stretchLength = usualLength): NoteParse {
  return atOnce(reparseInSteps(text, previous, stretchLength));
}

/** The same in steps. */
export function* reparseInSteps(
  text: NoteText,
  previous: NoteParse | null,
  stretchLength = usualLength,
): Steps<NoteParse> {
  const { stretches: before, labels: labelsBefore, parts: partsBefore } = previous ?? nothing;
  const start = headEnd(text);
  const { front, back } = sharedEnds(text, previous?.text ?? null);
  // Behind another head nothing stands where it did.
  const shared = { front: start === partsBefore[0]?.text.length ? front : 0, back };
  const cut =
    previous === null
      ? yield* cutAll(text.slice(0, text.length), start, stretchLength)
      : recut(text, start, { stretches: before, shared }, stretchLength);
  const settled = yield* settle(cut.stretches, labelsBefore);
  const { labels } = settled;
  const head = headPart(text.slice(0, start), partsBefore[0]);
  const parts = [head, ...partsOf(settled, partsBefore.slice(1))];
  return {
    text,
    note: noteOf(parts),
    parts,
    read: cut.read + settled.read,
    stretches: settled.stretches.map(({ done }) => done!),
    labels: { definitions: labels.definitions, footnotes: footnotesOf(labels) },
  };
}

/** With lists that are made when one of them is asked for. */
function noteOf(parts: readonly NotePart[]): Note {
  let made: Note | null = null;
  const whole = () => {
    made ??= assemble(parts, startsOf(parts));
    return made;
  };
  return {
    get citations() {
      return whole().citations;
    },
    get quotations() {
      return whole().quotations;
    },
    get problems() {
      return whole().problems;
    },
    get ignores() {
      return whole().ignores;
    },
  };
}

/** What stands in front of the first stretch, which there always is, if only an empty one. */
function headPart(text: string, before: NotePart | undefined): NotePart {
  if (before?.text === text) return before;
  return { text, reading: readHead(text), definitions: [], titles: [], lends: false, borrowed: [] };
}

/** Front matter says nothing of sources. */
function readHead(head: string): StretchReading {
  const { tooDeep } = prepareLines(head);
  return {
    citations: [],
    references: [],
    quotations: [],
    titled: [],
    problems: tooDeep.map((span) => ({ rule: "note-not-read", span, args: {} })),
    ignores: [],
    beyond: { before: false, behind: false },
  };
}
