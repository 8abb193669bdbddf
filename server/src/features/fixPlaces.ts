import type { RuleId } from "../rules.ts";
import type { Span } from "../span.ts";
import type { CheckedCitation, CheckedNote, Finding } from "../workspace/checkedNote.ts";
import type { Fix } from "../workspace/fixes/fix.ts";
import { targetAt } from "./target.ts";

/** Finds fixes that a check agrees with. */
export interface FixFinder {
  fixesOf(checked: CheckedNote, finding: Finding): Promise<readonly Fix[]>;
  /** What may be written at a citation that nothing is wrong with. */
  rewritesOf(checked: CheckedNote, citation: CheckedCitation): Promise<readonly Fix[]>;
}

/** A finding or a citation of a note, told so that it is found again when the note has changed elsewhere. */
export interface FixPlace {
  /** Null for a citation. */
  readonly finding: { readonly rule: RuleId; readonly message: string } | null;
  /** What it is at, in the note. */
  readonly words: string;
  /** Which one it is of all that are alike, and of how many. */
  readonly index: number;
  readonly count: number;
}

/** More findings at a time nobody looks at, and each costs several checks of the note. */
const mostFindings = 8;

/**
 * What may be fixed at a span: the findings that touch it; where there are none, those of the quote or citation there;
 * and citations.
 */
export function placesAt(checked: CheckedNote, span: Span): FixPlace[] {
  const touched = checked.findings.filter((finding) => touch(finding.span, span));
  const findings = touched.length > 0 ? touched : findingsOfTarget(checked, span.start);
  const citations = checked.citations.filter(({ citation }) => touch(citation.span, span));
  return [
    ...findings.slice(0, mostFindings).map((finding) => placeOf(checked, finding)),
    ...citations.slice(0, mostFindings).map((citation) => placeOf(checked, citation)),
  ];
}

/** The same place in the note as it is now; null where nobody can tell. */
export function placeFrom(checked: CheckedNote, place: FixPlace): FixPlace | null {
  return alike(checked, place).length === place.count ? place : null;
}

export async function fixesAt(checked: CheckedNote, place: FixPlace, finder: FixFinder): Promise<readonly Fix[]> {
  const found = alike(checked, place)[place.index];
  if (found === undefined) return [];
  return "rule" in found ? finder.fixesOf(checked, found) : finder.rewritesOf(checked, found);
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function findingsOfTarget(checked: CheckedNote, offset: number): Finding[] {
  const target = targetAt(checked, offset);
  if (target === null) return [];
  const index = checked.note.citations.indexOf(target.citation.citation);
  return checked.findings.filter(({ citation }) => citation === index);
}

function placeOf(checked: CheckedNote, found: Finding | CheckedCitation): FixPlace {
  const finding = "rule" in found ? { rule: found.rule, message: found.message } : null;
  const words = wordsOf(checked, found);
  const others = alike(checked, { finding, words });
  return { finding, words, index: (others as readonly unknown[]).indexOf(found), count: others.length };
}

function alike(
  checked: CheckedNote,
  { finding, words }: Pick<FixPlace, "finding" | "words">,
): readonly (Finding | CheckedCitation)[] {
  const candidates =
    finding === null
      ? checked.citations
      : checked.findings.filter(({ rule, message }) => rule === finding.rule && message === finding.message);
  return candidates.filter((each) => wordsOf(checked, each) === words);
}

function wordsOf({ text }: CheckedNote, found: Finding | CheckedCitation): string {
  const { start, end } = "rule" in found ? found.span : found.citation.span;
  return text.slice(start, end);
}
