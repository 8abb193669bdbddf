import type { Position, Range } from "vscode-languageserver/node";
import { hasPosition, linesOf } from "./places.ts";

/** Somewhere that a reply points to. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** Every range and position in a reply, in the document that it is of: `uri` where the reply names none. */
export function placesIn(value: unknown, uri: string): Place[] {
  if (Array.isArray(value)) return value.flatMap((item) => placesIn(item, uri));
  if (!isObject(value)) return [];
  const own = typeof value.uri === "string" ? value.uri : uri;
  return Object.entries(value).flatMap(([name, item]) => {
    if (name === "data") return [];
    const of = ofProperty(value, name, own, uri);
    if (isRange(item)) return [{ uri: of, range: item }];
    if (isPosition(item)) return [{ uri: of, range: { start: item, end: item } }];
    // The edits of a rename or a fix, by document.
    if (name === "changes" && isObject(item))
      return Object.entries(item).flatMap(([key, edits]) => placesIn(edits, key));
    return placesIn(item, of);
  });
}

function ofProperty(value: Record<string, unknown>, name: string, own: string, outer: string): string {
  if (name.startsWith("target") && typeof value.targetUri === "string") return value.targetUri;
  if (name === "originSelectionRange") return outer;
  const { textDocument } = value;
  return name === "edits" && isObject(textDocument) && typeof textDocument.uri === "string" ? textDocument.uri : own;
}

/** The places of semantic tokens, which have numbers in place of ranges. */
export function placesOfTokens(data: readonly number[], uri: string): Place[] {
  const places: Place[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    character = data[at] === 0 ? character + data[at + 1] : data[at + 1];
    line += data[at];
    places.push({ uri, range: { start: { line, character }, end: { line, character: character + data[at + 2] } } });
  }
  return places;
}

/** Whether the text has all of the ranges, each with its start in front of its end. */
export function hasRanges(text: string, ranges: readonly Range[]): boolean {
  const lines = linesOf(text);
  return ranges.every(({ start, end }) => hasPosition(lines, start) && hasPosition(lines, end) && !isAfter(start, end));
}

function isAfter(a: Position, b: Position): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPosition(value: unknown): value is Position {
  return isObject(value) && typeof value.line === "number" && typeof value.character === "number";
}

function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}
