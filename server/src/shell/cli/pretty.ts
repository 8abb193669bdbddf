import { endOfLine, type LinedText, linesOfSpan, positionAt } from "../../source/lines.ts";
import type { LineRange, Span } from "../../span.ts";
import { visible } from "../../visible.ts";
import type { CheckedNote, Finding } from "../../workspace/checkedNote.ts";
import type { Paint, Style } from "./colour.ts";
import { excerpt } from "./excerpt.ts";
import type { ReportContext } from "./report.ts";

export interface PrettyOptions {
  readonly paint: Paint;
  /** Of the terminal; lines of notes and sources are cut to fit. */
  readonly columns: number;
  readonly errorsOnly: boolean;
}

/** Of one place no more lines, and of one finding no more places, are shown; what is hidden is said. */
const maxLines = 3;
const maxPlaces = 3;

/** The note's findings for people: a block each, with an empty line behind it. Empty where there are none. */
export async function formatFindings(
  note: CheckedNote,
  context: ReportContext,
  options: PrettyOptions,
): Promise<string> {
  const blocks: string[] = [];
  for (const finding of note.findings) {
    if (options.errorsOnly && finding.severity !== "error") continue;
    blocks.push(`${(await findingLines(note, finding, context, options)).join("\n")}\n\n`);
  }
  return blocks.join("");
}

/** A place in a text, with what is to be marked there. */
interface Shown {
  /** Printed above; null for the note itself, whose place the first line says. */
  readonly heading: string | null;
  readonly text: LinedText;
  readonly lines: LineRange;
  readonly marked: Span | null;
  readonly style: Style;
}

async function findingLines(note: CheckedNote, finding: Finding, context: ReportContext, options: PrettyOptions) {
  const { paint } = options;
  const { rule, severity, span } = finding;
  const head = [
    paint("strong", place(context.path(note.uri), note, span)),
    paint(severity, severity),
    visible(finding.message),
    paint("faint", rule),
  ].join("  ");
  const shown: Shown[] = [
    { heading: null, text: note, lines: linesOfSpan(note.lineStarts, span), marked: span, style: severity },
    ...(await sourcePlaces(note, finding, context)),
  ];
  const gutter = Math.max(...shown.map(({ lines }) => String(lines.end).length));
  const hidden = finding.related.length - maxPlaces;
  const more = hidden > 0 ? [`  and ${hidden} more ${hidden === 1 ? "place" : "places"}`] : [];
  return [head, ...shown.flatMap((each) => placeLines(each, gutter, options)), ...more];
}

/** What the finding points at in sources; where it points at nothing, the lines that its citation names. */
async function sourcePlaces(note: CheckedNote, finding: Finding, context: ReportContext): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const { uri, span } of finding.related.slice(0, maxPlaces)) {
    const text = await context.source(uri);
    if (text === null) continue;
    const lines = linesOfSpan(text.lineStarts, span);
    shown.push({ heading: place(context.path(uri), text, span), text, lines, marked: span, style: "good" });
  }
  if (finding.related.length > 0 || finding.citation === null) return shown;
  const cited = note.note.citations[finding.citation];
  const { sourceUri = null, cited: span = null } = note.citations.find(({ citation }) => citation === cited) ?? {};
  const text = sourceUri !== null && span !== null ? await context.source(sourceUri) : null;
  if (sourceUri === null || span === null || text === null) return [];
  const lines = linesOfSpan(text.lineStarts, span);
  return [{ heading: place(context.path(sourceUri), text, span), text, lines, marked: null, style: "good" }];
}

function place(path: string, text: LinedText, span: Span): string {
  const { line, character } = positionAt(text, span.start);
  return `${visible(path)}:${line + 1}:${character + 1}`;
}

function placeLines({ heading, text, lines, marked, style }: Shown, gutter: number, options: PrettyOptions): string[] {
  const { paint, columns } = options;
  const row = (label: string, content: string) =>
    `  ${paint("faint", `${label.padStart(gutter)} |`)} ${content}`.trimEnd();
  const rows = heading === null ? [] : [`  ${heading}`];
  const last = Math.min(lines.end, lines.start + maxLines - 1);
  for (let line = lines.start - 1; line < last; line++) {
    const { start, content } = lineText(text, line);
    const shown = excerpt(content, markedPart(marked, start, content.length), columns - gutter - 5);
    rows.push(row(String(line + 1), shown.text));
    if (shown.marks !== "")
      rows.push(
        row(
          "",
          indented(shown.marks, (carets) => paint(style, carets)),
        ),
      );
  }
  const hidden = lines.end - last;
  if (hidden > 0) rows.push(row("", `and ${hidden} more ${hidden === 1 ? "line" : "lines"}`));
  return rows;
}

function lineText(text: LinedText, line: number): { start: number; content: string } {
  const start = text.lineStarts[line];
  return { start, content: text.text.slice(start, endOfLine(text, line)) };
}

/** The part of the span in this line, relative to it; null where the line is empty or no part of it is in the span. */
function markedPart(marked: Span | null, lineStart: number, length: number): Span | null {
  if (marked === null) return null;
  const start = Math.max(0, marked.start - lineStart);
  const end = Math.min(length, marked.end - lineStart);
  const isHere = start < end || (marked.start === marked.end && start <= length);
  return isHere ? { start, end } : null;
}

function indented(marks: string, painted: (carets: string) => string): string {
  const carets = marks.trimStart();
  return " ".repeat(marks.length - carets.length) + painted(carets);
}
