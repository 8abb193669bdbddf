import type { NoteMarks, QuoteMark } from "../../../server/src/shell/protocol.ts";
import { isUnchanged, type Lines } from "./changedLines.ts";
import type { InlineText } from "./inlineText.ts";
import type { Token } from "./markdownIt.ts";

/** What is to be shown in a text, for one of the notes that have it. */
export interface MarkedNote extends Omit<NoteMarks, "version"> {
  readonly uri: string;
  /** The lines of the text that were not checked yet. */
  readonly changed: Lines | null;
  /** Called where something is not shown because its block has changed. */
  readonly onLeftOut: () => void;
}

/** A mark at an offset of a block's text. */
export interface Place {
  readonly offset: number;
  readonly uri: string;
  readonly quote: QuoteMark;
}

/** Where the marks stand, in their order in each text: right behind their quotes. O(n log n) in texts and quotes. */
export function placesOf(notes: readonly MarkedNote[], texts: readonly InlineText[]): Map<Token[], Place[]> {
  const places = new Map<Token[], Place[]>();
  const textsByLastLine = new Map(texts.map((text) => [text.lines.end - 1, text]));
  for (const note of notes) {
    const place = (quote: QuoteMark, text: InlineText, offset: number) => {
      if (!isUnchanged(text.lines, note.changed)) return note.onLeftOut();
      const others = places.get(text.children);
      const found = { offset, uri: note.uri, quote };
      if (others === undefined) places.set(text.children, [found]);
      else others.push(found);
    };
    const placed = new Set<QuoteMark>();
    const quotesByLine = byLastLine(note.quotes);
    for (const text of texts) {
      for (const { line, from, to, offset } of text.stretches) {
        for (const quote of endingIn(quotesByLine.get(line), from, to)) {
          placed.add(quote);
          place(quote, text, offset + quote.range.end.character - from);
        }
      }
    }
    for (const quote of note.quotes) {
      if (placed.has(quote)) continue;
      const text = lastTextIn(quote, textsByLastLine);
      if (text !== null) place(quote, text, text.length);
    }
  }
  for (const found of places.values()) found.sort((a, b) => a.offset - b.offset);
  return places;
}

type Ranged = Pick<QuoteMark, "range">;

/** What ends on each line, in the order of the ends. */
export function byLastLine<Placed extends Ranged>(all: readonly Placed[]): ReadonlyMap<number, readonly Placed[]> {
  const found = new Map<number, Placed[]>();
  for (const placed of all) {
    const { line } = placed.range.end;
    const others = found.get(line);
    if (others === undefined) found.set(line, [placed]);
    else others.push(placed);
  }
  for (const line of found.values()) line.sort((a, b) => a.range.end.character - b.range.end.character);
  return found;
}

/** Those of a line that end behind `from` and not behind `to`: a row of a table may have thousands, in as many cells. */
export function* endingIn<Placed extends Ranged>(
  line: readonly Placed[] | undefined,
  from: number,
  to: number,
): Iterable<Placed> {
  if (line === undefined) return;
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line[middle].range.end.character <= from) low = middle + 1;
    else high = middle;
  }
  for (; low < line.length && line[low].range.end.character <= to; low++) yield line[low];
}

/** For a block quote that ends in something that is no text, as code. */
function lastTextIn({ range }: QuoteMark, textsByLastLine: ReadonlyMap<number, InlineText>): InlineText | null {
  for (let line = range.end.line; line >= range.start.line; line--) {
    const text = textsByLastLine.get(line);
    if (text !== undefined) return text;
  }
  return null;
}
