import { originalSpan, type Reading } from "../note/reading.ts";
import { lengthOf, partOf } from "../source/lines.ts";
import type { Source } from "../source/source.ts";
import type { Span } from "../span.ts";
import { type LanguageScores, languageScores } from "./language/detect.ts";
import { type Fingerprint, gramsOf, mayHold } from "./locate/fingerprint.ts";
import { sizeOfIndex } from "./locate/gramIndex.ts";
import { createGramLookup, type GramLookup } from "./locate/gramLookup.ts";
import { lastAtMost, lendUnits, readSkeleton, type Skeleton, sizeOfSkeleton } from "./locate/skeleton.ts";
import { readWords } from "./text/words.ts";

/**
 * A source made ready for finding quotes in it. Offsets inside the engine are offsets into `text`, the source as a
 * reader sees it; {@link toSourceSpan} and {@link fromSourceSpan} lead to the source's own text and back.
 */
export interface PreparedSource {
  readonly source: Source;
  /** All of the text. */
  readonly text: string;
  readonly length: number;
  /** What `text.slice` gives, which may cost less than to ask for all of it. */
  readonly slice: (start: number, end: number) => string;
  /** Read when it is first asked for: a quote that stands in the cited lines needs only theirs. */
  readonly skeleton: Skeleton;
  /** The places of the skeleton's grams. */
  readonly grams: GramLookup;
  /** Whether a pattern may stand in the skeleton, at no more cost than to tell it by the fingerprint. */
  readonly mayHold: (pattern: Uint16Array) => boolean;
  /** The units of the skeleton for who reads them at once: they are not kept for that. */
  readonly lendUnits: () => Uint16Array;
  readonly traits: SourceTraits;
  /** What the source's beginning says of its language. Read when first asked for. */
  readonly languages: () => LanguageScores;
}

/** What is small of a prepared source, and may be kept where the rest is not: a quarter of a byte a letter at most. */
export interface SourceTraits {
  fingerprint: Fingerprint | null;
  languages: LanguageScores | null;
}

export function newTraits(): SourceTraits {
  return { fingerprint: null, languages: null };
}

/** Units of the text that are read for its language. */
const sampleLength = 4000;

export interface PrepareOptions {
  /** What is known of the source since it was prepared before. */
  readonly traits?: SourceTraits;
  /** Told how many bytes are kept beside the text and the traits, whenever they are more. */
  readonly onGrown?: (bytes: number) => void;
}

/**
 * Prepares a source, once for all quotes: time linear in its length. What is kept beside the text, each from the first
 * question that needs it: the skeleton (two bytes a letter), where so much is looked for that it pays the gram index (two
 * bytes a letter and its table), and the traits.
 */
export function prepareSource(
  source: Source,
  { traits = newTraits(), onGrown = () => {} }: PrepareOptions = {},
): PreparedSource {
  const { reading } = source;
  let text: string | null = reading?.text ?? null;
  let skeleton: Skeleton | null = null;
  const lend = () => skeleton?.units ?? lendUnits(text ?? source.text);
  const prepared: PreparedSource = {
    source,
    get text() {
      text ??= source.text;
      return text;
    },
    length: reading?.text.length ?? lengthOf(source),
    slice: (start, end) => text?.slice(start, end) ?? partOf(source, start, end),
    traits,
    lendUnits: lend,
    get skeleton() {
      if (skeleton === null) {
        skeleton = readSkeleton(prepared.text);
        onGrown(sizeOfSkeleton(skeleton));
      }
      return skeleton;
    },
    grams: createGramLookup(
      () => prepared.skeleton.units,
      (index) => onGrown(sizeOfSkeleton(prepared.skeleton) + sizeOfIndex(index)),
    ),
    mayHold: (pattern) => {
      const { fingerprint } = traits;
      // Without one it costs less to search the skeleton.
      return skeleton !== null || fingerprint === null || mayHold(fingerprint, gramsOf(pattern));
    },
    languages: () => {
      traits.languages ??= languageScores(
        readWords(prepared.slice(0, sampleLength), 0, Math.min(prepared.length, sampleLength)).words,
      );
      return traits.languages;
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
