import type { Span } from "../../span.ts";
import type { Edit } from "../reading.ts";
import type { DelimiterStack } from "./emphasis.ts";
import type { MissingEndings } from "./html.ts";
import type { InlineOptions, Labels, Link } from "./inlineText.ts";

/** A link while its reading is not known yet. */
export type FoundLink = Omit<Link, "read"> & { readonly text: Span };

/** A `[` or `![` that may open a link. */
export interface Bracket {
  /** At the `[`, or at the `!` of an image. */
  readonly at: number;
  readonly textStart: number;
  readonly image: boolean;
  readonly delimiters: DelimiterStack["top"];
  readonly links: number;
  /** Whether a bracket follows inside: then the text is no label. */
  holdsBracket: boolean;
}

/** A block's inline text while it is read. Positions are offsets into `text`; spans of results are offsets into the note. */
export interface Scan {
  readonly text: string;
  readonly offset: number;
  readonly labels: Labels;
  readonly options: InlineOptions;
  readonly edits: Edit[];
  readonly links: FoundLink[];
  readonly brackets: Bracket[];
  /** Brackets below this depth can open no link any more, since one was found inside them. */
  inactiveBelow: number;
  readonly delimiters: DelimiterStack;
  /** The edits that read delimiters away; they come out of order. */
  readonly emphasisEdits: Edit[];
  readonly code: Span[];
  readonly comments: Span[];
  readonly images: Span[];
  readonly refused: Span[];
  readonly missing: MissingEndings;
  /** The tag that strikes words out, while its end has not come. */
  struck: { readonly name: string; readonly from: number } | null;
  /** Runs of backticks by length, last one first; null before the first is met. */
  backticks: Map<number, number[]> | null;
  /** Where the wikilink that is being read ends with `]]`, and how many brackets were open before it. */
  wikilinkEnd: number;
  wikilinkDepth: number;
}

export function newScan(text: string, offset: number, labels: Labels, options: InlineOptions): Scan {
  return {
    text,
    offset,
    labels,
    options,
    edits: [],
    links: [],
    brackets: [],
    inactiveBelow: 0,
    delimiters: { top: null },
    emphasisEdits: [],
    code: [],
    comments: [],
    images: [],
    refused: [],
    missing: new Set(),
    struck: null,
    backticks: null,
    wikilinkEnd: -1,
    wikilinkDepth: 0,
  };
}

/** A line break with the white space around it. Returns where to go on. */
export function readLineBreak({ text, edits, options }: Scan, at: number): number {
  let from = at;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from--;
  let to = at + 1;
  while (text[to] === " " || text[to] === "\t") to++;
  edits.push({ from, to, text: options.lineBreak });
  return to;
}
