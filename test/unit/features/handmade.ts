import type { Citation, Quotation } from "../../../server/src/note/note.ts";
import type { PermittedChange, Verdict } from "../../../server/src/quote/judgement.ts";
import type { RuleId, Severity } from "../../../server/src/rules.ts";
import { lineStartsOf, linesOfSpan, spanOfLines } from "../../../server/src/source/lines.ts";
import type { Source } from "../../../server/src/source/source.ts";
import type { LineRange, Span } from "../../../server/src/span.ts";
import type { CheckedEdit, CheckedNote, CheckedQuote, Passage } from "../../../server/src/workspace/checkedNote.ts";

/** A checked note written by hand: spans are told by the words that stand there. */
export interface HandmadeNote {
  readonly text: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly citations: readonly HandmadeCitation[];
  readonly findings?: readonly HandmadeFinding[];
}

export interface HandmadeCitation {
  /** The whole link, or the use of a reference whose definition holds `target`. */
  readonly link: string;
  /** Path and fragment as written. */
  readonly target: string;
  readonly form?: Citation["form"];
  readonly lines?: LineRange;
  readonly columns?: { readonly start: number; readonly end: number };
  /** The source's URI, where it is another than `file:///notes/` and the target's path. */
  readonly uri?: string;
  readonly quotes?: readonly HandmadeQuote[];
}

export interface HandmadeQuote {
  /** With its marks, one unit on either side. */
  readonly marked: string;
  readonly verdict: Verdict;
  readonly changes?: readonly PermittedChange[];
  /** The passage's words, in the cited source unless `in` names another. */
  readonly passage?: string;
  readonly in?: string;
  /** With `ambiguous`: all places where these words stand in the cited source. */
  readonly everywhere?: string;
  readonly edits?: readonly Pick<CheckedEdit, "kind" | "quote" | "source">[];
}

export interface HandmadeFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly at: string;
  readonly message: string;
  readonly related?: { readonly uri: string; readonly words: string; readonly message: string };
  readonly citation?: number;
  readonly quotation?: number;
}

export interface Handmade {
  readonly checked: CheckedNote;
  readonly source: (uri: string) => Promise<Source | null>;
  /** The offset of the words in the note, and as far behind it as `plus` says. */
  readonly at: (words: string, plus?: number) => number;
}

export function handmade({ text, sources, citations, findings = [] }: HandmadeNote): Handmade {
  const read = new Map(Object.entries(sources).map(([uri, source]) => [uri, sourceOf(source)]));
  const quotations: Quotation[] = [];
  const checkedCitations = citations.map((each) => {
    const citation = citationOf(text, each);
    const sourceUri = each.uri ?? `file:///notes/${citation.path}`;
    const source = read.get(sourceUri) ?? null;
    const quotes = (each.quotes ?? []).map((quote) => {
      const made = quoteOf(text, quote, sourceUri, read);
      quotations.push(made.quotation);
      return made;
    });
    const cited = source === null || citation.lines === null ? null : spanOfLines(source, citation.lines);
    return { citation, sourceUri, cited, quotes };
  });
  const checked: CheckedNote = {
    uri: "file:///notes/note.md",
    version: 1,
    text,
    lineStarts: lineStartsOf(text),
    note: { citations: checkedCitations.map(({ citation }) => citation), quotations, problems: [], ignores: [] },
    citations: checkedCitations,
    uncited: [],
    findings: findings.map(({ at, related, citation = null, quotation = null, ...rest }) => ({
      ...rest,
      span: spanIn(text, at),
      related: related === undefined ? [] : [relatedPlace(related, read)],
      citation,
      quotation,
    })),
  };
  return {
    checked,
    source: async (uri) => read.get(uri) ?? null,
    at: (words, plus = 0) => spanIn(text, words).start + plus,
  };
}

export function sourceOf(text: string): Source {
  return { text, lineStarts: lineStartsOf(text), reading: null };
}

export function spanIn(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

function citationOf(text: string, { link, target, form = "inline", lines, columns }: HandmadeCitation): Citation {
  const span = spanIn(text, link);
  const destination = spanIn(text, target, link.includes(target) ? span.start : span.end);
  const hash = target.indexOf("#");
  return {
    span,
    form,
    target: destination,
    fragment: hash < 0 ? null : { start: destination.start + hash, end: destination.end },
    path: hash < 0 ? target : target.slice(0, hash),
    lines: lines ?? null,
    columns: columns ?? null,
  };
}

function quoteOf(
  text: string,
  quote: HandmadeQuote,
  sourceUri: string,
  sources: ReadonlyMap<string, Source>,
): CheckedQuote {
  const marked = spanIn(text, quote.marked);
  const span = { start: marked.start + 1, end: marked.end - 1 };
  const words = text.slice(span.start, span.end);
  const offsets = Array.from(words, (_, index) => span.start + index);
  const uri = quote.in ?? sourceUri;
  const source = sources.get(uri);
  const places: Passage[] = [];
  if (source !== undefined && quote.everywhere !== undefined) {
    for (let at = source.text.indexOf(quote.everywhere); at >= 0; at = source.text.indexOf(quote.everywhere, at + 1)) {
      places.push(passageOf(uri, source, { start: at, end: at + quote.everywhere.length }));
    }
  }
  const passage =
    source === undefined || quote.passage === undefined
      ? (places[0] ?? null)
      : passageOf(uri, source, spanIn(source.text, quote.passage));
  return {
    quotation: {
      span,
      marked,
      reading: {
        text: words,
        starts: Uint32Array.from(offsets),
        ends: Uint32Array.from(offsets, (offset) => offset + 1),
      },
      emphasis: false,
      rule: "sentence",
      candidates: [{ citations: [0], touches: true }],
    },
    verdict: quote.verdict,
    changes: quote.changes ?? [],
    passage,
    places,
    edits: (quote.edits ?? []).map((edit) => ({ ...edit, span, sourceSpan: passage?.span ?? { start: 0, end: 0 } })),
    remarks: [],
  };
}

function passageOf(uri: string, source: Source, span: Span): Passage {
  return { uri, span, lines: linesOfSpan(source.lineStarts, span) };
}

function relatedPlace(related: NonNullable<HandmadeFinding["related"]>, sources: ReadonlyMap<string, Source>) {
  const source = sources.get(related.uri);
  const span = source === undefined ? { start: 0, end: 0 } : spanIn(source.text, related.words);
  return { uri: related.uri, span, message: related.message };
}
