import type { Location } from "vscode-languageserver-types";
import type { LineRange } from "../span.ts";
import type { Backlink } from "../workspace/backlinks.ts";
import type { CheckedNote } from "../workspace/checkedNote.ts";
import { citedPlace } from "./citedPlace.ts";
import { type CitingPlace, citingPlaces, locationByPath, locationOf } from "./citingPlaces.ts";
import type { SourceLookup } from "./lookup.ts";
import { placesOf } from "./places.ts";
import { rangeOf } from "./position.ts";
import { type Target, targetAt } from "./target.ts";

/** Gives what is at lines of a source, as `Workspace.backlinksOf` does. */
export type BacklinkLookup = (sourceUri: string, lines: LineRange) => readonly Backlink[];

/** The quotes and citations of a 1-based line of a source. */
export function referencesToLine(sourceUri: string, line: number, backlinks: BacklinkLookup): Location[] {
  return citingPlaces(backlinks(sourceUri, { start: line, end: line })).map(locationOf);
}

export interface ReferencesOptions {
  readonly source: SourceLookup;
  readonly backlinks: BacklinkLookup;
  /** Whether to begin with the passages themselves. */
  readonly includeDeclaration: boolean;
  /** Whether somebody else lists links to the same file for a link: those are then given by their paths, as there. */
  readonly linksByPath: boolean;
}

/**
 * Everything that cites the lines at which the quote at an offset of the note stands, or which the citation there names:
 * the quote or citation itself among it. Empty where there is neither.
 */
export async function referencesAt(
  checked: CheckedNote,
  offset: number,
  { source, backlinks, includeDeclaration, linksByPath }: ReferencesOptions,
): Promise<Location[]> {
  const target = targetAt(checked, offset);
  if (target === null) return [];
  const stretches = stretchesOf(target);
  const found = citingPlaces(stretches.flatMap(({ uri, lines }) => backlinks(uri, lines)));
  const places = found.map(linksByPath && target.quote === null ? locationByPath : locationOf);
  if (!found.some((place) => isAt(place, checked, target))) {
    places.unshift(locationOf({ note: checked, span: target.span }));
  }
  if (!includeDeclaration) return places;
  return [...(await declarationsOf(target, source)), ...places];
}

/** What a citation without lines names. */
const all: LineRange = { start: 1, end: Number.POSITIVE_INFINITY };

/** Where the quote was found; else, and of a citation, also what it cites. */
function stretchesOf({ citation, quote }: Target): { readonly uri: string; readonly lines: LineRange }[] {
  const quotes = quote === null ? citation.quotes : [quote];
  const stretches = quotes.flatMap((each) => placesOf(each, citation).map(({ uri, lines }) => ({ uri, lines })));
  const { sourceUri } = citation;
  const { lines } = citation.citation;
  if (sourceUri === null || (quote !== null && stretches.length > 0)) return stretches;
  if (lines !== null) stretches.push({ uri: sourceUri, lines });
  else if (citation.citation.fragment === null && stretches.length === 0)
    stretches.push({ uri: sourceUri, lines: all });
  return stretches;
}

function isAt(place: CitingPlace, checked: CheckedNote, { citation, quote }: Target): boolean {
  if (place.note.uri !== checked.uri) return false;
  const own = [quote ?? citation.quotes].flat().map(({ quotation }) => quotation.marked.start);
  return place.span.start === citation.citation.span.start || own.includes(place.span.start);
}

/** The passages of the quotes, or the cited place. */
async function declarationsOf({ citation, quote }: Target, source: SourceLookup): Promise<Location[]> {
  const quotes = quote === null ? citation.quotes : [quote];
  const declarations: Location[] = [];
  for (const { uri, span } of quotes.flatMap((each) => placesOf(each, citation))) {
    const found = await source(uri);
    if (found !== null) declarations.push({ uri, range: rangeOf(found, span) });
  }
  const { sourceUri } = citation;
  if (declarations.length > 0 || sourceUri === null) return declarations;
  const cited = await source(sourceUri);
  return cited === null ? [] : [{ uri: sourceUri, range: rangeOf(cited, citedPlace(citation.citation, cited)) }];
}

/** Each location once, the first one of it kept. */
export function distinctLocations(locations: readonly Location[]): Location[] {
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
}
