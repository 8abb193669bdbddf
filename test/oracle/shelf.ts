import type { Corpus, CorpusSource } from "./corpus.ts";
import { type LaidOut, layoutNames, layouts } from "./layouts.ts";
import { randomFor, shuffled } from "./random.ts";
import { foldWords } from "./standing.ts";

/** Sources as the files of one workspace. */
export interface Shelf {
  readonly sources: readonly ShelvedSource[];
  /** The words of all of them, folded. */
  readonly folded: string;
}

export interface ShelvedSource extends CorpusSource {
  /** Below the workspace's root. */
  readonly path: string;
  readonly layout: string;
  readonly laid: LaidOut;
  readonly folded: string;
}

/** As many as a notebook may have. Words that are not found are looked for in all of them. */
const sourcesOnShelf = 15;

const names = [
  "report-#.txt",
  "article #.txt",
  "#.txt",
  "stück-#.txt",
  "paper (#).txt",
  "hearing_#.log",
  "minutes-#.md",
];

/** The sources of a corpus on shelves. Every round lays each out in another way, and puts it beside others. */
export function fillShelves(corpus: Corpus, round: number, seed: number): Shelf[] {
  const all = corpus.sources.map((source, i): ShelvedSource => {
    const layout = layoutNames[(i + round) % layoutNames.length];
    const path = `articles/${names[(i + round) % names.length].replace("#", String(i + 1))}`;
    const laid = layouts[layout](source.text, randomFor(seed, "layout", i, round));
    return { ...source, path, layout, laid, folded: foldWords(source.text) };
  });
  const mixed = shuffled(all, randomFor(seed, "shelves", round));
  const shelves = Math.max(1, Math.round(mixed.length / sourcesOnShelf));
  return Array.from({ length: shelves }, (_, shelf) => {
    const sources = mixed.filter((_, i) => i % shelves === shelf);
    return { sources, folded: sources.map(({ folded }) => folded).join("|") };
  });
}
