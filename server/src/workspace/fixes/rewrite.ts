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
  const wanted = tokensOf(words);
  let front = 0;
  while (front < Math.min(before.length, wanted.length) && isSame(before[front], wanted[front])) front++;
  let behind = 0;
  const most = Math.min(before.length, wanted.length) - front;
  while (behind < most && isSame(before.at(-1 - behind)!, wanted.at(-1 - behind)!)) behind++;
  const start = range.start + before.slice(0, front).join("").length;
  const end = range.end - before.slice(before.length - behind).join("").length;
  const text = wanted.slice(front, wanted.length - behind).join("");
  if (start === end && text === "") return [];
  const span = originalSpan(reading, { start, end });
  if (!isWhole(checked.text.slice(span.start, span.end), reading.text.slice(start, end))) return null;
  return [{ span, text: writtenWords({ checked, quote }, span.start, text) }];
}

function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|./gu) ?? [];
}

function isSame(a: string, b: string): boolean {
  return a === b || (a.trim() === "" && b.trim() === "");
}

/** Whether markup that is read away inside a range begins and ends there. */
function isWhole(original: string, read: string): boolean {
  if (original === read) return true;
  return isBalanced(original) && !/[[\]<>]/.test(original.replace(/\n[ \t>]*|\\[!-/:-@[-`{-~]/g, ""));
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
  const { marked, rule } = quotation;
  const [head, tail] = [/^\s/.test(words) ? " " : "", /\S\s+$/.test(words) ? " " : ""];
  const isAsWritten = checked.note.quotations.some(({ written }) => written === quotation.reading);
  let written = joinedLines(words);
  if (rule !== "block-quote") {
    written = withNestedMarks(written, { open: text[marked.start], close: text[marked.end - 1] });
  }
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
