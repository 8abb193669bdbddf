import type { Span } from "../../span.ts";
import { isWordKind, Kind, kindAt } from "./characters.ts";
import { readingStart, readWords, type Word } from "./words.ts";

/** Longer words are cut wherever they are read. */
const longestWord = 400;
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * A span without the words that it holds only a part of, and without marks at its start that belong to words in front
 * of it, or an ellipsis that it cuts; where that leaves no word, those that it is a part of. What a word is, the matcher
 * decides: `don’t`, `1,000` and `inter-\nnational` are one. Time does not depend on the span.
 */
export function wholeWords(text: string, span: Span): Span {
  const first = wordAround(text, span.start, "start");
  const last = wordAround(text, span.end, "end");
  const start = behindStrayMarks(text, first?.end ?? span.start, span.end);
  const end = beforeCutDots(text, last?.start ?? span.end);
  if (start < end && wordCharacter.test(text.slice(start, end))) return { start, end };
  return { start: first?.start ?? behindStrayMarks(text, span.start, span.end), end: last?.end ?? span.end };
}

/**
 * The word that begins in front of the offset and ends behind it. O’Brien is one, though it is matched as two: a span may
 * begin behind its apostrophe (l’église), and not end there.
 */
function wordAround(text: string, offset: number, edge: "start" | "end"): Span | null {
  const { words } = readWords(text, readingStart(text, offset), Math.min(text.length, offset + longestWord));
  const at = words.findIndex(({ start, end }) => start < offset && offset <= end);
  const word = words[at];
  if (word === undefined) return null;
  const [before, behind] = [words[at - 1], words[at + 1]];
  const start = before && isElided(text, before, word) ? before.start : word.start;
  const isWithin = offset < word.end;
  if (behind && isElided(text, word, behind) && (isWithin || edge === "end")) return { start, end: behind.end };
  return isWithin ? { start, end: word.end } : null;
}

function isElided(text: string, word: Word, next: Word): boolean {
  return word.end === next.start && kindAt(text, word.end - 1) === Kind.apostrophe;
}

function behindStrayMarks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /[\s.,;:!?…]/.test(text[at])) at++;
  return at < end ? at : start;
}

function beforeCutDots(text: string, end: number): number {
  if (!/^\s?[.…]/.test(text.slice(end, end + 2)) || !/[.…]\s?$/.test(text.slice(Math.max(0, end - 2), end))) return end;
  let at = end;
  while (at > 0 && /[\s.…]/.test(text[at - 1])) at--;
  return isWordKind(kindAt(text, at - 1)) ? at : end;
}
