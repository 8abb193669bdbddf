import type { Citation, Quotation } from "../../../server/src/note/note.ts";
import type { Severity } from "../../../server/src/rules.ts";
import { formatJson, noteAsJson } from "../../../server/src/shell/cli/json.ts";
import type { ReportContext } from "../../../server/src/shell/cli/report.ts";
import { lineStartsOf, linesOfSpan } from "../../../server/src/source/lines.ts";
import type { LineRange, Span } from "../../../server/src/span.ts";
import type {
  CheckedCitation,
  CheckedNote,
  CheckedQuote,
  Finding,
  Passage,
} from "../../../server/src/workspace/checkedNote.ts";
import { summarize } from "../../../server/src/workspace/summary.ts";

/** Checked notes that no check made: what the formats are given is spelled out by the words it stands at. */
export const folder = "file:///notebook";

/** Where the words stand in the text, which must hold them. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

export function passageOf(path: string, text: string, words: string): Passage {
  const span = spanOf(text, words);
  return { uri: `${folder}/${path}`, span, lines: linesOfSpan(lineStartsOf(text), span) };
}

export function quoteOf(text: string, words: string, parts: Partial<CheckedQuote>): CheckedQuote {
  const span = spanOf(text, words);
  const units = Array.from(words, (_, i) => span.start + i);
  const quotation: Quotation = {
    span,
    marked: { start: span.start - 1, end: span.end + 1 },
    reading: { text: words, starts: Uint32Array.from(units), ends: Uint32Array.from(units, (unit) => unit + 1) },
    emphasis: false,
    rule: "sentence",
    candidates: [{ citations: [0], touches: true }],
  };
  return { quotation, verdict: "exact", changes: [], passage: null, places: [], edits: [], remarks: [], ...parts };
}

export function citationOf(
  text: string,
  link: string,
  parts: { source: string | null; lines: LineRange | null; cited?: Span | null; quotes?: readonly CheckedQuote[] },
): CheckedCitation {
  const citation: Citation = {
    span: spanOf(text, link),
    form: "inline",
    target: spanOf(text, link.slice(link.indexOf("(") + 1, -1)),
    fragment: null,
    path: parts.source ?? "",
    lines: parts.lines,
    columns: null,
  };
  const sourceUri = parts.source === null ? null : `${folder}/${parts.source}`;
  return { citation, sourceUri, cited: parts.cited ?? null, quotes: parts.quotes ?? [] };
}

export function findingOf(text: string, words: string, parts: Partial<Finding> & { message: string }): Finding {
  const severity: Severity = "error";
  return {
    rule: "quote-altered",
    severity,
    span: spanOf(text, words),
    related: [],
    citation: null,
    quotation: null,
    ...parts,
  };
}

export function noteOf(path: string, text: string, parts: Partial<CheckedNote>): CheckedNote {
  const citations = parts.citations ?? [];
  return {
    uri: `${folder}/${path}`,
    version: null,
    text,
    lineStarts: lineStartsOf(text),
    note: { citations: citations.map(({ citation }) => citation), quotations: [], problems: [], ignores: [] },
    citations,
    uncited: [],
    findings: [],
    ...parts,
  };
}

/** Sources by path. */
export function contextOf(sources: Readonly<Record<string, string>>): ReportContext {
  const path = (uri: string) => uri.slice(folder.length + 1);
  return {
    path,
    async source(uri) {
      const text = sources[path(uri)];
      return text === undefined ? null : { text, lineStarts: lineStartsOf(text) };
    },
  };
}

/** Notes are reported in the order given. */
export async function jsonOf(
  notes: readonly CheckedNote[],
  sources: Readonly<Record<string, string>>,
): Promise<string> {
  const reports = [];
  for (const note of notes) reports.push({ uri: note.uri, text: await noteAsJson(note, contextOf(sources), null) });
  return formatJson({ notes: reports, summary: summarize(notes), mended: null });
}
