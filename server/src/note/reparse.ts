import { atOnce, type Steps } from "../steps.ts";
import { frontMatterEnd, prepareLines } from "./markdown/blockParser.ts";
import type { Note } from "./note.ts";
import { type AssembledNote, assemble, type NotePart } from "./stretches/assemble.ts";
import { cutAll, recut } from "./stretches/recut.ts";
import { footnotesOf, type LabelsBefore, type Settled, settle } from "./stretches/settle.ts";
import { foreign, type Stretch } from "./stretches/stretch.ts";
import type { StretchReading } from "./stretches/stretchReading.ts";

/** A note with all that is needed to read it again after an edit. */
export interface NoteParse {
  readonly note: Note;
  /** See {@link NotePart}. */
  readonly parts: readonly NotePart[] | null;
  /** How many UTF-16 units were read for it. */
  readonly read: number;
  readonly stretches: readonly Stretch[];
  readonly labels: LabelsBefore;
}

const nothing: Pick<NoteParse, "stretches" | "labels"> = {
  stretches: [],
  labels: { definitions: new Map(), footnotes: new Map() },
};

/** How long a stretch should be, in UTF-16 units: a few times as much is read again at a keystroke. */
const usualLength = 2048;

/**
 * Reads a note as `parseNote` does, and no more of it than an edit can have changed since `previous`: the blocks around
 * it, and those that use a definition or a footnote which it changed. Linear in what is read and in what the note holds.
 */
export function reparseNote(text: string, previous: NoteParse | null, stretchLength = usualLength): NoteParse {
  return atOnce(reparseInSteps(text, previous, stretchLength));
}

/** The same in steps. */
export function* reparseInSteps(
  text: string,
  previous: NoteParse | null,
  stretchLength = usualLength,
): Steps<NoteParse> {
  const { stretches: before, labels: labelsBefore } = previous ?? nothing;
  const start = frontMatterEnd(text);
  const cut = previous === null ? yield* cutAll(text, start, stretchLength) : recut(text, start, before, stretchLength);
  const settled = yield* settle(cut.stretches, labelsBefore);
  const { labels } = settled;
  const stretches = settled.stretches.map(({ done }) => done!);
  return {
    ...assembled(text.slice(0, start), stretches, settled),
    read: cut.read + settled.read,
    stretches,
    labels: { definitions: labels.definitions, footnotes: footnotesOf(labels) },
  };
}

/** `head` is what stands in front of the first stretch. */
function assembled(head: string, stretches: readonly Stretch[], { stretches: open, labels }: Settled): AssembledNote {
  const starts = new Map<unknown, number>();
  const firsts = new Map<unknown, number>();
  let start = head.length;
  let first = 0;
  for (const [index, { text, reading }] of stretches.entries()) {
    starts.set(open[index], start);
    firsts.set(open[index], first);
    start += text.length;
    first += reading.citations.length;
  }
  const placed = stretches.map(({ reading, cited }, index) => ({
    reading,
    start: starts.get(open[index])!,
    cited: cited.map((_, i) => foreign + i),
  }));
  return assemble([{ reading: readHead(head), start: 0, cited: [] }, ...placed], {
    definition: (label) => ({
      definition: labels.definitions.get(label)!,
      start: starts.get(labels.homes.get(label)!)!,
    }),
    citation(index, citation) {
      const stretch = stretches[index - 1];
      if (citation < foreign) return firsts.get(open[index - 1])! + citation;
      const { label, of } = stretch.cited[citation - foreign];
      const home = labels.footnotes.get(label)!;
      return firsts.get(home)! + home.footnotes!.get(label)![of];
    },
  });
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
