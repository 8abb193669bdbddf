import { originalSpan, type Reading } from "../note/reading.ts";
import type { Source } from "../source/source.ts";
import type { Span } from "../span.ts";
import { buildGramIndex, type GramIndex, type GramWidth } from "./locate/gramIndex.ts";
import { lastAtMost, readSkeleton, type Skeleton } from "./locate/skeleton.ts";
import { readWords, type Word } from "./text/words.ts";

/**
 * A source made ready for finding quotes in it. Offsets inside the engine are offsets into `text`, the source as a
 * reader sees it; {@link toSourceSpan} and {@link fromSourceSpan} lead to the source's own text and back.
 */
export interface PreparedSource {
  readonly source: Source;
  readonly text: string;
  /** Read when it is first asked for: a quote that stands in the cited lines needs only theirs. */
  readonly skeleton: Skeleton;
  /** Built when it is first asked for. */
  readonly grams: () => GramIndex;
  /** The units of the skeleton for who reads them once: they are not kept for that. */
  readonly lendUnits: () => Uint16Array;
  /** Words from the source's beginning, for telling its language. Read when first asked for. */
  readonly sample: () => readonly Word[];
}

/** Units of the text that are read for the sample. */
const sampleLength = 4000;

/**
 * Prepares a source, once for all quotes: time linear in its length. What is kept beside the text, each from the first
 * question that needs it: the skeleton (two bytes a letter, eight bytes a word), and the gram index (two bytes a letter
 * and its table).
 */
export function prepareSource(source: Source): PreparedSource {
  const text = source.reading?.text ?? source.text;
  let skeleton: Skeleton | null = null;
  let grams: GramIndex | null = null;
  let sample: readonly Word[] | null = null;
  const prepared: PreparedSource = {
    source,
    text,
    get skeleton() {
      skeleton ??= readSkeleton(text);
      return skeleton;
    },
    grams: () => {
      const { units } = prepared.skeleton;
      grams ??= buildGramIndex(units, gramWidth(units));
      return grams;
    },
    lendUnits: () => (skeleton ?? readSkeleton(text)).units,
    sample: () => {
      sample ??= readWords(text, 0, Math.min(text.length, sampleLength)).words;
      return sample;
    },
  };
  return prepared;
}

/** A range of the prepared text as a range of the source's text. */
export function toSourceSpan(prepared: PreparedSource, span: Span): Span {
  const { reading } = prepared.source;
  return reading === null ? span : originalSpan(reading, span);
}

/** What of the prepared text lies inside a range of the source's text. O(log n). */
export function fromSourceSpan(prepared: PreparedSource, span: Span): Span {
  const { reading } = prepared.source;
  if (reading === null) return span;
  const start = span.start === 0 ? 0 : lastAtMost(reading.starts, span.start - 1) + 1;
  const end = endWithin(reading, span.end);
  return { start, end: Math.max(start, end) };
}

function endWithin(reading: Reading, offset: number): number {
  return lastAtMost(reading.ends, offset) + 1;
}

/** Scripts without spaces say in two characters what others say in five. */
function gramWidth(units: Uint16Array): GramWidth {
  const sample = Math.min(units.length, 4096);
  let dense = 0;
  for (let i = 0; i < sample; i++) if (units[i] >= 0x2e80) dense++;
  return dense * 2 > sample ? 2 : 4;
}
