import type { LocationLink } from "vscode-languageserver-types";
import { linesOfSpan, spanOfLines } from "../source/lines.ts";
import type { Source } from "../source/source.ts";
import type { Span } from "../span.ts";
import type { CheckedNote } from "../workspace/checkedNote.ts";
import { citedPlace } from "./citedPlace.ts";
import type { SourceLookup } from "./lookup.ts";
import { placesOf } from "./places.ts";
import { rangeOf } from "./position.ts";
import { targetAt } from "./target.ts";

/**
 * Where the quote or citation at an offset of the note leads: to the passages of its quotes (with several places, the
 * nearest first), or to the cited lines where nothing was found. The origin is the quote or the link; the target is the
 * smallest range of whole lines around the passage, its selection the passage itself. Empty where there is nothing.
 */
export async function definitionAt(
  checked: CheckedNote,
  offset: number,
  source: SourceLookup,
): Promise<LocationLink[]> {
  const target = targetAt(checked, offset);
  if (target === null) return [];
  const origin = rangeOf(checked, target.span);
  const quotes = target.quote === null ? target.citation.quotes : [target.quote];
  const places = quotes.flatMap((quote) => placesOf(quote, target.citation));
  const links: LocationLink[] = [];
  for (const { uri, span } of places) {
    const found = await source(uri);
    if (found !== null) links.push(link(origin, uri, found, span));
  }
  if (links.length > 0) return distinct(links);
  const { sourceUri, citation } = target.citation;
  const cited = sourceUri === null ? null : await source(sourceUri);
  if (sourceUri === null || cited === null) return [];
  return [link(origin, sourceUri, cited, citedPlace(citation, cited))];
}

function link(origin: LocationLink["originSelectionRange"], uri: string, source: Source, span: Span): LocationLink {
  const lines = spanOfLines(source, linesOfSpan(source.lineStarts, span)) ?? span;
  return {
    originSelectionRange: origin,
    targetUri: uri,
    targetRange: rangeOf(source, lines),
    targetSelectionRange: rangeOf(source, span),
  };
}

/** Two quotes of one citation may stand at one place. */
function distinct(links: readonly LocationLink[]): LocationLink[] {
  const seen = new Set<string>();
  return links.filter((each) => {
    const key = JSON.stringify([each.targetUri, each.targetSelectionRange]);
    return !seen.has(key) && seen.add(key);
  });
}
