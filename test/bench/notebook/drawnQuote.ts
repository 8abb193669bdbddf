import type { Random } from "../../oracle/random.ts";
import type { Vocabulary } from "../article.ts";
import type { NotebookFile } from "./notebook.ts";

/** Words of a source, and what a note says of where they stand; 1-based lines. */
export interface DrawnQuote {
  readonly words: string;
  readonly source: NotebookFile;
  readonly lines: { readonly start: number; readonly end: number };
}

/** What became of a quote on its way into a note, and how often in a hundred times. */
const fates = {
  exact: 84,
  permitted: 8,
  altered: 3,
  moved: 3,
  elsewhere: 1,
  absent: 1,
} as const;

type Fate = keyof typeof fates;

export interface QuoteOrigin {
  readonly source: NotebookFile;
  readonly sources: readonly NotebookFile[];
  readonly vocabulary: Vocabulary;
}

/** Fewer words are no quote where they stand apart from their citation. */
const fewestWords = 4;

/** A quote of 4 to 30 words for a citation of the source. */
export function drawQuote(random: Random, { source, sources, vocabulary }: QuoteOrigin): DrawnQuote {
  const fate = drawFate(random);
  const { words, line } = drawWords(random, source.text);
  const drawn = { source, lines: around(random, line, countLines(source.text)) };
  switch (fate) {
    case "exact":
      return { ...drawn, words: words.join(" ") };
    case "permitted":
      return { ...drawn, words: permitted(random, words) };
    case "altered":
      words[random.below(words.length)] = random.once(3) ? "not" : vocabulary.draw(random);
      return { ...drawn, words: words.join(" ") };
    case "moved":
      return { ...drawn, words: words.join(" "), lines: { start: line + 2, end: line + 2 + random.below(3) } };
    case "elsewhere":
      return { ...drawn, words: drawWords(random, random.pick(sources).text).words.join(" ") };
    case "absent":
      return { ...drawn, words: words.map(() => vocabulary.draw(random)).join(" ") };
  }
}

function drawFate(random: Random): Fate {
  let left = random.below(100);
  for (const [fate, times] of Object.entries(fates)) {
    left -= times;
    if (left < 0) return fate as Fate;
  }
  return "exact";
}

/** Up to 30 words of a line that stand there without a quotation mark, so that any marks may stand around them. */
function drawWords(random: Random, text: string): { words: string[]; line: number } {
  const at = random.below(text.length - 1);
  const start = text.lastIndexOf("\n", at) + 1;
  const stretches = text
    .slice(start, text.indexOf("\n", at))
    .split(/[“”]/)
    .map((stretch) => stretch.trim().split(" "))
    .filter((stretch) => stretch.length >= fewestWords);
  if (stretches.length === 0) return drawWords(random, text);
  const words = random.pick(stretches);
  const count = fewestWords + random.below(27);
  const from = random.below(Math.max(1, words.length - count));
  return { words: words.slice(from, from + count), line: countLines(text.slice(0, start)) };
}

/** The n-th line of a text that ends with this part of it. */
function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** Lines that hold the line: mostly it alone. */
function around(random: Random, line: number, lineCount: number): DrawnQuote["lines"] {
  if (!random.once(4)) return { start: line, end: line };
  const start = Math.max(1, line - random.below(3));
  return { start, end: Math.max(line, Math.min(lineCount - 1, line + random.below(3))) };
}

/** The words with a change that the conventions of quoting allow. */
function permitted(random: Random, words: readonly string[]): string {
  const text = words.join(" ");
  const middle = 1 + random.below(words.length - 1);
  switch (random.below(5)) {
    case 0:
      return `[${text.charAt(0).toUpperCase()}]${text.slice(1)}`;
    case 1:
      return words.length < 8 ? `${text} …` : [...words.slice(0, 3), "[…]", ...words.slice(-3)].join(" ");
    case 2:
      return [...words.slice(0, middle), "[sic]", ...words.slice(middle)].join(" ");
    case 3:
      return [...words.slice(0, middle), `*${words[middle]}*`, ...words.slice(middle + 1)].join(" ");
    default:
      return text.charAt(0).toUpperCase() + text.slice(1);
  }
}
