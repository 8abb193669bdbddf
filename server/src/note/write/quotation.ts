import { findQuotations } from "../quotation.ts";
import type { WordsPlace } from "./escape.ts";
import { escapedWords } from "./escape.ts";
import type { QuoteStyle } from "./quoteStyle.ts";
import { curlyMarks, straightMarks } from "./quoteStyle.ts";
import { joinedLines } from "./words.ts";

export interface QuotationWriting {
  readonly style: QuoteStyle;
  /** Where the quotation stands. */
  readonly place: Exclude<WordsPlace, "line">;
}

/**
 * A source's text as a quotation in marks, on one line, escaped. Marks of the source that would end it too early become
 * the nested ones; where that is not enough, other marks are put around it. A text that is one quotation of the source
 * gets the new marks in place of its own. Null where the text has no letter or digit: no marks make that a quotation.
 */
export function writtenQuotation(text: string, { style, place }: QuotationWriting): string | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const words = withoutOwnMarks(joinedLines(text));
  for (const marks of stylesFor(words, style)) {
    const nested = withNestedMarks(words, marks);
    if (isOneQuotation(marks.open + nested + marks.close)) {
      return marks.open + escapedWords(nested, place) + marks.close;
    }
  }
  return null;
}

/** Whether the marks at its ends, and no others, are its pair, also with a citation behind. */
function isOneQuotation(marked: string): boolean {
  const [found, next] = findQuotations(`${marked} (`);
  return found?.marked.start === 0 && found.marked.end === marked.length && next === undefined;
}

function withoutOwnMarks(words: string): string {
  const [found] = findQuotations(words);
  if (found?.marked.start !== 0 || found.marked.end !== words.length) return words;
  return words.slice(found.words.start, found.words.end);
}

function stylesFor(words: string, style: QuoteStyle): QuoteStyle[] {
  const others = [curlyMarks, { open: "«", close: "»" }, straightMarks, { open: "「", close: "」" }];
  // 5" are inches, which no nested mark stands for.
  return style.open === '"' && /\d"/.test(words) ? [curlyMarks, style, ...others] : [style, ...others];
}

/** What stands for a mark inside marks of its own kind. */
const nestedMarks: readonly (QuoteStyle & { readonly inside: string })[] = [
  { inside: '"', open: "'", close: "'" },
  { inside: "“”", open: "‘", close: "’" },
  { inside: "„“", open: "‚", close: "‘" },
  { inside: "„”", open: "‚", close: "’" },
  { inside: "”", open: "’", close: "’" },
  { inside: "«»", open: "“", close: "”" },
  { inside: "»«", open: "›", close: "‹" },
  { inside: "「」", open: "『", close: "』" },
  { inside: "『』", open: "「", close: "」" },
];

/** Words in which marks that would end a quotation in these marks are the nested ones. */
export function withNestedMarks(words: string, { open, close }: QuoteStyle): string {
  const [first, last] = [open.trim(), close.trim()];
  const nested = nestedMarks.find(({ inside }) => inside === first + (last === first ? "" : last));
  if (!nested) return words;
  const conflicting = first + last + (first === "„" ? "“”" : "");
  return words.replace(/["“”„«»「」『』]/g, (mark, at: number) => {
    if (!conflicting.includes(mark)) return mark;
    return opens(words, at) ? nested.open : nested.close;
  });
}

function opens(words: string, at: number): boolean {
  const before = words.slice(0, at);
  return /(?:^|[\s([{\p{Pd}“„«‘‚「『"'])$/u.test(before) && /^\S/.test(words.slice(at + 1));
}
