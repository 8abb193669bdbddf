/**
 * Notes are kept by the thousand. What was read of one is a part of longer texts, which it would keep in memory, with an array
 * entry for every character: it is made a text of its own, and where it stands in the note as it reads, a part of arrays that
 * all notes share. An array that grew has room for sixteen more things than it holds.
 */
import { ownText } from "../ownText.ts";
import type { Candidate, Citation, Quotation } from "./note.ts";
import { isPlain, keptPlainReading, plainReading, type Reading } from "./reading.ts";

export function compactCitation(citation: Citation): Citation {
  return { ...citation, path: ownText(citation.path) };
}

export function compactQuotation(quotation: Quotation): Quotation {
  const { written } = quotation;
  const reading = compactReading(quotation.reading);
  const candidates = compactCandidates(quotation.candidates);
  return written === undefined
    ? { ...quotation, reading, candidates }
    : { ...quotation, reading, written: compactReading(written), candidates };
}

/** One citation that may have a quotation is what most have, and the first few citations of a note are what most notes have. */
const onlyCandidates = new Map<number, readonly Candidate[]>();
const mostShared = 64;
const noCandidates: readonly Candidate[] = [];

/** The same candidates, in arrays that are no longer than that. Those that many notes have are the same things in all. */
export function compactCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length === 0) return noCandidates;
  const [{ citations, touches }] = candidates;
  if (candidates.length > 1 || citations.length !== 1 || citations[0] >= mostShared) {
    return candidates.map((each) => ({ citations: each.citations.slice(), touches: each.touches }));
  }
  const key = touches ? citations[0] : -1 - citations[0];
  const known = onlyCandidates.get(key) ?? [{ citations: [citations[0]], touches }];
  onlyCandidates.set(key, known);
  return known;
}

function compactReading(reading: Reading): Reading {
  const text = ownText(reading.text);
  const { starts, ends } = reading;
  const { length } = text;
  if (length === 0) return { text, starts, ends };
  const from = starts[0];
  if (!isPlain(reading)) {
    for (let i = 0; i < length; i++) {
      if (starts[i] !== from + i || ends[i] !== from + i + 1) return { text, starts, ends };
    }
  }
  return keptPlainReading(text, from);
}

/**
 * The same reading of a text that begins so much further behind in another. Its offsets are made when they are asked for:
 * of most quotations of an edited note nobody does before it is edited again.
 */
export function movedReading(reading: Reading, by: number): Reading {
  return by === 0 ? reading : new MovedReading(reading, by);
}

class MovedReading implements Reading {
  readonly text: string;
  readonly moved: { readonly from: Reading; readonly by: number };
  private offsets: Pick<Reading, "starts" | "ends"> | null;

  constructor(original: Reading, by: number) {
    this.text = original.text;
    this.moved = { from: original, by };
    this.offsets = null;
  }

  get starts(): Uint32Array {
    this.offsets ??= movedOffsets(this.moved.from, this.moved.by);
    return this.offsets.starts;
  }

  get ends(): Uint32Array {
    this.offsets ??= movedOffsets(this.moved.from, this.moved.by);
    return this.offsets.ends;
  }
}

function movedOffsets(reading: Reading, by: number): Pick<Reading, "starts" | "ends"> {
  const { text, starts, ends } = reading;
  if (isPlain(reading)) return plainReading(text, starts[0] + by);
  return { starts: starts.map((start) => start + by), ends: ends.map((end) => end + by) };
}
