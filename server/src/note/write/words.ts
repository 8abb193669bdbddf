import { withoutHidden } from "../../hidden.ts";

/** The words of a source as they are written into a note: without its line ends. */

const whiteSpace = /[ \t\v\f\u0085\u2028\u2029]+/g;
const lineEnd = /\r\n?|\n/;
const emptyLine = /(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+/;

/** A source's text on one line. A hyphen at a line's end stays as it is, and no space comes behind it. */
export function joinedLines(text: string): string {
  return shown(text.split(emptyLine).map(joinedParagraph).reduce(joined, ""));
}

/**
 * A source's text as paragraphs of one line each. Where the source wraps its lines they are joined; where each stands
 * for itself, as in verse or a protocol, each is a paragraph.
 */
export function paragraphsOf(text: string): string[] {
  const paragraphs = text.split(emptyLine).flatMap((paragraph) => {
    const lines = linesOf(paragraph);
    return isWrapped(lines) ? [joinedParagraph(paragraph)] : lines;
  });
  return paragraphs.map(shown).filter(isFilled);
}

/** Without what a check reports as hidden. That a hidden character stood at a line's end or start has been seen by then. */
function shown(text: string): string {
  return withoutHidden(text).replace(/ {2,}/g, " ").trim();
}

function joinedParagraph(text: string): string {
  return linesOf(text).reduce((before, line) => (isBroken(before, line) ? before + line : joined(before, line)), "");
}

function joined(before: string, behind: string): string {
  const isDense = denseEnd.test(before.slice(-2)) && denseStart.test(behind);
  return before === "" || behind === "" || isDense ? before + behind : `${before} ${behind}`;
}

function isFilled(text: string): boolean {
  return text !== "";
}

function linesOf(text: string): string[] {
  return text
    .split(lineEnd)
    .map((line) => line.replace(whiteSpace, " ").trim())
    .filter(isFilled);
}

/** Scripts that write no space between words. */
const dense = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef";
const denseEnd = new RegExp(`[${dense}]$`, "u");
const denseStart = new RegExp(`^[${dense}]`, "u");

/** Whether a word goes on behind the hyphen at a line's end. */
function isBroken(before: string, behind: string): boolean {
  const end = before.slice(-8);
  const isSoft = /\p{L}\u00ad$/u.test(end) && /^\p{L}{2}/u.test(behind);
  return isSoft || (/\p{L}\p{M}*[-\u2010]$/u.test(end) && /^\p{L}/u.test(behind));
}

/** No text is wrapped to fewer or more characters. */
const narrowest = 40;
const widest = 120;
const sentenceEnd = /[.!?:;…。！？]["'”’»)\]」』]*$/;

function isWrapped(lines: readonly string[]): boolean {
  const width = Math.max(0, ...lines.map(({ length }) => length));
  if (width < narrowest || width > widest) return false;
  return lines.slice(0, -1).some((line) => !sentenceEnd.test(line));
}
