import type { Span } from "../span.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { RunningText } from "./markdown/runningText.ts";
import type { FoundQuotation } from "./quotation.ts";
import { findQuotations } from "./quotation.ts";
import type { Reading } from "./reading.ts";
import { firstIndex } from "./search.ts";
import type { Sentences } from "./sentence.ts";
import { findSentences } from "./sentence.ts";

/** Links side by side: for a quotation they are one citation, in which a match in one is enough. */
export interface CitationGroup {
  readonly links: readonly Link[];
  /** Indexes into the note's citations; empty where all of the links are only links. */
  readonly citations: readonly number[];
  /** Whether the group's first and last links are citations themselves. */
  readonly edges: { readonly first: boolean; readonly last: boolean };
  /** From the first link's text to the last one's, in the reading. */
  readonly read: Span;
  readonly sentence: number;
  /** Index of the quotation inside whose marks the links stand; -1 outside of all. */
  readonly within: number;
}

/** A running text with all in it that attaching goes by. */
export interface Analysis {
  readonly text: RunningText;
  readonly quotations: readonly FoundQuotation[];
  readonly sentences: Sentences;
  readonly groups: readonly CitationGroup[];
}

export function analyse(text: RunningText, citedBy: ReadonlyMap<Link, readonly number[]>): Analysis {
  const { reading, links, code, cells } = text;
  const edges = new Set(links.filter(({ read }) => read.end > read.start).map(({ read }) => read.start));
  if (numberBehindMark.test(reading.text)) for (const at of superscripts(reading)) edges.add(at);
  const quotations = findQuotations(reading.text, { inert: code, edges });
  // A row of a table is one sentence.
  const sentences = cells.length > 0 ? { starts: [], softStarts: [] } : findSentences(reading.text, quotations, links);
  return { text, quotations, sentences, groups: groupLinks(text, quotations, sentences, citedBy) };
}

const numberBehindMark = /['’‘]\d/;

/** Numbers right behind a single mark whose markup was read away: `’<sup>1</sup>`. */
function* superscripts({ text, starts, ends }: Reading): Generator<number> {
  for (const { index } of text.matchAll(/['’‘]\d/g)) if (starts[index + 1] > ends[index]) yield index + 1;
}

function groupLinks(
  text: RunningText,
  quotations: readonly FoundQuotation[],
  { starts }: Sentences,
  citedBy: ReadonlyMap<Link, readonly number[]>,
): CitationGroup[] {
  const groups: { links: Link[]; sentence: number; within: number; end: number; quotes: boolean }[] = [];
  let quotation = 0;
  let sentence = 0;
  for (const link of text.links) {
    if (!citedBy.has(link)) continue;
    const { start, end } = link.read;
    while (quotation < quotations.length && quotations[quotation].marked.end <= start) quotation++;
    const around = quotations[quotation]?.marked;
    const within = around && around.start < start && end < around.end ? quotation : -1;
    // A footnote's mark has no width: where one sentence ends and the next starts, it belongs to the first.
    const place = link.form === "footnote" ? start - 1 : start;
    while (sentence < starts.length && starts[sentence] <= place) sentence++;

    // A link that quotes in its own text speaks for that, and is no part of the note behind it.
    const quotes = around !== undefined && around.start >= start && around.end <= end;
    const last = groups.at(-1);
    const isPartner = last?.sentence === sentence && last.within === within && !last.quotes && !quotes;
    if (last && isPartner && isSideBySide(text, last.end, start)) {
      last.links.push(link);
      last.end = Math.max(last.end, end);
    } else {
      groups.push({ links: [link], sentence, within, end, quotes });
    }
  }
  return groups.map(({ links, end, sentence, within }) => {
    const cites = links.map((link) => citedBy.get(link) ?? []);
    const edges = { first: cites[0].length > 0, last: cites[cites.length - 1].length > 0 };
    return { links, citations: cites.flat(), edges, read: { start: links[0].read.start, end }, sentence, within };
  });
}

/** Longer gaps hold more than punctuation; it bounds the work, too. */
export const longestGap = 40;

const betweenLinks =
  /^[\s\p{P}\p{S}\p{Cf}]*(?:(?:and|or|und|oder|et|ou|y|e|o|see also|also|cf\.)\s[\s\p{P}\p{S}\p{Cf}]*)?$/u;

function isSideBySide({ reading, cells }: RunningText, from: number, to: number): boolean {
  if (to - from > longestGap) return false;
  const cellEnd = cells[firstIndex(cells, ({ end }) => end >= from)]?.end ?? to;
  return to <= cellEnd && betweenLinks.test(reading.text.slice(from, to));
}
