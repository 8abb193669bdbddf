import type { Span } from "../../server/src/span.ts";
import { withoutMarks } from "./draft.ts";

/** Texts, and spans of them that can be quoted. */
export interface Corpus {
  readonly name: string;
  readonly sources: readonly CorpusSource[];
}

export interface CorpusSource {
  /** In one line, without line ends; how it is laid out is decided later. */
  readonly text: string;
  /** Five words or more each, standing in the text once. */
  readonly spans: readonly Span[];
}

const fewestWords = 5;

/**
 * The spans that people marked as quoted, `[ n words ]` from `sourcen`, of a file of QuoteSum: a JSON object a line with
 * `summary`, `title1`, `source1` … A title that the marking repeats in front of the words is left out.
 */
export function readQuoteSum(jsonLines: string): Corpus {
  const wanted = new Map<string, string[]>();
  for (const line of jsonLines.split("\n")) {
    if (line.trim() === "") continue;
    const row = JSON.parse(line) as Readonly<Record<string, string | undefined>>;
    for (const [, number, words] of (row.summary ?? "").matchAll(/\[ (\d+) (.*?) \](?=[\s.,;:]|$)/gsu)) {
      const source = row[`source${number}`];
      if (source === undefined) continue;
      const text = inOneLine(source);
      const list = wanted.get(text) ?? [];
      wanted.set(text, list);
      list.push(withoutTitle(inOneLine(words), row[`title${number}`] ?? ""));
    }
  }
  const sources = [...wanted].map(([text, list]) => ({
    text,
    spans: distinct(list.flatMap((words) => findOnce(text, words) ?? [])),
  }));
  return { name: "QuoteSum", sources: sources.filter(({ spans }) => spans.length > 0) };
}

/** Every sentence of the texts, every two in a row, and a stretch out of the middle of every long one. */
export function readArticles(name: string, texts: readonly string[]): Corpus {
  return { name, sources: texts.map((text) => withSentences(inOneLine(text))) };
}

function withSentences(text: string): CorpusSource {
  const sentences = sentencesOf(text);
  const spans = sentences.flatMap((sentence, i) => {
    const next = sentences[i + 1];
    const found = [sentence];
    if (next !== undefined) found.push({ start: sentence.start, end: next.end });
    const stretch = middleOf(text, sentence);
    if (stretch !== null) found.push(stretch);
    return found;
  });
  return { text, spans: distinct(spans.flatMap(({ start, end }) => findOnce(text, text.slice(start, end)) ?? [])) };
}

/** Sentences as white space behind a stop and in front of a capital sets them apart. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/(?<=[.!?]["”’)*]*) (?=["“*(]*\p{Lu})/gu)) {
    spans.push({ start, end: index });
    start = index + 1;
  }
  return [...spans, { start, end: text.length }];
}

function middleOf(text: string, { start, end }: Span): Span | null {
  const words = [...text.slice(start, end).matchAll(/\S+/gu)];
  if (words.length < 12) return null;
  const last = words[words.length - 3];
  return { start: start + words[3].index, end: start + last.index + last[0].length };
}

/** White space made single spaces, and words joined that were broken at a line's end. */
function inOneLine(text: string): string {
  return withoutMarks(text)
    .replace(/(?<=\p{Ll})-\r?\n(?=\p{Ll})/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function withoutTitle(words: string, title: string): string {
  return title !== "" && words.startsWith(`${title} :`) ? words.slice(title.length + 2).trim() : words;
}

/** Where the words stand, from the first to the last word; null where they are few, or stand nowhere or twice. */
function findOnce(text: string, words: string): Span | null {
  const kept = words.replace(/^[\s.,;:!?)\]\p{Pd}]+/u, "").replace(/[\s([\p{Pd}]+$/u, "");
  if (kept.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)).length < fewestWords) return null;
  const start = text.indexOf(kept);
  if (start < 0 || text.indexOf(kept, start + 1) >= 0) return null;
  const end = start + kept.length;
  const cutsWord = /[\p{L}\p{N}]{2}/u;
  if (cutsWord.test(text.slice(Math.max(0, start - 1), start + 1)) || cutsWord.test(text.slice(end - 1, end + 1)))
    return null;
  return { start, end };
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
}
