import { readWords } from "../quote/text/words.ts";
import { endOfLine } from "../source/lines.ts";
import type { Source } from "../source/source.ts";
import type { LoadedSource } from "./sources.ts";
import { baseName } from "./uri.ts";

/** The words of a text as they are compared with a title: without case and marks. */
export function titleKey(text: string): string {
  return readWords(text, 0, text.length)
    .words.map(({ text }) => text.toLowerCase())
    .join(" ");
}

/** Whether a title key is the source's file name, a line of its head, or one of its headings. */
export function isTitleOf(key: string, loaded: LoadedSource): boolean {
  return key !== "" && titlesOf(loaded).has(key);
}

const titles = new WeakMap<LoadedSource, ReadonlySet<string>>();

function titlesOf(loaded: LoadedSource): ReadonlySet<string> {
  const known = titles.get(loaded) ?? readTitles(loaded);
  titles.set(loaded, known);
  return known;
}

/** Of a longer line no more is kept: it is no title. */
const longestTitle = 300;
/** Plain text has no mark for a heading: kicker, headline and byline are its first lines, if they are short. */
const mostHeadLines = 4;
const longestHeadLine = 120;

function readTitles({ uri, source }: LoadedSource): ReadonlySet<string> {
  const name = baseName(uri);
  const found = [name, name.replace(/\.[^.]*$/, "")];
  let headLines = 0;
  let isHead = true;
  let previous = "";
  for (let index = 0; index < source.lineStarts.length; index++) {
    const line = lineOf(source, index);
    if (isHead && /[\p{L}\p{N}]/u.test(line)) {
      if (headLines === 0 || isHeadLine(line)) found.push(line);
      headLines++;
      isHead = source.reading === null && headLines < mostHeadLines && isHeadLine(line);
    }
    if (source.reading !== null) found.push(...headingsAt(line, previous));
    else if (!isHead) break;
    previous = line;
  }
  return new Set(found.map((title) => titleKey(bareHeading(title))));
}

/** Whether a line can be one of a head, and not a sentence of the text. */
function isHeadLine(line: string): boolean {
  return line.length <= longestHeadLine && !/[.…。:;,]["'”’»)\]]*\s*$/.test(line);
}

function lineOf(source: Source, index: number): string {
  const start = source.lineStarts[index];
  return source.text.slice(start, Math.min(endOfLine(source, index), start + longestTitle));
}

/** The heading that a line of Markdown is or makes of the line before it, and the title in front matter. */
function headingsAt(line: string, previous: string): string[] {
  if (/^ {0,3}#{1,6}[ \t]/.test(line)) return [line];
  if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) return [previous];
  const title = /^title:[ \t]*(.+)/i.exec(line);
  return title === null ? [] : [title[1]];
}

/** Without the signs that make the line a heading. */
function bareHeading(line: string): string {
  return line.replace(/^ {0,3}#{1,6}[ \t]/, "").replace(/(?<!#)#+[ \t]*$/, "");
}

/** Small words that titles leave small. */
const smallWords = new Set(
  "a an the and or nor but for so yet as at by in into of off on onto out over per to up upon via vs with from".split(
    " ",
  ),
);

/** Whether the text is written like an English title: capitals on all but small words, and on two words at least. */
export function isTitleCase(text: string): boolean {
  const words = readWords(text, 0, text.length).words.map((word) => word.text);
  const large = words.filter((word, index) => index === 0 || !smallWords.has(word.toLowerCase()));
  return large.length >= 2 && large.every((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word)) && /\p{Ll}/u.test(text);
}
