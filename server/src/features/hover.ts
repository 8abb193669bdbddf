import { plural, t } from "../l10n.ts";
import type { RuleId } from "../rules.ts";
import { countLines, spanOfLines } from "../source/lines.ts";
import type { Source } from "../source/source.ts";
import type { LineRange, Span } from "../span.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote, Finding, Passage } from "../workspace/checkedNote.ts";
import { nameBeside } from "../workspace/uri.ts";
import { linesInWords } from "../workspace/wording.ts";
import { bracketsFor, excerptOf } from "./excerpt.ts";
import { type HoverBlock, type HoverFormat, hoverText, type MarkupHover } from "./hoverText.ts";
import type { SourceLookup } from "./lookup.ts";
import { placesOf } from "./places.ts";
import { rangeOf } from "./position.ts";
import { selectionUri } from "./selectionUri.ts";
import { targetAt } from "./target.ts";
import { verdictInWords } from "./verdictWords.ts";
import { changesInWords, editInWords, shortened } from "./words.ts";

export interface HoverOptions {
  readonly source: SourceLookup;
  /** At most this many lines of sources are shown. */
  readonly maxLines: number;
  readonly format: HoverFormat;
}

/**
 * What is to be said about the quote or citation at an offset of the note: the verdict and every difference in words,
 * then the lines with the passage marked. Null where there is neither.
 */
export async function hoverAt(
  checked: CheckedNote,
  offset: number,
  options: HoverOptions,
): Promise<MarkupHover | null> {
  const target = targetAt(checked, offset);
  if (target === null) return null;
  const { citation } = target;
  const quotes = target.quote === null ? citation.quotes.slice(0, maxItems) : [target.quote];
  const blocks = quotes.flatMap((quote) =>
    quoteBlocks(citation, quote, { remarks: remarksOn(checked, quote), named: quotes.length > 1 }),
  );
  const more = target.quote === null ? citation.quotes.length - quotes.length : 0;
  if (more > 0) blocks.push({ kind: "text", text: plural(more, "… {0} more quote", "… {0} more quotes") });
  blocks.push(...citationBlocks(checked, citation), ...(await sourceBlocks(citation, quotes, options)));
  return {
    contents: { kind: options.format, value: hoverText(blocks, options.format) },
    range: rangeOf(checked, target.span),
  };
}

/** The same about one quote, as plain text, for who has its findings at hand. */
export async function quoteInWords(
  citation: CheckedCitation,
  quote: CheckedQuote,
  { findings, ...options }: Omit<HoverOptions, "format"> & { readonly findings: readonly Finding[] },
): Promise<string> {
  const remarks = findings.filter(({ rule }) => !verdictRules.has(rule));
  const lines = await sourceBlocks(citation, [quote], options);
  return hoverText([...quoteBlocks(citation, quote, { remarks, named: false }), ...lines], "plaintext");
}

/** Findings that the verdict's own sentence says already. */
const verdictRules: ReadonlySet<RuleId> = new Set<RuleId>([
  "quote-altered",
  "quote-moved",
  "quote-ambiguous",
  "quote-in-other-source",
  "quote-not-found",
]);

const maxItems = 10;
const maxItemLength = 160;
const maxQuoteLength = 60;

/** Told by its place: a quotation that was judged as it is written is not the note's own object. */
function remarksOn({ note, findings }: CheckedNote, { quotation }: CheckedQuote): Finding[] {
  const { start, end } = quotation.marked;
  const index = note.quotations.findIndex(({ marked }) => marked.start === start && marked.end === end);
  return findings.filter((each) => each.quotation === index && !verdictRules.has(each.rule));
}

function quoteBlocks(
  citation: CheckedCitation,
  quote: CheckedQuote,
  { remarks, named }: { readonly remarks: readonly Finding[]; readonly named: boolean },
): HoverBlock[] {
  const { title, sentence } = verdictInWords(quote, citation);
  const words = named ? ` ${t("“{0}”", shortened(quote.quotation.reading.text, maxQuoteLength))}` : "";
  const items = [...quote.edits.map(editInWords), ...remarks.map(({ message }) => message)];
  const blocks: HoverBlock[] = [{ kind: "text", strong: title, text: `${words}: ${sentence}` }, ...list(items)];
  const changes = changesInWords(quote.changes);
  if (changes !== "") blocks.push({ kind: "text", text: changes });
  return blocks;
}

/** Findings about the citation itself. */
function citationBlocks(checked: CheckedNote, { citation }: CheckedCitation): HoverBlock[] {
  const index = checked.note.citations.indexOf(citation);
  const findings = checked.findings.filter((each) => each.citation === index && each.quotation === null);
  return list(findings.map(({ message }) => message));
}

function list(items: readonly string[]): HoverBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, maxItems).map((item) => shortened(item, maxItemLength));
  if (items.length > maxItems) shown.push(plural(items.length - maxItems, "… {0} more", "… {0} more"));
  return [{ kind: "list", items: shown }];
}

/** A stretch of one source, under a line that names it. */
interface Stretch {
  readonly uri: string;
  readonly name: string;
  readonly lines: LineRange;
  readonly marks: readonly Span[];
}

async function sourceBlocks(
  citation: CheckedCitation,
  quotes: readonly CheckedQuote[],
  options: Omit<HoverOptions, "format">,
): Promise<HoverBlock[]> {
  const blocks: HoverBlock[] = [];
  const stretches = stretchesOf(citation, quotes);
  let left = Math.max(1, options.maxLines);
  for (const [index, stretch] of stretches.entries()) {
    if (left === 0) {
      blocks.push({ kind: "text", text: plural(stretches.length - index, "… {0} more place", "… {0} more places") });
      break;
    }
    const source = await options.source(stretch.uri);
    const end = source === null ? 0 : Math.min(stretch.lines.end, countLines(source));
    if (source === null || stretch.lines.start > end) continue;
    const lines = { start: stretch.lines.start, end };
    const share = Math.max(1, Math.floor(left / (stretches.length - index)));
    blocks.push(...stretchBlocks({ ...stretch, lines }, source, share));
    left -= Math.min(share, end - lines.start + 1);
  }
  return blocks;
}

function stretchBlocks({ uri, name, lines, marks }: Stretch, source: Source, maxLines: number): HoverBlock[] {
  const whole = spanOfLines(source, lines) ?? { start: 0, end: 0 };
  const wanted = marks.length === 0 ? whole : { start: marks[0].start, end: marks[marks.length - 1].end };
  const brackets = bracketsFor(source, lines);
  const place = linesInWords(lines);
  const text = marks.length === 0 ? place : t("{0}, the passage in {1} {2}", place, brackets.open, brackets.close);
  return [
    { kind: "text", strong: name, text: `, ${text}` },
    { kind: "rows", rows: excerptOf(source, { lines, marks, maxLines, brackets }) },
    { kind: "link", text: t("Open passage"), uri: selectionUri(uri, rangeOf(source, wanted)) },
  ];
}

/** The cited lines where they hold a passage or nothing was found, and each place of a quote that is not in them. */
function stretchesOf(checkedCitation: CheckedCitation, quotes: readonly CheckedQuote[]): Stretch[] {
  const { citation, sourceUri } = checkedCitation;
  const places = quotes.flatMap((quote) => placesOf(quote, checkedCitation).slice(0, maxItems));
  const stretches: Stretch[] = [];
  const cited = citation.lines;
  const here = places.filter(({ uri, lines }) => uri === sourceUri && cited !== null && overlap(lines, cited));
  if (sourceUri !== null && cited !== null && (here.length > 0 || places.length === 0)) {
    stretches.push({ uri: sourceUri, name: citation.path, lines: around(cited, here), marks: marksOf(here) });
  }
  for (const place of places) {
    if (here.includes(place)) continue;
    const name = place.uri === sourceUri ? citation.path : nameBeside(place.uri, sourceUri ?? "");
    stretches.push({ uri: place.uri, name, lines: place.lines, marks: [place.span] });
  }
  return stretches;
}

function overlap(a: LineRange, b: LineRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function around(lines: LineRange, passages: readonly Passage[]): LineRange {
  return {
    start: Math.min(lines.start, ...passages.map((passage) => passage.lines.start)),
    end: Math.max(lines.end, ...passages.map((passage) => passage.lines.end)),
  };
}

/** In document order, each once. */
function marksOf(passages: readonly Passage[]): Span[] {
  const sorted = passages.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((span, index) => index === 0 || span.start >= sorted[index - 1].end);
}
