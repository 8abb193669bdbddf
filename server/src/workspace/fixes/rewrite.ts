import { originalSpan } from "../../note/reading.ts";
import { escapedWords } from "../../note/write/escape.ts";
import { withNestedMarks } from "../../note/write/quotation.ts";
import { joinedLines } from "../../note/write/words.ts";
import { endOfLine, lineAt } from "../../source/lines.ts";
import type { Span } from "../../span.ts";
import type { CheckedNote, CheckedQuote } from "../checkedNote.ts";
import type { TextEdit } from "../noteEdit.ts";

/** A quote of a note. */
export interface NoteQuote {
  readonly checked: CheckedNote;
  readonly quote: CheckedQuote;
}

/**
 * The edits that make a range of the quote's reading read as `words` of the source: words that both have at their ends
 * stay as they are, white space included. None where there is nothing to do; null where markup would be cut in two.
 */
export function rewrite({ checked, quote }: NoteQuote, range: Span, words: string): TextEdit[] | null {
  const { reading } = quote.quotation;
  const before = tokensOf(reading.text.slice(range.start, range.end));
  const wanted = tokensOf(nestedWords({ checked, quote }, range, words));
  let front = 0;
  while (front < Math.min(before.length, wanted.length) && isSame(before[front], wanted[front])) front++;
  let behind = 0;
  const most = Math.min(before.length, wanted.length) - front;
  while (behind < most && isSame(before.at(-1 - behind)!, wanted.at(-1 - behind)!)) behind++;
  const start = range.start + before.slice(0, front).join("").length;
  const end = range.end - before.slice(before.length - behind).join("").length;
  const text = wanted.slice(front, wanted.length - behind).join("");
  if (start === end && text === "") return [];
  const span = wholeSpan(checked.text, originalSpan(reading, { start, end }), reading.text.slice(start, end));
  return span && [{ span, text: writtenWords({ checked, quote }, span.start, text) }];
}

/** The words, where marks of theirs would end the quotation with the nested ones: told by what stands on either side. */
function nestedWords({ checked, quote }: NoteQuote, { start, end }: Span, words: string): string {
  const { marked, rule, reading } = quote.quotation;
  if (rule === "block-quote") return words;
  const style = { open: checked.text[marked.start], close: checked.text[marked.end - 1] };
  const [before, behind] = [reading.text.slice(Math.max(0, start - 1), start), reading.text.slice(end, end + 1)];
  const nested = withNestedMarks(before + words + behind, style);
  return nested.slice(before.length, nested.length - behind.length);
}

function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|./gu) ?? [];
}

function isSame(a: string, b: string): boolean {
  return a === b || (a.trim() === "" && b.trim() === "");
}

/**
 * The span, with the marks of emphasis beside it where it has their partners; null where it would cut markup in two.
 * `read` is what it reads as.
 */
function wholeSpan(text: string, span: Span, read: string): Span | null {
  const original = text.slice(span.start, span.end);
  if (original === read) return span;
  if (/[[\]<>]/.test(original.replace(/\n[ \t>]*|\\[!-/:-@[-`{-~]/g, ""))) return null;
  const whole = withEmphasis(text, span);
  return isBalanced(text.slice(whole.start, whole.end)) ? whole : null;
}

/** The span with the marks of emphasis on either side, where it has others without a partner. */
export function withEmphasis(text: string, { start, end }: Span): Span {
  if (isBalanced(text.slice(start, end))) return { start, end };
  let [from, to] = [start, end];
  while (from > 0 && /[*_~]/.test(text[from - 1])) from--;
  while (to < text.length && /[*_~]/.test(text[to])) to++;
  return { start: from, end: to };
}

/** Whether every mark of emphasis or code in a piece of Markdown has its partner there. */
export function isBalanced(markdown: string): boolean {
  const counts = new Map<string, number>();
  for (const [run] of markdown.matchAll(/(?<![\\*_~`=])(?:\*+|_+|~+|`+|==+)/g)) {
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return [...counts.values()].every((count) => count % 2 === 0);
}

/** Words of a source as they have to be written at a place of the quote, so that Markdown shows these very words. */
export function writtenWords({ checked, quote }: NoteQuote, at: number, words: string): string {
  const { text } = checked;
  const { quotation } = quote;
  const { rule } = quotation;
  const [head, tail] = [/^\s/.test(words) ? " " : "", /\S\s+$/.test(words) ? " " : ""];
  const isAsWritten = checked.note.quotations.some(({ written }) => written === quotation.reading);
  let written = joinedLines(words);
  if (!isAsWritten) {
    const line = lineAt(checked.lineStarts, at);
    const lineStart = checked.lineStarts[line];
    const startsLine = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)?$/.test(text.slice(lineStart, at));
    const place = startsLine && head === "" ? "line" : rule === "link-text" ? "linkText" : "inline";
    written = escapedWords(written, place);
    if (rule === "link-title") written = written.replace(/(?<!\\)["'()]/g, "\\$&");
    const others = text.slice(lineStart, endOfLine(checked, line));
    if (others.includes("|")) written = written.replace(/(?<!\\)\|/g, "\\|");
  }
  return head + written + tail;
}

/** Puts marks of the writer's in front of a character of the quote's reading. */
export function insertBefore({ quote }: NoteQuote, at: number, marks: string): TextEdit {
  return { span: originalSpan(quote.quotation.reading, { start: at, end: at }), text: marks };
}
