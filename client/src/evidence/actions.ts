import { commands, env, Range, type TextDocumentShowOptions, Uri, window, workspace } from "vscode";
import type { EvidencePlace } from "../../../server/src/shell/protocol.ts";
import { type Element, isMore } from "./branch.ts";

/** A side of the evidence: where the words are quoted, or where they come from. */
export type Side = "note" | "source";

/** Shows a side of an element in an editor, with the words selected. Nothing where the element has no such side. */
export async function openSide(element: Element | undefined, side: Side): Promise<void> {
  const place = placeOf(element, side);
  if (place === null) return;
  const options: TextDocumentShowOptions = {};
  if (place.range !== null) options.selection = rangeOf(place.range);
  await window.showTextDocument(Uri.parse(place.uri), options);
}

/** The side that choosing an element leads to: a quote's note, and the source of everything else. */
export function mainSide(element: Element | undefined): Side {
  return placeOf(element, "note") === null ? "source" : "note";
}

export async function revealFile(element: Element | undefined): Promise<void> {
  const place = placeOf(element, "source") ?? placeOf(element, "note");
  if (place !== null) await commands.executeCommand("revealInExplorer", Uri.parse(place.uri));
}

/** Copies the words of a quote or of cited lines, whole and as they are written; of a file its path. */
export async function copyText(element: Element | undefined): Promise<void> {
  const place = placeOf(element, mainSide(element));
  if (place === null) return;
  const uri = Uri.parse(place.uri);
  const text =
    place.range === null
      ? workspace.asRelativePath(uri)
      : (await workspace.openTextDocument(uri)).getText(rangeOf(place.range));
  await env.clipboard.writeText(text);
}

function rangeOf({ start, end }: NonNullable<EvidencePlace["range"]>): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function placeOf(element: Element | undefined, side: Side): EvidencePlace | null {
  return element === undefined || isMore(element) ? null : (element.node?.[side] ?? null);
}
