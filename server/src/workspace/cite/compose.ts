/** The ways in which words can be written at a place of a note, best first. */

import { writtenBlockQuote } from "../../note/write/blockQuote.ts";
import { type CitedPlace, writtenCitation } from "../../note/write/citation.ts";
import type { Insertion } from "../../note/write/insertion.ts";
import { writtenQuotation } from "../../note/write/quotation.ts";
import type { QuoteStyle } from "../../note/write/quoteStyle.ts";

export type CiteShape = "quotation" | "blockQuote" | "citation";

/** Words of a source and where they stand. */
export interface Cited {
  readonly text: string;
  readonly place: CitedPlace;
}

export interface Composition {
  readonly shape: CiteShape;
  readonly cited: readonly Cited[];
  readonly style: QuoteStyle;
}

/** None where the words have no letter or digit. Lines end with `\n`. */
export function compositions({ shape, cited, style }: Composition, insertion: Insertion): string[] {
  if (cited.length === 0) return [];
  const place = insertion.oneLine === "cell" ? "tableCell" : "inline";
  const link = (each: Cited) => writtenCitation(each.place, place);
  if (shape === "citation") return inLine(cited.map(link), ", ", insertion);

  const touching = cited.map((each) => withCitation(writtenQuotation(each.text, { style, place }), link(each)));
  const linked = cited.map(({ text, place: { path, fragment } }) => {
    const quotation = writtenQuotation(text, { style, place: "linkText" });
    return quotation && `[${place === "tableCell" ? quotation.replaceAll("|", "\\|") : quotation}](${path}${fragment})`;
  });
  const quotations = [...inLine(touching, " ", insertion), ...inLine(linked, " ", insertion)];
  if (insertion.oneLine !== null || !insertion.isDivisible) return quotations;
  const outside = behindQuote(insertion);
  const blocks = [...inBlocks(cited, insertion), ...(outside === null ? [] : inBlocks(cited, outside))];
  if (shape === "blockQuote" || insertion.quote === "empty") return [...blocks, ...quotations];
  const paragraphs = [insertion, outside].flatMap((place) => (place === null ? [] : inParagraph(touching, place)));
  return [...quotations, ...paragraphs, ...(leavesNoStop(insertion) ? blocks : [])];
}

/** The place behind the block quote that ends in this line, where what was quoted there stays as it is. */
function behindQuote(insertion: Insertion): Insertion | null {
  const { quote, prefix, behind } = insertion;
  if (quote !== "filled" || behind.trim() !== "") return null;
  return { ...insertion, prefix: prefix.slice(0, prefix.lastIndexOf(">")), quote: "none" };
}

/** Whether no full stop or the like would be left alone behind what is set apart from its sentence. */
function leavesNoStop({ before, behind }: Insertion): boolean {
  return before.trim() === "" || !/^\s*\p{P}+\s*$/u.test(behind);
}

function withCitation(quotation: string | null, link: string): string | null {
  return quotation && `${quotation} (${link})`;
}

/** Words go on up to the place, so that marks there would not open; or from it. */
const wordEnd = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f])[\p{L}\p{M}\p{N}.,;:!?…)\]}"”’»]$/u;
const wordStart = /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}"“„«([]/u;

function inLine(pieces: readonly (string | null)[], separator: string, insertion: Insertion): string[] {
  if (pieces.includes(null)) return [];
  const { lead, before, behind, prefix, below } = insertion;
  const front = lead || (wordEnd.test(before) ? " " : "");
  const back = wordStart.test(behind) ? " " : "";
  // A line of dashes right below would make a heading of it.
  const isUnderlined = (before + behind).trim() === "" && /^(?:-+|=+)$/.test(below);
  return [front + pieces.join(separator) + (isUnderlined ? `\n${prefix.trimEnd()}` : back)];
}

/** In a paragraph of its own, at the start or the end of the line. */
function inParagraph(pieces: readonly (string | null)[], insertion: Insertion): string[] {
  const { before, behind, above, below } = insertion;
  const isAtEdge = before.trim() === "" || behind.trim() === "";
  if (pieces.includes(null) || !isAtEdge || [before, behind, above, below].every((text) => text.trim() === ""))
    return [];
  return [setApart(pieces.join(" "), insertion, { joinsAbove: false })];
}

function inBlocks(cited: readonly Cited[], insertion: Insertion): string[] {
  const { prefix, quote } = insertion;
  // Several cannot share the block quote that is there, since that is one quote with one attribution.
  const mark = quote === "empty" && cited.length === 1 ? "" : "> ";
  const blocks = cited.map(({ text, place }) => writtenBlockQuote(text, place, { prefix, mark }));
  if (blocks.includes(null)) return [];
  return [setApart(blocks.join(emptyLine(prefix)), insertion, { joinsAbove: mark === "" })];
}

/** With an empty line between it and the words in front, above, behind and below. */
function setApart(written: string, insertion: Insertion, { joinsAbove }: { readonly joinsAbove: boolean }): string {
  const { prefix, lead, before, behind, above, below } = insertion;
  const front = before.trim() !== "" ? emptyLine(prefix) : above !== "" && !joinsAbove ? `\n${prefix}` : lead;
  const back = behind.trim() !== "" ? emptyLine(prefix) : below !== "" ? `\n${prefix.trimEnd()}` : "";
  return front + written + back;
}

function emptyLine(prefix: string): string {
  return `\n${prefix.trimEnd()}\n${prefix}`;
}
