import type { LineRange, Span } from "../../server/src/span.ts";
import { sentencesOf } from "./corpus.ts";
import { joinLigatures } from "./permitted/characters.ts";
import { curl } from "./permitted/quoteMarks.ts";
import type { Random } from "./random.ts";

/** A source as it lies in its file, and where in it every unit of the text in one line has gone. */
export interface LaidOut {
  readonly text: string;
  linesOf(span: Span): LineRange;
  /** 1-based columns of the span's first and last character. */
  columnsOf(span: Span): LineRange;
  readonly lineCount: number;
}

type Layout = (text: string, random: Random) => LaidOut;

const heading = "From the archive\n\n";

/** Ways to lay a text out in lines, by name. */
export const layouts: Readonly<Record<string, Layout>> = {
  sentences: (text) =>
    lay(
      text,
      breakBetweenSentences(text, () => "\n"),
      { before: heading },
    ),
  paragraphs: (text) =>
    lay(
      text,
      breakBetweenSentences(text, (i) => (i % 3 === 2 ? "\n\n" : " ")),
      { before: heading },
    ),
  wrapped: (text) => lay(text, wrap(text, 72), { before: heading }),
  wrappedParagraphs: (text) => {
    const paragraphs = breakBetweenSentences(text, (i) => (i % 2 === 1 ? "\n\n" : " "));
    return lay(text, wrap(text, 72, paragraphs), { before: heading });
  },
  oneLine: (text) => lay(text, new Map()),
  crlf: (text) =>
    lay(
      text,
      breakBetweenSentences(text, (i) => (i % 2 === 1 ? "\r\n\r\n" : "\r\n")),
      { before: "Archive\r\n\r\n" },
    ),
  cr: (text) =>
    lay(
      text,
      breakBetweenSentences(text, () => "\r"),
      { before: "Archive\r\r" },
    ),
  byteOrderMark: (text) =>
    lay(
      text,
      breakBetweenSentences(text, () => "\n\n"),
      { before: `\ufeff${heading}` },
    ),
  broken: (text, random) => lay(text, breakWords(text, wrap(text, 60), random), { before: heading }),
  indented: (text) => lay(text, wrap(text, 64, undefined, "  \n    "), { before: `${heading}    ` }),
  decomposed: (text) => lay(text, new Map(), { before: heading, write: (unit) => unit.normalize("NFD") }),
  typeset: (text, random) => lay(text, typeset(text, random), { before: heading }),
};

export const layoutNames: readonly string[] = Object.keys(layouts);

interface LayOptions {
  readonly before?: string;
  readonly write?: (unit: string) => string;
}

/** The text with some of its stretches replaced, each by the offset at which it stands. */
type Replacements = ReadonlyMap<number, { readonly length: number; readonly by: string }>;

function lay(text: string, replacements: Replacements, options: LayOptions = {}): LaidOut {
  const positions = new Uint32Array(text.length + 1);
  let laid = options.before ?? "";
  for (let at = 0; at < text.length; ) {
    const found = replacements.get(at);
    const length = found?.length ?? 1;
    positions.fill(laid.length, at, at + length);
    laid += found?.by ?? options.write?.(text[at]) ?? text[at];
    at += Math.max(1, length);
    if (length === 0) laid += text[at - 1];
  }
  positions[text.length] = laid.length;
  const starts = [0, ...[...laid.matchAll(/\r\n|\n|\r/gu)].map(({ 0: end, index }) => index + end.length)];
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  const linesOf = ({ start, end }: Span) => ({ start: lineOf(positions[start]), end: lineOf(positions[end - 1]) });
  return {
    text: laid,
    lineCount: starts.length,
    linesOf,
    columnsOf: (span) => {
      const lines = linesOf(span);
      return {
        start: positions[span.start] - starts[lines.start - 1] + 1,
        end: positions[span.end - 1] + 1 - starts[lines.end - 1] + 1,
      };
    },
  };
}

function breakBetweenSentences(
  text: string,
  by: (index: number) => string,
): Map<number, { length: number; by: string }> {
  const ends = sentencesOf(text).slice(0, -1);
  return new Map(ends.map(({ end }, i) => [end, { length: 1, by: by(i) }]));
}

function wrap(
  text: string,
  width: number,
  paragraphs: Replacements = new Map(),
  lineEnd = "\n",
): Map<number, { length: number; by: string }> {
  const breaks = new Map(paragraphs);
  let lineStart = 0;
  let lastSpace = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== " ") continue;
    if (at - lineStart > width && lastSpace > lineStart) {
      breaks.set(lastSpace, { length: 1, by: lineEnd });
      lineStart = lastSpace + 1;
    }
    if (paragraphs.get(at)?.by.includes("\n")) lineStart = at + 1;
    lastSpace = at;
  }
  return breaks;
}

/** Has about every second line end in a broken word, or behind the hyphen of a compound. */
function breakWords(text: string, breaks: Replacements, random: Random): Replacements {
  const broken = new Map(breaks);
  for (const at of breaks.keys()) {
    const word = /^[a-z]{7,}(?= )/u.exec(text.slice(at + 1, at + 30))?.[0];
    const joint = /^[a-z]+-(?=[a-z]+ )/u.exec(text.slice(at + 1, at + 30))?.[0].length;
    if (joint !== undefined) {
      broken.delete(at);
      broken.set(at + 1 + joint, { length: 0, by: "\n" });
      continue;
    }
    if (word === undefined || random.once(2)) continue;
    const places = [...word.matchAll(/(?<=^.{3,}[aeiouy])(?=[^aeiouy].{2,})|(?<=^.{2,}[^aeiouy])(?=[^aeiouy].{2,})/gu)];
    if (places.length === 0) continue;
    const place = at + 1 + random.pick(places).index;
    broken.delete(at);
    broken.set(place, { length: 0, by: random.pick(["-\n", "-\n", "\u2010\n", "\u00ad\n"]) });
  }
  return broken;
}

/** Ligatures, no-break spaces, soft hyphens and curly marks, as a text copied out of a PDF has them. */
function typeset(text: string, random: Random): Replacements {
  const made = new Map<number, { length: number; by: string }>(breakBetweenSentences(text, () => "\n"));
  const curled = curl(text);
  for (let at = 0; at < text.length; at++) {
    if (curled[at] !== text[at]) made.set(at, { length: 1, by: curled[at] });
  }
  for (const { 0: found, index } of text.matchAll(/ffi|ffl|ff|fi|fl| (?=\d)|(?<=[a-z]{4})(?=[a-z]{4})/gu)) {
    if (made.has(index) || !random.once(3)) continue;
    const by = found === "" ? "\u00ad" : found === " " ? "\u00a0" : joinLigatures(found);
    made.set(index, { length: found.length, by });
  }
  return made;
}
