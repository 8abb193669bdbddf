import { type LinedText, type Position, positionAt } from "../../source/lines.ts";
import type { LineRange, Span } from "../../span.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote } from "../../workspace/checkedNote.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import { mendedCitations } from "./mend.ts";
import type { Report, ReportContext } from "./report.ts";

/**
 * The report for programs, as docs/json.md and its schema say: one note a line, nothing that changes from run to run.
 * The notes are as {@link noteAsJson} writes them.
 */
export function formatJson({ notes, summary, mended }: Report): string {
  const counts = {
    notes: summary.notes,
    citations: summary.citations,
    quotes: summary.quotes,
    sources: summary.sources,
    errors: summary.errors,
    warnings: summary.warnings,
    information: summary.information,
    hints: summary.hints,
  };
  const lines = notes.flatMap(({ text }) => (text === "" ? [] : text));
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
  if (mended === null) return `{"schema":1,"summary":${JSON.stringify(counts)},"notes":${list}}\n`;
  const fixes = mended.notes.map(({ edit }) => edit.edits.length);
  const fixed = {
    dryRun: mended.isDryRun,
    notes: fixes.length,
    citations: fixes.reduce((sum, count) => sum + count, 0),
  };
  return `{"schema":2,"summary":${JSON.stringify(counts)},"fixed":${JSON.stringify(fixed)},"notes":${list}}\n`;
}

/**
 * A note's line; empty where it neither cites nor has findings. Characters that a terminal would obey or hide are written as
 * JSON escapes, which read back as themselves. `fixed` has what was mended by the URIs of notes; null where nothing was to be.
 */
export async function noteAsJson(
  note: CheckedNote,
  context: ReportContext,
  fixed: ReadonlyMap<string, FixedNote> | null,
): Promise<string> {
  if (note.citations.length === 0 && note.findings.length === 0) return "";
  const citations = [];
  for (const citation of note.citations) citations.push(await citationJson(note, citation, context));
  const diagnostics = note.findings.map(({ rule, severity, message, span }) => ({
    code: rule,
    severity,
    message,
    range: range(note, span),
  }));
  const json = { path: context.path(note.uri), citations, diagnostics };
  return safeJson(fixed === null ? json : { ...json, fixes: fixesJson(fixed.get(note.uri)) });
}

function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu,
    (character) => Array.from({ length: character.length }, (_, i) => unicodeEscape(character.charCodeAt(i))).join(""),
  );
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

function fixesJson(fixed: FixedNote | undefined) {
  if (fixed === undefined) return [];
  return mendedCitations(fixed).map((citation) => ({
    range: range(fixed.before, citation.span),
    old: citation.old,
    new: citation.new,
  }));
}

async function citationJson(
  note: CheckedNote,
  { citation, sourceUri, quotes }: CheckedCitation,
  context: ReportContext,
) {
  const list = [];
  for (const quote of quotes) list.push(await quoteJson(note, quote, context));
  return {
    range: range(note, citation.span),
    source: sourceUri === null ? null : context.path(sourceUri),
    lines: citation.lines && lines(citation.lines),
    quotes: list,
  };
}

async function quoteJson(note: CheckedNote, quote: CheckedQuote, context: ReportContext) {
  const { quotation, verdict, changes, passage, edits } = quote;
  // A passage stands in a source that was read a moment ago; should it be gone by now, there is no range to give.
  const source = passage && (await context.source(passage.uri));
  return {
    range: range(note, quotation.span),
    text: quotation.reading.text,
    verdict,
    changes,
    passage: passage &&
      source && {
        source: context.path(passage.uri),
        range: range(source, passage.span),
        lines: lines(passage.lines),
      },
    edits: source
      ? edits.map((edit) => ({
          kind: edit.kind,
          quote: edit.quote,
          source: edit.source,
          range: range(note, edit.span),
          sourceRange: range(source, edit.sourceSpan),
        }))
      : [],
  };
}

function range(text: LinedText, { start, end }: Span): { start: Position; end: Position } {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

function lines({ start, end }: LineRange): LineRange {
  return { start, end };
}
