import type { Span } from "../span.ts";

/**
 * Text as a reader sees it, with markup read away, and where each of its UTF-16 units came from: unit `i` stands for
 * `starts[i]` to `ends[i]` of the original text. Both arrays are as long as `text` and never decrease.
 */
export interface Reading {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The same reading of a text that begins so much earlier in the original; its offsets may be at hand where these are not. */
  readonly moved?: { readonly from: Reading; readonly by: number };
}

/**
 * The original range behind a range of the reading. An empty range maps to the empty range before the unit at its
 * start (behind the last unit, at the end of the text).
 */
export function originalSpan(reading: Reading, span: Span): Span {
  const { moved, text } = reading;
  if (moved !== undefined && text.length > 0) {
    const { start, end } = originalSpan(moved.from, span);
    return { start: start + moved.by, end: end + moved.by };
  }
  const { starts, ends } = reading;
  if (span.end > span.start) return { start: starts[span.start], end: ends[span.end - 1] };
  if (text.length === 0) return { start: 0, end: 0 };
  const at = span.start < text.length ? starts[span.start] : ends[text.length - 1];
  return { start: at, end: at };
}

/** 0, 1, 2 …: all offsets of readings without markup. */
let ramp = new Uint32Array(0);
/** The memory of every ramp that there was. */
const ramps = new WeakSet<ArrayBufferLike>();
const longestRamp = 1 << 22;

/** A text that reads as it is written. Its offsets are parts of an array that all such texts share. */
export function plainReading(text: string, offset: number): Reading {
  const end = offset + text.length;
  if (end >= longestRamp) {
    return {
      text,
      starts: Uint32Array.from({ length: text.length }, (_, i) => offset + i),
      ends: Uint32Array.from({ length: text.length }, (_, i) => offset + i + 1),
    };
  }
  const offsets = rampTo(end);
  return { text, starts: offsets.subarray(offset, end), ends: offsets.subarray(offset + 1, end + 1) };
}

/** The same for who keeps it: its parts of the shared array are made whenever they are asked for, and not held. */
export function keptPlainReading(text: string, offset: number): Reading {
  return offset + text.length >= longestRamp ? plainReading(text, offset) : new PlainReading(text, offset);
}

class PlainReading implements Reading {
  readonly text: string;
  private readonly offset: number;

  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  get starts(): Uint32Array {
    const end = this.offset + this.text.length;
    return rampTo(end).subarray(this.offset, end);
  }

  get ends(): Uint32Array {
    const end = this.offset + this.text.length;
    return rampTo(end).subarray(this.offset + 1, end + 1);
  }
}

/** The shared array with `end` in it, and everything before. */
function rampTo(end: number): Uint32Array {
  if (end < ramp.length) return ramp;
  ramp = new Uint32Array(Math.min(longestRamp, end + (end >> 2) + 0x1000));
  for (let i = 0; i < ramp.length; i++) ramp[i] = i;
  ramps.add(ramp.buffer);
  return ramp;
}

/** Whether a reading is known to be plain. */
export function isPlain({ starts }: Reading): boolean {
  return ramps.has(starts.buffer);
}

/** `from` to `to` of a text is read as `text`: nothing where it is only markup. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A text with edits made. `edits` are in the order of `from`; one that starts inside another is dropped. Every unit
 * that an edit puts in stands for all that the edit took out. `offset` is where the text starts in the original.
 */
export function readWithEdits(text: string, offset: number, edits: readonly Edit[]): Reading {
  const { length } = text;
  let size = length;
  let at = 0;
  for (const edit of edits) {
    if (edit.from < at) continue;
    size += edit.text.length - (edit.to - edit.from);
    at = edit.to;
  }
  const [starts, ends] = newOffsets(size);
  let read = "";
  let unit = 0;
  at = 0;
  const copy = (to: number): void => {
    read += text.slice(at, to);
    for (; at < to; at++, unit++) {
      starts[unit] = offset + at;
      ends[unit] = offset + at + 1;
    }
  };
  for (const edit of edits) {
    if (edit.from < at) continue;
    copy(edit.from);
    read += edit.text;
    for (const end = unit + edit.text.length; unit < end; unit++) {
      starts[unit] = offset + edit.from;
      ends[unit] = offset + edit.to;
    }
    at = edit.to;
  }
  copy(length);
  return { text: read, starts, ends };
}

/** Room for where so many units start and end. In one piece of memory: to get a piece costs more than to fill it. */
function newOffsets(units: number): [starts: Uint32Array, ends: Uint32Array] {
  const both = new Uint32Array(2 * units);
  return [both.subarray(0, units), both.subarray(units)];
}

/** A part of a reading. */
export function sliceReading(reading: Reading, { start, end }: Span): Reading {
  const text = reading.text.slice(start, end);
  const { starts, ends } = reading;
  if (start < end && (isPlain(reading) || runsOn(reading, start, end))) return plainReading(text, starts[start]);
  return { text, starts: starts.slice(start, end), ends: ends.slice(start, end) };
}

/** Whether `from` to `to` of a reading are as they are written, without markup in between. */
function runsOn({ starts, ends }: Reading, from: number, to: number): boolean {
  const by = starts[from] - from;
  for (let i = from; i < to; i++) if (starts[i] !== by + i || ends[i] !== by + i + 1) return false;
  return true;
}

/** Readings one after the other, with `separators[i]`, if any, between reading `i` and the next. */
export function joinReadings(parts: readonly Reading[], separators: readonly string[]): Reading {
  let text = "";
  for (const [i, part] of parts.entries()) text += part.text + separatorBehind(i);
  const [starts, ends] = newOffsets(text.length);
  let unit = 0;
  for (const [i, part] of parts.entries()) {
    starts.set(part.starts, unit);
    ends.set(part.ends, unit);
    unit += part.text.length;
    const behind = unit + separatorBehind(i).length;
    if (behind === unit) continue;
    const next = parts[i + 1].starts[0];
    const start = part.ends.at(-1) ?? next ?? 0;
    starts.fill(start, unit, behind);
    ends.fill(Math.max(start, next ?? start), unit, behind);
    unit = behind;
  }
  return { text, starts, ends };

  function separatorBehind(i: number): string {
    return (i + 1 < parts.length && separators[i]) || "";
  }
}

/** The first unit whose original starts at or behind an offset; the reading's length where there is none. */
export function unitAt(reading: Reading, offset: number): number {
  const { starts } = reading;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle] >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
