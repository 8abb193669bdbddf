import { ErrorCodes, type Position, type Range, RequestType, ResponseError } from "vscode-languageserver";
import { offsetOf } from "../../../features/position.ts";
import { t } from "../../../l10n.ts";
import { lineStartsOf } from "../../../source/lines.ts";
import type { Span } from "../../../span.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { type CiteParams, type CiteResult, citeRequest } from "../../protocol.ts";
import type { RequestContext } from "./context.ts";

/** From a source to a note: quotations and citations to insert. */
export function answerCite(context: RequestContext): void {
  const { lifecycle } = context;
  lifecycle.onRequest(new RequestType<CiteParams, CiteResult, void>(citeRequest), (params) => cite(context, params));
}

export async function cite(context: RequestContext, params: CiteParams | undefined): Promise<CiteResult> {
  const { documents } = context;
  const sourceUri = documents.keyOf(uriOf(params?.source));
  if (params === undefined || sourceUri === null) {
    return refused(t("Only a source that is a file can be cited: save it first."));
  }
  const { ranges = [], copied = [] } = params.source;
  const { shape = "quotation" } = params;
  if (!Array.isArray(ranges) || !Array.isArray(copied) || !ranges.every(isRange) || !isShape(shape)) {
    throw new ResponseError(ErrorCodes.InvalidParams, "The request names no ranges or no known shape.");
  }
  const session = await context.session();
  session.flush();
  const note = params.note === undefined ? null : await noteOf(context, params.note);
  if (note === null && params.note !== undefined)
    return refused(t("Only a note that is a file in the workspace can cite: save it first."));
  const selections = ranges.map(({ start, end }, i) => ({ start, end, copied: copied[i] }));
  const answer = await session.workspace.cite({ sourceUri, selections, note, shape });
  const text = answer.text === undefined ? null : (note?.lead ?? "") + answer.text;
  return { text, problem: answer.problem ?? null, isOnlyNote: await isOnlyNote(session.workspace, sourceUri) };
}

/** As a command the arguments may be anything. */
function uriOf(document: { readonly uri: string } | undefined): string {
  if (typeof document?.uri === "string") return document.uri;
  throw new ResponseError(ErrorCodes.InvalidParams, "The request names no document.");
}

function refused(problem: string): CiteResult {
  return { text: null, problem, isOnlyNote: false };
}

async function isOnlyNote(workspace: Workspace, uri: string): Promise<boolean> {
  const note = await workspace.check(uri);
  return note !== null && note.citations.length > 0 && workspace.citationsOf(uri).length === 0;
}

interface NotePlace {
  readonly uri: string;
  readonly text: string;
  readonly at: Span;
  /** Line ends that `text` has at its end, and the note has not. */
  readonly lead: string;
}

/** The note's text and place; null for what is no file and cannot be read. */
async function noteOf(
  { documents, session }: RequestContext,
  note: NonNullable<CiteParams["note"]>,
): Promise<NotePlace | null> {
  const uri = documents.keyOf(uriOf(note));
  if (uri === null) return null;
  const text = documents.get(uri)?.text.whole() ?? (await (await session()).workspace.source(uri))?.text;
  if (text === undefined) return null;
  if (isRange(note.range)) return { uri, text, at: spanOf(text, note.range), lead: "" };
  const lead = paragraphLead(text);
  const end = text.length + lead.length;
  return { uri, text: text + lead, at: { start: end, end }, lead };
}

/** The line ends that a paragraph needs at a text's end. */
function paragraphLead(text: string): string {
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? "\n";
  if (/^\s*$|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(text.slice(-200))) return "";
  return /[\r\n]$/.test(text) ? lineEnd : lineEnd + lineEnd;
}

function spanOf(text: string, range: Range): Span {
  const lines = { text, lineStarts: lineStartsOf(text) };
  const start = offsetOf(lines, range.start) ?? text.length;
  return { start, end: Math.max(start, offsetOf(lines, range.end) ?? text.length) };
}

function isRange(value: unknown): value is Range {
  const { start, end } = (value ?? {}) as Partial<Range>;
  return isPosition(start) && isPosition(end);
}

function isPosition(value: Position | undefined): boolean {
  return Number.isSafeInteger(value?.line) && Number.isSafeInteger(value?.character);
}

function isShape(shape: unknown): boolean {
  return shape === "quotation" || shape === "blockQuote" || shape === "citation";
}
