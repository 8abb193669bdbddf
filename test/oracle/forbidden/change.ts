import type { EditKind } from "../../../server/src/quote/judgement.ts";
import type { RuleId } from "../../../server/src/rules.ts";
import { changed, type Draft, isFree, replace, splitToken, type Token, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";

export interface ForbiddenContext {
  readonly random: Random;
  /** The whole text that the draft's span is of. */
  readonly source: string;
  /** Words of another source. */
  readonly foreign: string;
}

/** A draft with a change in it, and what has to be said of that. */
export interface Wrong {
  readonly draft: Draft;
  /** The kind that an edit has to have; null where any will do. */
  readonly kind: EditKind | null;
  /** The rule that reports it. */
  readonly rule: RuleId;
  /** How much of what was changed the edits have to cover. */
  readonly covered: "all" | "some" | "nothing";
}

export type MakeForbidden = (draft: Draft, context: ForbiddenContext) => Wrong | null;

export type ForbiddenForms = Readonly<Record<string, MakeForbidden>>;

export function altered(
  draft: Draft | null,
  kind: EditKind | null = null,
  covered: Wrong["covered"] = "all",
): Wrong | null {
  return draft && { draft, kind, rule: "quote-altered", covered };
}

/** Marks words as those that were changed. */
export function mark(words: string): string {
  return changed.open + words + changed.close;
}

/**
 * The core of one of the tokens that fit, exchanged for what `by` gives; null where none fits. The punctuation around
 * the core stays.
 */
export function exchangeWord(draft: Draft, random: Random, by: (core: string) => string | null): Draft | null {
  const tokens = tokensOf(draft.text);
  const fits = tokens.flatMap((token, i) => {
    const { before, core, after } = splitToken(token.text);
    const other = core === "" ? null : by(core);
    if (other === null || other === core || isBeside(other, tokens[i - 1], tokens[i + 1])) return [];
    return [{ token, text: before + mark(other) + after }];
  });
  if (fits.length === 0) return null;
  const { token, text } = random.pick(fits);
  return replace(draft, token, text);
}

/** Whether a word stands beside itself, where nobody can tell which of the two was added. */
function isBeside(word: string, ...neighbours: readonly (Token | undefined)[]): boolean {
  return neighbours.some((token) => token && splitToken(token.text).core.toLowerCase() === word.toLowerCase());
}

/** Words put in behind one of the tokens that fit, but never at the end. */
export function insertBehind(
  draft: Draft,
  random: Random,
  words: string,
  fits: (token: Token, next: Token) => boolean = () => true,
): Draft | null {
  const tokens = tokensOf(draft.text);
  const places = tokens
    .slice(0, -1)
    .filter(
      (token, i) =>
        isFree(draft.text, token.end) &&
        /[\p{L}\p{N}]$/u.test(token.text) &&
        !isBeside(words, token, tokens[i + 1]) &&
        fits(token, tokens[i + 1]),
    );
  if (places.length === 0) return null;
  const { end } = random.pick(places);
  return replace(draft, { start: end, end }, ` ${mark(words)}`);
}

/**
 * Tokens left out in a row, with one at least kept on either side, which are marked. `fits` is asked with the tokens
 * and the index of the first of them.
 */
export function leaveOut(
  draft: Draft,
  random: Random,
  length: number,
  fits: (tokens: readonly Token[], from: number) => boolean,
): Draft | null {
  const tokens = tokensOf(draft.text);
  const starts: number[] = [];
  for (let from = 1; from + length < tokens.length; from++) {
    if (fits(tokens.slice(from, from + length), from)) starts.push(from);
  }
  if (starts.length === 0) return null;
  const from = random.pick(starts);
  const [before, behind] = [tokens[from - 1], tokens[from + length]];
  const left = draft.text.slice(before.start, before.end);
  const right = draft.text.slice(behind.start, behind.end);
  return replace(draft, { start: before.start, end: behind.end }, mark(`${left} ${right}`));
}
