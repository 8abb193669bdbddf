import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Random, randomFor } from "../../oracle/random.ts";
import { createVocabulary, type Vocabulary, writeArticle } from "../article.ts";
import { drawQuote } from "./drawnQuote.ts";
import { citeQuote, newNotePen } from "./notePen.ts";

/** A file of a notebook: its path has `/` between folders and starts at the notebook's own. */
export interface NotebookFile {
  readonly path: string;
  readonly text: string;
}

export interface CitingNote extends NotebookFile {
  /** The paths of the sources that it cites, each once. */
  readonly cites: readonly string[];
}

/** Notes that cite, and the sources that they cite. */
export interface Notebook {
  readonly notes: readonly CitingNote[];
  readonly sources: readonly NotebookFile[];
}

export interface NotebookOptions {
  readonly seed: number;
  /** How many notes; there is a source for every five. */
  readonly notes: number;
}

const citationsPerNote = 5;
const notesPerSource = 5;

/**
 * Sizes are log-normal, in UTF-16 units. Sources have a median of 12 kB, and one of every 500 is of 1 MB (two at
 * least): newspaper articles, some reports, a few books.
 */
const sourceSize = { median: 12_000, spread: 1.4, least: 500, most: 1_000_000 };
const proseSize = { median: 2000, spread: 0.8, least: 200, most: 60_000 };
const bookSize = 1_000_000;
const sourcesPerBook = 500;

/**
 * A notebook of chance: all forms of citations and of quotes, most of the quotes right, a few in a hundred altered,
 * moved, of another source or of none. The same options make the same notebook; of a larger one with the same seed the
 * first notes are others, since there are more sources to cite. Time linear in its size: 15 MB a second.
 */
export function makeNotebook({ seed, notes: count }: NotebookOptions): Notebook {
  const vocabulary = createVocabulary(randomFor("notebook", seed));
  const sources = makeSources(seed, Math.max(1, Math.round(count / notesPerSource)), vocabulary);
  const notes = Array.from({ length: count }, (_, index): CitingNote => {
    const random = randomFor("note", seed, index);
    // A matter has few sources, and its notes go back to them.
    const own = Array.from({ length: 1 + random.below(citationsPerNote) }, () => random.pick(sources));
    const pen = newNotePen(random, `note ${index}`);
    const cites = new Set<string>();
    const prose = paragraphsOf(random, vocabulary);
    for (let citation = 0; citation < citationsPerNote; citation++) {
      pen.ramble(prose.splice(0, Math.ceil(prose.length / (citationsPerNote - citation + 1))));
      const quote = drawQuote(random, { source: random.pick(own), sources, vocabulary });
      cites.add(quote.source.path);
      citeQuote(pen, quote);
    }
    pen.ramble(prose);
    return { path: `notes/${folderName(index)}/note-${index}.md`, text: pen.finish(), cites: [...cites] };
  });
  return { notes, sources };
}

/** Writes all files below the folder, which is made where it is not there. */
export function writeNotebook({ notes, sources }: Notebook, folder: string): void {
  const made = new Set<string>();
  for (const { path, text } of [...sources, ...notes]) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  }
  // What stands above the folder is no part of it.
  mkdirSync(join(folder, ".vscode"), { recursive: true });
}

function makeSources(seed: number, count: number, vocabulary: Vocabulary): NotebookFile[] {
  const books = Math.min(count, Math.max(2, Math.round(count / sourcesPerBook)));
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor("source", seed, index);
    const isBook = index % Math.ceil(count / books) === 0;
    const length = isBook ? bookSize : logNormal(random, sourceSize);
    const text = `${writeArticle(random, vocabulary, length)}\n`;
    return { path: `sources/${folderName(index)}/article-${index}.txt`, text };
  });
}

/** Prose without quotations and links: most of what notes are made of. */
function paragraphsOf(random: Random, vocabulary: Vocabulary): string[] {
  const article = writeArticle(random, vocabulary, logNormal(random, proseSize));
  return article.replace(/[“”]/g, "").split("\n");
}

/** At most a hundred files a folder. */
function folderName(index: number): string {
  return String(Math.floor(index / 100)).padStart(3, "0");
}

interface Size {
  readonly median: number;
  /** Of the logarithm. */
  readonly spread: number;
  readonly least: number;
  readonly most: number;
}

function logNormal(random: Random, { median, spread, least, most }: Size): number {
  const resolution = 2 ** 30;
  const radius = Math.sqrt(-2 * Math.log((1 + random.below(resolution)) / resolution));
  const normal = radius * Math.cos((2 * Math.PI * random.below(resolution)) / resolution);
  return Math.round(Math.min(most, Math.max(least, median * Math.exp(spread * normal))));
}
