import { assess } from "./assess.ts";
import type { Case, CaseNote } from "./case.ts";
import { type Amounts, casesFor } from "./cases.ts";
import { checkNotes } from "./check.ts";
import type { Corpus } from "./corpus.ts";
import { writeNote } from "./notes.ts";
import { randomFor } from "./random.ts";
import type { Report } from "./report.ts";
import { fillShelves, type Shelf } from "./shelf.ts";

export interface RoundOptions {
  readonly round: number;
  readonly seed: number;
  readonly amounts: Amounts;
  /** Only cases whose kind or changes hold this text. */
  readonly kind: string;
  /** Called with the shelves that are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Makes every case of a corpus in one layout of its sources, checks it and reports it. */
export async function runRound(corpus: Corpus, report: Report, options: RoundOptions): Promise<void> {
  const shelves = fillShelves(corpus, options.round, options.seed);
  for (const [index, shelf] of shelves.entries()) {
    const notes = notesFor(shelf, options);
    const checked = await checkNotes(shelf, notes);
    for (const [i, note] of notes.entries()) report.add(note, checked[i], assess(note, checked[i]));
    options.onProgress?.(index + 1, shelves.length);
  }
}

function notesFor(shelf: Shelf, options: RoundOptions): CaseNote[] {
  const notes: CaseNote[] = [];
  for (const source of shelf.sources) {
    for (const span of source.spans) {
      for (const made of casesFor(shelf, source, span, options)) {
        if (!isWanted(made, options.kind)) continue;
        const keys = [options.seed, options.round, source.path, span.start, span.end, made.kind, ...made.changes];
        notes.push(writeNote(made, randomFor("note", ...keys, made.draft.text)));
      }
    }
  }
  return notes;
}

function isWanted({ kind, changes }: Case, text: string): boolean {
  return kind.includes(text) || changes.some((change) => change.includes(text));
}
