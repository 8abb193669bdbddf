import { type HeldText, withText } from "../../source/heldText.ts";
import type { CheckedNote, CheckedParts, Finding, PartPlace } from "../checkedNote.ts";
import { checkedNote, type NoteToCheck } from "../checkNote.ts";
import type { Settings } from "../settings.ts";
import type { JudgedPart } from "./judgedPart.ts";
import { wholeFileFindings } from "./outside.ts";
import { wholeAttachments } from "./wholeCheck.ts";

/**
 * The check of a note that was checked in parts. Its lists are made when one of them is asked for, which is linear in the note;
 * who looks at a note after each keystroke looks at its parts.
 */
export function checkedInParts(input: NoteToCheck, parts: readonly JudgedPart[], settings: Settings): CheckedNote {
  const { uri, version, held, note } = input;
  const whole = () => checkedNote(input, wholeAttachments(note, input.citations, parts), settings);
  if (!parts.every(areIgnoresItsOwn)) return whole();
  const inParts = { parts, places: placesOf(parts), outside: findingsOutside(parts) };
  return lazyCheck({ uri, version, note }, held, { inParts, whole });
}

interface LazyCheck {
  readonly inParts: CheckedParts;
  readonly whole: () => CheckedNote;
}

function lazyCheck(
  known: Pick<CheckedNote, "uri" | "version" | "note">,
  held: HeldText,
  { inParts, whole }: LazyCheck,
): CheckedNote {
  let made: CheckedNote | null = null;
  const lists = () => {
    made ??= whole();
    return made;
  };
  const checked = {
    ...known,
    get lineStarts() {
      return held.lineStarts;
    },
    get citations() {
      return lists().citations;
    },
    get uncited() {
      return lists().uncited;
    },
    get findings() {
      return lists().findings;
    },
  };
  // A copy has other lists perhaps, of which the parts would know nothing.
  Object.defineProperty(checked, "inParts", { value: inParts });
  return withText(checked, held);
}

function placesOf(parts: readonly JudgedPart[]): PartPlace[] {
  const places: PartPlace[] = [];
  let line = 0;
  let character = 0;
  for (const { loaded } of parts) {
    places.push({ line, character });
    const { length, lineStarts } = loaded.read.held;
    const lineEnds = lineStarts.length - 1;
    character = length - lineStarts[lineEnds] + (lineEnds === 0 ? character : 0);
    line += lineEnds;
  }
  return places;
}

/** Whether the comments of the part are about nothing that stands in another. */
function areIgnoresItsOwn({ loaded, checked, attachments }: JudgedPart): boolean {
  const { read, citations } = loaded;
  const { ignores, quotations } = read.note;
  if (ignores.length === 0) return true;
  const { part, own, loose } = read;
  const isAlone =
    !part.lends &&
    part.borrowed.length === 0 &&
    loose.size === 0 &&
    part.reading.references.every(({ of }) => of.problem === null);
  if (!isAlone) return false;
  const last = ignores[ignores.length - 1].span.end;
  return (
    citations.some((sourced, i) => i < own && sourced !== null && sourced.citation.span.start >= last) ||
    attachments.quotes.some(({ index }) => quotations[index].marked.start >= last) ||
    checked.uncited.some(({ marked }) => marked.start >= last)
  );
}

/** Each once, though many references may lead to one definition. */
function findingsOutside(parts: readonly JudgedPart[]): CheckedParts["outside"] {
  const given = [...parts.flatMap(({ outside }) => outside), ...wholeFileFindings(parts)];
  if (given.length === 0) return none;
  const byReading = new Map(parts.map(({ loaded }, index) => [loaded.read.part.reading, index]));
  const told = new Set<string>();
  const seen = new Map<number, Finding[]>();
  const outside: { part: number; finding: Finding }[] = [];
  for (const { home, finding, once } of given) {
    if (once !== null && told.has(once)) continue;
    if (once !== null) told.add(once);
    if (finding === null) continue;
    const part = byReading.get(home)!;
    const there = seen.get(part) ?? [...parts[part].checked.findings];
    seen.set(part, there);
    if (there.some((each) => saysTheSame(each, finding))) continue;
    there.push(finding);
    outside.push({ part, finding });
  }
  return outside;
}

const none: readonly never[] = [];

function saysTheSame(one: Finding, other: Finding): boolean {
  return (
    one.rule === other.rule &&
    one.span.start === other.span.start &&
    one.span.end === other.span.end &&
    one.message === other.message
  );
}
