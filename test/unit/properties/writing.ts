import fc from "fast-check";
import type { LineRange } from "../../../server/src/span.ts";
import { type Place, places } from "./places.ts";

/** How a person writes the words of a source into a note. */
export interface Hand {
  readonly marks: readonly [string, string];
  readonly escape: (text: string) => string;
  /** What becomes of the source's line ends. */
  readonly wrap: "keep" | "join" | "break";
  readonly place: Place;
  readonly fragment: (lines: LineRange) => string;
  readonly noteEnd: "\n" | "\r\n" | "\r";
}

/** The marks in which a person may quote, with the space that belongs to them. */
export const outerMarks: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ['"', '"'],
  ["‘", "’"],
  ["'", "'"],
  ["«", "»"],
  ["«\u00a0", "\u00a0»"],
  ["«\u202f", "\u202f»"],
  ["»", "«"],
  ["„", "“"],
  ["„", "”"],
  ["”", "”"],
  ["「", "」"],
  ["『", "』"],
  ["‚", "‘"],
  ["‹", "›"],
  ["›", "‹"],
];

const fragments: readonly ((lines: LineRange) => string)[] = [
  ({ start, end }) => (start === end ? `#L${start}` : `#L${start}-L${end}`),
  ({ start, end }) => `#L${start}-${end}`,
  ({ start, end }) => `#${start}-${end}`,
  ({ start, end }) => `#line=${start - 1},${end}`,
  ({ start, end }) => `#L${start}–L${end}`,
];

/** Ways to write words so that a reader of the Markdown sees the very words. */
export const everything = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
const lineStart = /(^|\n)(\d{0,9})([-+=:.)])/g;
const needed = (text: string) => text.replace(/[\\`*_[\]<>&~|^#!]/g, "\\$&").replace(lineStart, "$1$2\\$3");
const asEntities = (text: string) =>
  text
    .replace(/[\\`*_[\]<>&~|^#!]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(
      lineStart,
      (_, before: string, digits: string, sign: string) => `${before}${digits}&#x${sign.charCodeAt(0).toString(16)};`,
    );
/** As it was copied. Bullets and emphasis of the source are then the note's, and nobody sees a difference. */
export const pasted = (text: string) =>
  /[\\[\]<>&~|^#!`=]|(^|\n)(?:[-*_]+(?:\n|$)|\+)|[*_]['’]/.test(text) ? needed(text) : text;

export const hand: fc.Arbitrary<Hand> = fc.record({
  marks: fc.constantFrom(...outerMarks),
  escape: fc.constantFrom(needed, everything, asEntities, pasted),
  wrap: fc.constantFrom("keep", "join", "break"),
  place: fc.constantFrom(...places),
  fragment: fc.constantFrom(...fragments),
  noteEnd: fc.constantFrom("\n", "\n", "\r\n", "\r"),
});

/** A note that quotes the text and cites the lines of `path`. */
export function writeNote(text: string, path: string, lines: LineRange, hand: Hand): string {
  const { place, marks, wrap, fragment, noteEnd } = hand;
  const words = withLineEnds(text, hand);
  const escaped = (place.title ? everything : hand.escape)(words);
  const broken = wrap === "break" && !place.title ? escaped.replace(/(?<!\n)\n(?!\n)/g, "\\\n") : escaped;
  const [open, close] = place.title ? marks.map(everything) : marks;
  const quoted = place.block ? broken : open + broken + close;
  return `${place.write(quoted, path + fragment(lines))}\n`.replaceAll("\n", noteEnd);
}

/** Lines without the white space around them. Only a block quote can keep the source's paragraphs apart. */
function withLineEnds(text: string, { place, wrap }: Hand): string {
  const lines = text.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, "\n").trim();
  if (place.block) return lines.replace(/\n\n+/g, "\n\n");
  return lines.replace(/\n+/g, place.oneLine || wrap === "join" ? " " : "\n");
}

/** The text as a quotation on one line. */
export function quotedInline(text: string, [open, close]: readonly [string, string]): string {
  return open + needed(text.replace(/\s*[\r\n]\s*/g, " ").trim()) + close;
}
