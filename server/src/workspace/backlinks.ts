import { linesOverlap } from "../source/lines.ts";
import type { LineRange } from "../span.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote, Passage } from "./checkedNote.ts";
import { citedByPart, citedUris } from "./citedUris.ts";
import { createLineIndex, type LineIndex } from "./lineIndex.ts";
import { createRelation } from "./relation.ts";

/** A place of a note seen from the source: a quote at the lines where it stands, or a citation at those that it names. */
export interface Backlink {
  readonly note: CheckedNote;
  /** Index into `note.citations`. */
  readonly citation: number;
  /** Null for the citation itself. */
  readonly quote: CheckedQuote | null;
  /** Where the quote was found in this source; null where it was not, and for a citation itself. */
  readonly passage: Passage | null;
  /** Those of the passage, else the cited ones. They may be past the end of the source. */
  readonly lines: LineRange;
}

/** What of each source is cited by whom. */
export interface Backlinks {
  /** Gives a note new citations in place of its old ones; null for a note that is gone. O(its citations), where they are not known in parts. */
  put(noteUri: string, checked: CheckedNote | null): void;
  /** The URIs that citations lead to, readable or not. */
  sources(): Iterable<string>;
  readonly sourceCount: number;
  /** URIs of the notes that cite the source. */
  notesOf(sourceUri: string): ReadonlySet<string>;
  /** Its citations in URI order of their notes, as indexes into `note.citations`. O(what is found). */
  citationsOf(sourceUri: string): readonly { readonly note: CheckedNote; readonly citation: number }[];
  /**
   * Quotes that stand at the lines, or that name them and were not found in this source, and citations that name them
   * and have no such quote; without lines, all of the source. Ordered by their own lines, those of one start in URI
   * order of their notes. O(log n + what is found), and what the few notes cite that changed since the source was last
   * indexed.
   */
  backlinksOf(sourceUri: string, lines?: LineRange): readonly Backlink[];
}

/** The citations of one note, by their sources. */
interface NoteCitations {
  readonly checked: CheckedNote;
  /** Made when a source is asked for. */
  bySource: ReadonlyMap<string, readonly number[]> | null;
}

/** What cites one source, as it was when it was indexed. */
interface SourceIndex {
  readonly backlinks: readonly Backlink[];
  readonly lines: LineIndex;
  /** Notes that changed since: theirs are not to be taken from here. */
  readonly changed: Set<string>;
}

/** An index is made anew when so many notes have changed, or this share of those that cite the source. */
const mostChanged = 8;
const mostChangedShare = 1 / 16;

const wholeSource: LineRange = { start: 1, end: Number.POSITIVE_INFINITY };

export function createBacklinks(): Backlinks {
  const notes = new Map<string, NoteCitations>();
  const relation = createRelation();
  /** Made when a source is asked for. */
  const indexes = new Map<string, SourceIndex>();

  /** The sources of a note that have an index: few have one. */
  function indexedOf(noteUri: string): string[] {
    const cited = relation.keysOf(noteUri);
    if (cited.size < indexes.size) return [...cited.keys()].filter((sourceUri) => indexes.has(sourceUri));
    return [...indexes.keys()].filter((sourceUri) => cited.has(sourceUri));
  }

  function outdate(sourceUri: string, noteUri: string): void {
    const known = indexes.get(sourceUri);
    if (known === undefined) return;
    known.changed.add(noteUri);
    const citing = relation.notesOf(sourceUri).size;
    const most = citing === 0 ? 0 : Math.max(mostChanged, citing * mostChangedShare);
    if (known.changed.size > most) indexes.delete(sourceUri);
  }

  function citationsIn(
    noteUri: string,
    sourceUri: string,
  ): { readonly note: CheckedNote; readonly citation: number }[] {
    const note = notes.get(noteUri)!;
    const { checked } = note;
    note.bySource ??= citationsBySource(checked);
    return note.bySource.get(sourceUri)!.map((citation) => ({ note: checked, citation }));
  }

  function citationsOf(sourceUri: string): { readonly note: CheckedNote; readonly citation: number }[] {
    return [...relation.notesOf(sourceUri)].sort().flatMap((noteUri) => citationsIn(noteUri, sourceUri));
  }

  function indexOf(sourceUri: string): SourceIndex {
    const known = indexes.get(sourceUri);
    if (known !== undefined) return known;
    const backlinks = citationsOf(sourceUri).flatMap(({ note, citation }) => backlinksOfCitation(note, citation));
    const lines = createLineIndex(backlinks.map((backlink) => backlink.lines));
    const made = { backlinks, lines, changed: new Set<string>() };
    if (backlinks.length > 0) indexes.set(sourceUri, made);
    return made;
  }

  function overlapping(sourceUri: string, lines: LineRange): Backlink[] {
    const index = indexOf(sourceUri);
    const { changed } = index;
    const found = index.lines.overlapping(lines).map((each) => index.backlinks[each]);
    if (changed.size === 0) return found;
    const citing = relation.notesOf(sourceUri);
    const since = [...changed]
      .filter((noteUri) => citing.has(noteUri))
      .flatMap((noteUri) => citationsIn(noteUri, sourceUri))
      .flatMap(({ note, citation }) => backlinksOfCitation(note, citation))
      .filter((backlink) => linesOverlap(backlink.lines, lines));
    return [...found.filter(({ note }) => !changed.has(note.uri)), ...since].sort(
      (a, b) => a.lines.start - b.lines.start || (a.note.uri < b.note.uri ? -1 : a.note.uri > b.note.uri ? 1 : 0),
    );
  }

  return {
    put(noteUri, checked) {
      const before = indexedOf(noteUri);
      if (checked?.inParts !== undefined) relation.setLists(noteUri, checked.inParts.parts.map(citedByPart));
      else relation.set(noteUri, checked === null ? new Set() : citedUris(checked));
      for (const sourceUri of new Set([...before, ...indexedOf(noteUri)])) outdate(sourceUri, noteUri);
      if (checked === null) notes.delete(noteUri);
      else notes.set(noteUri, { checked, bySource: null });
    },
    sources: relation.keys,
    get sourceCount() {
      return relation.keyCount;
    },
    notesOf: relation.notesOf,
    citationsOf,
    backlinksOf(sourceUri, lines = wholeSource) {
      const found = overlapping(sourceUri, lines);
      const quoted = new Set(found.flatMap(({ note, citation, quote }) => (quote ? note.citations[citation] : [])));
      return found.filter(({ note, citation, quote }) => quote !== null || !quoted.has(note.citations[citation]));
    },
  };
}

function citationsBySource({ citations }: CheckedNote): Map<string, number[]> {
  const bySource = new Map<string, number[]>();
  for (let citation = 0; citation < citations.length; citation++) {
    const { sourceUri } = citations[citation];
    if (sourceUri === null) continue;
    const known = bySource.get(sourceUri);
    if (known === undefined) bySource.set(sourceUri, [citation]);
    else known.push(citation);
  }
  return bySource;
}

function backlinksOfCitation(note: CheckedNote, citation: number): Backlink[] {
  const checked = note.citations[citation];
  const { lines } = checked.citation;
  const backlinks: Backlink[] = [];
  for (const quote of checked.quotes) {
    const passages = passagesOf(quote, checked);
    for (const passage of passages) backlinks.push({ note, citation, quote, passage, lines: passage.lines });
    if (passages.length === 0 && lines !== null) backlinks.push({ note, citation, quote, passage: null, lines });
  }
  if (lines !== null) backlinks.push({ note, citation, quote: null, passage: null, lines });
  return backlinks;
}

function passagesOf({ passage, places }: CheckedQuote, { sourceUri }: CheckedCitation): Passage[] {
  const found = places.length > 0 ? places : passage === null ? [] : [passage];
  return found.filter(({ uri }) => uri === sourceUri);
}
