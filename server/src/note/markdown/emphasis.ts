import type { Edit } from "../reading.ts";

/** A run of `*`, `_`, `~` or `=` that may open or close emphasis. `from` to `to` is what no match has used yet. */
interface DelimiterRun {
  from: number;
  to: number;
  readonly character: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  previous: DelimiterRun | null;
  next: DelimiterRun | null;
}

/** The delimiter stack of CommonMark's inline parsing. */
export interface DelimiterStack {
  top: DelimiterRun | null;
}

const whiteSpace = /^\s?$/;
const punctuation = /[\p{P}\p{S}]/u;

/** Pushes the run of one character that starts at `at`, if it can be a delimiter, and returns where it ends. */
export function pushDelimiterRun(stack: DelimiterStack, text: string, at: number): number {
  const character = text[at];
  let end = at + 1;
  while (text[end] === character) end++;
  if ((character === "~" || character === "=") && end - at !== 2) return end;

  const before = characterBefore(text, at);
  const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0x20) : "";
  const spaceBefore = whiteSpace.test(before);
  const spaceAfter = whiteSpace.test(after);
  const markBefore = punctuation.test(before);
  const markAfter = punctuation.test(after);
  const leftFlanking = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const rightFlanking = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  const stopsAtWords = character === "_" || character === "=";
  const canOpen = leftFlanking && (!stopsAtWords || !rightFlanking || markBefore);
  const canClose = rightFlanking && (!stopsAtWords || !leftFlanking || markAfter);
  if (canOpen || canClose) {
    const previous = stack.top;
    stack.top = { from: at, to: end, character, length: end - at, canOpen, canClose, previous, next: null };
    if (previous) previous.next = stack.top;
  }
  return end;
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return "";
  const unit = text.charCodeAt(at - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
  return isLowSurrogate ? text.slice(at - 2, at) : text[at - 1];
}

/**
 * Matches the delimiter runs above `bottom` and takes them off the stack; every matched delimiter becomes an edit that
 * reads it away, and with `~~` what stands between: struck words are what a text does not say. The algorithm is CommonMark's "process emphasis"; its lower bounds for openers keep it linear.
 */
export function resolveEmphasis(stack: DelimiterStack, bottom: DelimiterRun | null, edits: Edit[]): void {
  /** By kind of closer: an offset below which no opener for it is left. */
  const lowerBounds = new Map<string, number>();
  let closer = lowest(stack.top, bottom);
  while (closer) {
    if (!closer.canClose) {
      closer = closer.next;
      continue;
    }
    const key = `${closer.character}${closer.canOpen}${closer.length % 3}`;
    const opener = findOpener(closer, Math.max(bottom?.from ?? -1, lowerBounds.get(key) ?? -1));
    if (!opener) {
      lowerBounds.set(key, closer.previous?.from ?? -1);
      const next: DelimiterRun | null = closer.next;
      if (!closer.canOpen) unlink(stack, closer);
      closer = next;
      continue;
    }
    for (let between = closer.previous; between && between !== opener; between = between.previous) {
      unlink(stack, between);
    }
    const size = opener.to - opener.from >= 2 && closer.to - closer.from >= 2 ? 2 : 1;
    if (closer.character === "~") edits.push({ from: opener.from, to: closer.to, text: "" });
    else {
      edits.push({ from: opener.to - size, to: opener.to, text: "" });
      edits.push({ from: closer.from, to: closer.from + size, text: "" });
    }
    opener.to -= size;
    closer.from += size;
    if (opener.from === opener.to) unlink(stack, opener);
    if (closer.from === closer.to) {
      const next: DelimiterRun | null = closer.next;
      unlink(stack, closer);
      closer = next;
    }
  }
  stack.top = bottom;
  if (bottom) bottom.next = null;
}

function lowest(top: DelimiterRun | null, bottom: DelimiterRun | null): DelimiterRun | null {
  let run = top;
  while (run && run !== bottom && run.previous !== bottom) run = run.previous;
  return run === bottom ? null : run;
}

function findOpener(closer: DelimiterRun, lowerBound: number): DelimiterRun | null {
  let opener = closer.previous;
  while (opener && opener.from > lowerBound && !matches(opener, closer)) opener = opener.previous;
  return opener && opener.from > lowerBound ? opener : null;
}

function matches(opener: DelimiterRun, closer: DelimiterRun): boolean {
  if (opener.character !== closer.character || !opener.canOpen) return false;
  const eitherIsBoth = closer.canOpen || opener.canClose;
  return (
    !eitherIsBoth || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
  );
}

function unlink(stack: DelimiterStack, run: DelimiterRun): void {
  if (run.previous) run.previous.next = run.next;
  if (run.next) run.next.previous = run.previous;
  else stack.top = run.previous;
}
