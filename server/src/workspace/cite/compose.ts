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
  if (insertion.oneLine !== null) return quotations;
  const blocks = inBlocks(cited, insertion);
  return shape === "blockQuote" || insertion.quote === "empty"
    ? [...blocks, ...quotations]
    : [...quotations, ...blocks];
}

function withCitation(quotation: string | null, link: string): string | null {
  return quotation && `${quotation} (${link})`;
}

/** Words go on up to the place, so that marks there would not open; or from it. */
const wordEnd = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f])[\p{L}\p{M}\p{N}.,;:!?…)\]}"”’»]$/u;
const wordStart = /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}"“„«([]/u;

function inLine(pieces: readonly (string | null)[], separator: string, { before, behind }: Insertion): string[] {
  if (pieces.includes(null)) return [];
  const space = [wordEnd.test(before) ? " " : "", wordStart.test(behind) ? " " : ""];
  return [space[0] + pieces.join(separator) + space[1]];
}

function inBlocks(cited: readonly Cited[], { prefix, quote, before, behind, above, below }: Insertion): string[] {
  const emptyLine = `\n${prefix.trimEnd()}`;
  const apart = `${emptyLine}\n${prefix}`;
  // Several cannot share the block quote that is there, since that is one quote with one attribution.
  const mark = quote === "empty" && cited.length === 1 ? "" : "> ";
  const blocks = cited.map(({ text, place }) => writtenBlockQuote(text, place, { prefix, mark }));
  if (blocks.includes(null)) return [];
  const isAtEnd = behind.trim() === "";
  const front = before.trim() !== "" ? apart : above !== "" && mark !== "" ? `\n${prefix}` : "";
  const back = !isAtEnd ? apart : below !== "" ? emptyLine : "";
  return [front + blocks.join(apart) + back];
}
