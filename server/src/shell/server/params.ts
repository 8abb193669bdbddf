import { ErrorCodes, ResponseError } from "vscode-languageserver";
import {
  checkNoteRequest,
  citedPassagesRequest,
  citeRequest,
  citingPlacesRequest,
  evidenceRequest,
  noteMarksRequest,
} from "../protocol.ts";

type Test = (value: unknown) => boolean;

/**
 * The parameters of a request, none where it has none. Throws an error reply where they are not what its handler reads;
 * what that does not read may be anything.
 */
export function paramsOf(method: string, params: unknown): Readonly<Record<string, unknown>> {
  const given = isObject(params) ? params : {};
  const members = Object.hasOwn(wanted, method) ? wanted[method] : {};
  const wrong = Object.keys(members).find((name) => !members[name](given[name]));
  if (wrong === undefined) return given;
  throw new ResponseError(ErrorCodes.InvalidParams, `The request has no valid “${wrong}”.`);
}

const text: Test = (value) => typeof value === "string";
const number: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const document = object({ uri: text });
/** One that is in no document is answered as such. */
const position = object({});
const range = object({ start: position, end: position });

/** It stands in the reply as well. */
const placeInReply = object({ line: number, character: number });
const rangeInReply = object({ start: placeInReply, end: placeInReply });
/** What comes back from a client as it was given is looked at, too. */
const fixPlace = object({
  finding: optional(object({ rule: text, message: text })),
  words: text,
  index: number,
  count: number,
});

/** Of each request the members that its handler takes for granted. */
const wanted: Readonly<Record<string, Readonly<Record<string, Test>>>> = {
  "textDocument/hover": { textDocument: document, position },
  "textDocument/definition": { textDocument: document, position },
  "textDocument/references": { textDocument: document, position, context: optional(object({})) },
  "textDocument/documentHighlight": { textDocument: document, position },
  "textDocument/completion": { textDocument: document, position },
  "textDocument/documentLink": { textDocument: document },
  "textDocument/codeLens": { textDocument: document },
  "textDocument/semanticTokens/full": { textDocument: document },
  "textDocument/inlayHint": { textDocument: document, range },
  "textDocument/codeAction": {
    textDocument: document,
    range,
    context: optional(object({ diagnostics: optional(list(object({ range }))), only: optional(list(text)) })),
  },
  "workspace/executeCommand": { command: text, arguments: optional(list(() => true)) },
  "workspace/willRenameFiles": { files: optional(list(object({ oldUri: text, newUri: text }))) },
  "completionItem/resolve": { label: text },
  "codeAction/resolve": { title: text, data: optional(object({ uri: text, place: fixPlace })) },
  "codeLens/resolve": { range: rangeInReply },
  [checkNoteRequest]: { uri: text },
  [noteMarksRequest]: { uri: text },
  [citedPassagesRequest]: { uri: text },
  [citingPlacesRequest]: { uri: text, line: number },
  [citeRequest]: { source: document, note: optional(document) },
  [evidenceRequest]: {
    grouping: (value) => value === "source" || value === "note",
    filter: optional(
      object({
        verdicts: optional(list(text)),
        quotes: optional(list(object({ note: text, quote: text }))),
      }),
    ),
    branches: list(object({ parent: optional(text), limit: number })),
  },
};

function object(members: Readonly<Record<string, Test>>): Test {
  const tests = Object.entries(members);
  return (value) => isObject(value) && tests.every(([name, test]) => test(value[name]));
}

function list(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test);
}

/** Clients leave out what others send as null. */
function optional(test: Test): Test {
  return (value) => value === undefined || value === null || test(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
