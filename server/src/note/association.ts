/** Rules 1 to 3: quotations in running text, and the citations that they are attached to. */

import type { Span } from "../span.ts";
import type { Analysis, CitationGroup } from "./citationGroup.ts";
import { readAsWritten } from "./markdown/asWritten.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { RunningText } from "./markdown/runningText.ts";
import { spanWithMarkup } from "./markdown/runningText.ts";
import type { Candidate, Quotation } from "./note.ts";
import type { FoundQuotation } from "./quotation.ts";
import type { Reading } from "./reading.ts";
import { joinReadings, originalSpan, sliceReading } from "./reading.ts";
import { firstIndex } from "./search.ts";
import { touchAfter, touchBefore } from "./touch.ts";

/** What stands around one quotation. */
interface Surroundings {
  readonly found: FoundQuotation;
  /** The quotation before. */
  readonly previous: FoundQuotation | undefined;
  readonly sentence: number;
  /** The link whose text holds the quotation. */
  readonly link: Link | null;
  /** Citations inside the marks. */
  readonly inside: readonly CitationGroup[];
  /** Index of the first group behind the quotation's start. */
  readonly group: number;
}

/**
 * The quotations of a running text, in order, attached or not. Linear in what the text holds. `note` is the note's text
 * with block markup blanked.
 */
export function attachQuotations(
  note: string,
  analysis: Analysis,
  citedBy: ReadonlyMap<Link, readonly number[]>,
): Quotation[] {
  const { groups, quotations, sentences, text } = analysis;
  const citing = groups.filter(({ citations }) => citations.length > 0);
  const attached: Quotation[] = [];
  let sentence = 0;
  let group = 0;
  let link = 0;
  for (const [index, found] of quotations.entries()) {
    const { start, end } = found.marked;
    while (sentence < sentences.starts.length && sentences.starts[sentence] <= start) sentence++;
    while (group < groups.length && groups[group].read.start <= start) group++;
    while (link < text.links.length && text.links[link].read.end < end) link++;
    const inside: CitationGroup[] = [];
    for (let i = group; groups[i]?.within === index; i++) if (groups[i].citations.length > 0) inside.push(groups[i]);

    const quotation = readQuotation(note, analysis, found, inside);
    if (!quotation) continue;
    const { span, marked, reading, written, emphasis } = quotation;
    const around = text.links[link] && text.links[link].read.start <= start ? text.links[link] : null;
    const cited = (around && citedBy.get(around)) ?? [];
    const isLinkText = cited.length > 0;
    const surroundings = { found, previous: quotations[index - 1], sentence, link: around, inside, group };
    // Property by property: a note may have very many quotations, and spreading an object costs as much as all else.
    attached.push({
      span,
      marked,
      reading,
      written,
      emphasis,
      rule: isLinkText ? "link-text" : "sentence",
      candidates: isLinkText ? [{ citations: cited, touches: true }] : findCandidates(analysis, citing, surroundings),
    });
  }
  return attached;
}

function findCandidates(
  analysis: Analysis,
  citing: readonly CitationGroup[],
  surroundings: Surroundings,
): readonly Candidate[] {
  const { found, sentence, link, inside, group } = surroundings;
  const after = touchAfter(analysis, found, sentence, group);
  const insideCitations = inside.flatMap(({ citations }) => citations);
  if (insideCitations.length > 0) {
    return [{ citations: [...insideCitations, ...(after?.isNote ? after.citations : [])], touches: true }];
  }
  // The words of a link to a web page are quoted from there; only a note of its own says otherwise.
  if (link) return after?.isNote && after.citations.length > 0 ? [{ citations: after.citations, touches: true }] : [];

  const before = touchBefore(analysis, found, sentence, group);
  const prefersAfter =
    after && (after.isNote || !before || (!before.introduces && (!after.isSeparate || before.isSeparate)));
  const touching = prefersAfter && !(after.citations.length === 0 && before && !before.isSeparate) ? after : before;
  // Where a note on the quotation names no source, a citation further off does not speak for it.
  if (touching && touching.citations.length === 0) return [];
  const others = (): Candidate[] => further(analysis, citing, found, sentence);
  if (!touching) return others();
  const isTaken = touching === before && touching.isSeparate && isTouched(analysis, surroundings);
  const candidate = { citations: touching.citations, touches: !isTaken };
  // Punctuation may set the clause of the link apart: one whose lines hold the quote is heard then.
  if (!touching.isSeparate || touching.isNote) return [candidate];
  const [next, ...rest] = others().filter((other) => other.citations !== touching.citations);
  if (!next) return [candidate];
  return touching === before && isFollowed(analysis, found, next)
    ? [next, candidate, ...rest]
    : [candidate, next, ...rest];
}

/** Whether the group in front touches the quotation before, whose note it is then: `"…" ([a](a.txt#L3)), "…"`. */
function isTouched(analysis: Analysis, { previous, sentence, group }: Surroundings): boolean {
  return previous !== undefined && touchAfter(analysis, previous, sentence, group - 1) !== null;
}

/** How many citations of the sentence are offered on either side: enough for prose, and it bounds hostile text. */
const mostFurther = 4;

/**
 * The citations of the sentence: the next, then the previous; those across a probable sentence end come last. One in
 * front that only a few words part from the quotation goes before one behind another quotation.
 */
function further(
  analysis: Analysis,
  citing: readonly CitationGroup[],
  { marked }: FoundQuotation,
  sentence: number,
): Candidate[] {
  const { sentences } = analysis;
  const next = firstIndex(citing, ({ read }) => read.start >= marked.end);
  const inSentence = (group: CitationGroup): boolean => group.sentence === sentence;
  const behind = citing.slice(next, next + mostFurther).filter(inSentence);
  const before = citing
    .slice(Math.max(0, next - mostFurther), next)
    .reverse()
    .filter(inSentence);
  const introduces = before.length > 0 && behind.length > 0 && startsClause(analysis, before[0], marked, behind[0]);
  const groups = introduces ? [before[0], ...behind, ...before.slice(1)] : [...behind, ...before];
  const piece = (at: number): number => firstIndex(sentences.softStarts, (start) => start > at);
  const own = piece(marked.start);
  const near = groups.filter(({ read }) => piece(read.start) === own);
  const far = groups.filter(({ read }) => piece(read.start) !== own);
  return [...near, ...far].map(({ citations }) => ({ citations, touches: false }));
}

/**
 * Whether a citation leads up to the quotation, and the one behind is that of another quotation: `[A](a.txt#L3) says
 * "…", while [B](b.txt#L4) says "…"`.
 */
function startsClause(
  { quotations, text: { reading } }: Analysis,
  before: CitationGroup,
  marked: Span,
  behind: CitationGroup,
): boolean {
  const quotationFrom = (at: number): Span | undefined =>
    quotations[firstIndex(quotations, (other) => other.marked.start >= at)]?.marked;
  if (quotationFrom(before.read.end)?.start !== marked.start) return false;
  if (!isNearby(reading.text, before.read.end, marked.start)) return false;
  const other = quotationFrom(marked.end);
  if (other === undefined) return false;
  if (other.end <= behind.read.start) return true;
  return (
    hasSeparator(reading.text, marked.end, behind.read.start) && isNearby(reading.text, behind.read.end, other.start)
  );
}

/** Whether a citation closes the quotation's clause: `[A](a.txt#L3), "…" in [B](b.txt#L4)`. */
function isFollowed({ groups, text: { reading } }: Analysis, { marked }: FoundQuotation, next: Candidate): boolean {
  const behind = groups[firstIndex(groups, ({ read }) => read.start >= marked.end)];
  return behind?.citations === next.citations && isNearby(reading.text, marked.end, behind.read.start);
}

const mostWordsNearby = 6;
const longestNearby = 100;

/** Whether only a few words of one clause stand between. */
function isNearby(text: string, from: number, to: number): boolean {
  return !hasSeparator(text, from, to) && text.slice(from, to).trim().split(/\s+/).length <= mostWordsNearby;
}

function hasSeparator(text: string, from: number, to: number): boolean {
  return to - from > longestNearby || /[,;.)\]。，；、）］]/.test(text.slice(from, to));
}

/** The quotation without its citations. A citation in parentheses inside the marks is no word of it. */
function readQuotation(
  note: string,
  { text }: Analysis,
  { marked, words }: FoundQuotation,
  inside: readonly CitationGroup[],
): Omit<Quotation, "rule" | "candidates"> | null {
  const { reading, emphasis } = text;
  const parts: Span[] = [];
  let from = words.start;
  for (const { read } of inside) {
    const parenthesis = parenthesisAround(reading.text, read.start, read.end);
    if (!parenthesis || parenthesis.start < from || parenthesis.end > words.end) continue;
    parts.push({ start: from, end: parenthesis.start });
    from = parenthesis.end;
  }
  parts.push({ start: from, end: words.end });
  const joined = joinParts(parts.map((part) => sliceReading(reading, part)));
  if (joined.text === "") return null;
  const { start, end } = originalSpan(reading, marked);
  const isWhole = joined.ends[joined.ends.length - 1] === reading.ends[words.end - 1];
  const bounds = { start: reading.ends[marked.start], end: reading.starts[marked.end - 1] };
  return {
    span: isWhole
      ? spanWithMarkup(text, words, text.block.span)
      : { start: joined.starts[0], end: joined.ends[joined.ends.length - 1] },
    marked: { start, end },
    reading: joined,
    written: writtenParts(note, text, parts, bounds),
    emphasis: firstIndex(emphasis, (at) => at > start) < firstIndex(emphasis, (at) => at >= end),
  };
}

/** The parts as they are written; undefined where that is how they read. */
function writtenParts(note: string, text: RunningText, parts: readonly Span[], bounds: Span): Reading | undefined {
  const filled = parts.filter(({ start, end }) => end > start);
  const written = filled.map((part) => readAsWritten(note, text, part, bounds));
  if (written.every((reading) => reading === null)) return undefined;
  return joinParts(written.map((reading, i) => reading ?? sliceReading(text.reading, filled[i])));
}

function joinParts(parts: readonly Reading[]): Reading {
  return parts.length > 1 ? trimEnd(joinReadings(parts, [])) : parts[0];
}

function trimEnd(reading: Reading): Reading {
  return sliceReading(reading, { start: 0, end: reading.text.trimEnd().length });
}

/** The parentheses that hold nothing but what is read from `start` to `end`, with the white space before them. */
function parenthesisAround(text: string, start: number, end: number): { start: number; end: number } | null {
  let from = start;
  while (from > 0 && /\s/.test(text[from - 1])) from--;
  let to = end;
  while (to < text.length && /\s/.test(text[to])) to++;
  const pair = `${text[from - 1] ?? ""}${text[to] ?? ""}`;
  if (pair !== "()" && pair !== "[]" && pair !== "（）") return null;
  from--;
  while (from > 0 && /\s/.test(text[from - 1])) from--;
  return { start: from, end: to + 1 };
}
