/**
 * Notes are kept by the thousand. What was read of one is a part of longer texts, which it would keep in memory, with an array
 * entry for every character: it is made a text of its own, and where it stands in the note as it reads, a part of arrays that
 * all notes share.
 */
import type { Citation, Quotation } from "./note.ts";
import type { Reading } from "./reading.ts";

/** The same text, which keeps no longer one in memory that it is a part of; in one byte a character where that is enough. */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

export function compactCitation(citation: Citation): Citation {
  return { ...citation, path: ownText(citation.path) };
}

export function compactQuotation(quotation: Quotation): Quotation {
  const { written } = quotation;
  const reading = compactReading(quotation.reading);
  return written === undefined
    ? { ...quotation, reading }
    : { ...quotation, reading, written: compactReading(written) };
}

/** 0, 1, 2 …: all offsets of readings without markup. */
let ramp = new Uint32Array(0);
/** The memory of every ramp that there was. */
const ramps = new WeakSet<ArrayBufferLike>();
const longestRamp = 1 << 22;

function lengthenRamp(to: number): void {
  if (to < ramp.length) return;
  ramp = Uint32Array.from({ length: Math.min(longestRamp, 2 * to + 0x1000) }, (_, i) => i);
  ramps.add(ramp.buffer);
}

function compactReading(reading: Reading): Reading {
  const text = ownText(reading.text);
  const { starts, ends } = reading;
  const { length } = text;
  const from = starts[0];
  const to = from + length;
  if (length === 0 || to >= longestRamp) return { text, starts, ends };
  for (let i = 0; i < length; i++) {
    if (starts[i] !== from + i || ends[i] !== from + i + 1) return { text, starts, ends };
  }
  lengthenRamp(to);
  return { text, starts: ramp.subarray(from, to), ends: ramp.subarray(from + 1, to + 1) };
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
  private readonly original: Reading;
  private readonly by: number;
  private offsets: Pick<Reading, "starts" | "ends"> | null;

  constructor(original: Reading, by: number) {
    this.text = original.text;
    this.original = original;
    this.by = by;
    this.offsets = null;
  }

  get starts(): Uint32Array {
    this.offsets ??= movedOffsets(this.original, this.by);
    return this.offsets.starts;
  }

  get ends(): Uint32Array {
    this.offsets ??= movedOffsets(this.original, this.by);
    return this.offsets.ends;
  }
}

function movedOffsets({ text, starts, ends }: Reading, by: number): Pick<Reading, "starts" | "ends"> {
  const from = starts[0] + by;
  const to = from + text.length;
  if (!ramps.has(starts.buffer) || to >= longestRamp) {
    return { starts: starts.map((start) => start + by), ends: ends.map((end) => end + by) };
  }
  lengthenRamp(to);
  return { starts: ramp.subarray(from, to), ends: ramp.subarray(from + 1, to + 1) };
}
