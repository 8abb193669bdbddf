import type { Citation } from "../note/note.ts";
import { countLines, spanOfLines } from "../source/lines.ts";
import type { Source } from "../source/source.ts";
import type { LineRange, Span } from "../span.ts";
import { isWholeFile } from "./citedSources.ts";
import type { LoadedSource, SourceState } from "./sources.ts";
import { baseName } from "./uri.ts";

/** A citation with its source. */
export interface SourcedCitation {
  /** In `Note.citations`. */
  readonly index: number;
  readonly citation: Citation;
  /** Where the path leads; null where it leads nowhere that may be named. */
  readonly uri: string | null;
  readonly source: SourceState;
  /** The cited lines in the source's text, as far as it has them; null where there are none. */
  readonly cited: Span | null;
}

export interface SourcedCitationOptions {
  readonly index: number;
  readonly citation: Citation;
  readonly uri: string | null;
  readonly source: SourceState;
}

/** Null where the link turns out to be no citation: one to a whole file that cannot be read as text. */
export function sourcedCitation({ index, citation, uri, source }: SourcedCitationOptions): SourcedCitation | null {
  if (source.problem !== undefined && isWholeFile(citation)) return null;
  // What leads out by a symbolic link is as little to be opened as what leads out by its letters.
  const named = source.problem === "source-outside-workspace" ? null : uri;
  const cited = source.problem === undefined ? citedSpan(citation, source.source) : null;
  return { index, citation, uri: named, source, cited };
}

function citedSpan({ lines }: Citation, source: Source): Span | null {
  return lines === null ? null : spanOfLines(source, lines);
}

/** The source where it can be quoted from, else null. */
export function loadedSourceOf({ source }: SourcedCitation): LoadedSource | null {
  return source.problem === undefined ? source : null;
}

/** The sources that can be quoted from, each once, in the order in which they are first cited. */
export function sourcesOf(citations: readonly (SourcedCitation | null)[]): LoadedSource[] {
  return [...new Set(citations.flatMap((citation) => (citation && loadedSourceOf(citation)) ?? []))];
}

/**
 * Whether the lines run past the end of the source. The empty line behind the last line end may be the last of a
 * range, as that is where a selection of whole lines ends, but it is no line to cite alone.
 */
export function isOutside(lines: LineRange, source: Source): boolean {
  return lines.start > countLines(source) || lines.end > source.lineStarts.length;
}

/** How messages name the source. */
export function fileNameOf({ uri, citation }: SourcedCitation): string {
  return uri === null ? citation.path : baseName(uri);
}
