import type { Corpus, CorpusSource } from "./corpus.ts";
import { isWord, tokensOf } from "./draft.ts";
import { type Random, randomFor } from "./random.ts";

/** What is put around a word or a few, and what behind one. */
const pairs = ["[]", "()", "**", "__", "“”", '""', "‘’", "«»", "[]", "()"];
const behind = [
  " …",
  " . . .",
  " [...]",
  " [sic]",
  ";",
  " —",
  " –",
  " &",
  " §",
  " 3.5%",
  " 1,250",
  " $40",
  " -5",
  " (Ελλάδα)",
  " 東京",
  " naïve",
  " fluffy",
  " l'été",
  " #1",
  " < 5",
  " ½",
  " e-mail",
];

/**
 * The corpus with marks of its own in every source: brackets, ellipses, asterisks, quotation marks, numbers, other
 * scripts. People quote such texts too, and what a quote's writer may add is then the source's own.
 */
export function withOwnMarks(corpus: Corpus, seed: number): Corpus {
  return {
    ...corpus,
    sources: corpus.sources.map((source, i) => marked(source, randomFor(seed, "own marks", i))),
  };
}

function marked({ text, spans }: CorpusSource, random: Random): CorpusSource {
  const insertions = insertionsInto(text, random);
  let written = "";
  let from = 0;
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const at of [...new Set([...insertions.keys(), ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )) {
    written += text.slice(from, at);
    from = at;
    starts.set(at, written.length);
    written += insertions.get(at) ?? "";
    ends.set(at, written.length);
  }
  written += text.slice(from);
  const moved = spans.map(({ start, end }) => ({
    start: starts.get(start) ?? 0,
    end: ends.get(end) ?? written.length,
  }));
  return {
    text: written,
    spans: moved.filter(({ start, end }) => written.split(written.slice(start, end)).length === 2),
  };
}

/** What goes into the text, by the offset in front of which it stands. */
function insertionsInto(text: string, random: Random): ReadonlyMap<number, string> {
  const insertions = new Map<number, string>();
  const tokens = tokensOf(text);
  for (let i = 0; i < tokens.length; i++) {
    if (!isWord(tokens[i].text) || !random.once(12)) continue;
    if (random.once(2)) {
      insertions.set(tokens[i].end, random.pick(behind));
      continue;
    }
    const last = random.once(2) ? i : Math.min(i + 2, tokens.length - 1);
    if (!tokens.slice(i, last + 1).every((token) => isWord(token.text))) continue;
    const [open, close] = random.pick(pairs);
    insertions.set(tokens[i].start, open);
    insertions.set(tokens[last].end, close);
    i = last + 1;
  }
  return insertions;
}
