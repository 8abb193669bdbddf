import type { OpenQuotation } from "../../note/cursor/openQuotation.ts";
import type { Continuation, Continuations } from "../../quote/continuation/continuations.ts";
import { findContinuations, passagesIn } from "../../quote/continuation/continuations.ts";
import type { PassageEnd } from "../../quote/continuation/passageEnds.ts";
import { plainTail } from "../../quote/continuation/plainTail.ts";
import { wholePassage } from "../../quote/continuation/wholePassage.ts";
import { fromSourceSpan, toSourceSpan } from "../../quote/prepare.ts";
import type { Span } from "../../span.ts";
import { createPause } from "../pause.ts";
import type { SuggestContext } from "./context.ts";
import { otherSources, type QuotableSource, quotableSources } from "./quotableSources.ts";
import { mostSuggestions, noSuggestions, type Suggestion, type Suggestions } from "./suggestion.ts";
import { isRightWith } from "./trial.ts";
import { writtenPassage } from "./writtenPassage.ts";

/** With fewer letters only the cited source is looked through: too much of every other begins so. */
const fewestLetters = 4;
/** Of one source so many places are suggested: each is tried, and who types on finds the others. */
const mostPlaces = 20;
/** With more places than this, each is suggested with one end. */
const fewPlaces = 8;
/** Every suggestion is tried in the text around the cursor; of a very long text fewer are. */
const mostTried = 200_000;

/**
 * Passages that go on with the words of the quotation at the cursor: of the source that it cites, else of those that
 * the note cites elsewhere, with the citation that it then needs. Only what makes a quotation without a finding.
 */
export async function suggestQuotations(
  context: SuggestContext,
  quotations: readonly OpenQuotation[],
): Promise<Suggestions> {
  for (const open of quotations) {
    const cited = await quotableSources(context, open);
    const found = await suggestFrom(context, open, cited);
    if (found.items.length > 0) return found;
    const letters = open.typed.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const isDense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(open.typed.text);
    if (open.isBlock || open.titleMark !== null || letters < (isDense ? 2 : fewestLetters)) continue;
    const others = await otherSources(context, cited);
    const elsewhere = await suggestFrom(context, open, others);
    if (elsewhere.items.length > 0) return elsewhere;
  }
  return noSuggestions;
}

async function suggestFrom(
  context: SuggestContext,
  open: OpenQuotation,
  sources: readonly QuotableSource[],
): Promise<Suggestions> {
  const pause = createPause();
  const { surroundings } = context.place;
  const most = Math.max(4, Math.min(mostSuggestions, Math.floor(mostTried / surroundings.text.length)));
  const items: Suggestion[] = [];
  const seen = new Set<string>();
  let isIncomplete = false;
  for (const source of sources) {
    await pause();
    if (context.isCancelled()) return noSuggestions;
    const tails = [0, plainTail(open.typed.text)];
    let from = 0;
    let found = noPlaces;
    for (const tail of new Set(tails)) {
      from = tail;
      found = findIn(context, source, { typed: open.typed.text, tail, most: Math.min(most, mostPlaces) });
      if (found.places.length > 0) break;
    }
    isIncomplete ||= found.isCut;
    for (const { place, end } of inOrder(found.places)) {
      if (items.length >= most) return { items, isIncomplete: true };
      const suggestion = writtenPassage(context, open, { source, place, end, from });
      if (suggestion === null || seen.has(suggestion.edit.text)) continue;
      seen.add(suggestion.edit.text);
      if (await isRightWith(context, open, suggestion)) items.push(suggestion);
      await pause();
      if (context.isCancelled()) return noSuggestions;
    }
  }
  return { items, isIncomplete };
}

/** No language has longer words on average: farther off lies what an ellipsis would pass over too much for. */
const widestWord = 12;

/** The places that go on with the words from `tail` on; those in front of them stand before. */
function findIn(
  { settings }: SuggestContext,
  { loaded, citation }: QuotableSource,
  { typed, tail, most }: { readonly typed: string; readonly tail: number; readonly most: number },
): Continuations {
  const prepared = loaded.prepared();
  const words = typed.slice(tail);
  const cited: Span | null = citation?.cited ?? null;
  if (!/[\p{L}\p{N}]/u.test(words)) return cited === null ? noPlaces : passagesIn(prepared, cited, most);
  if (tail === 0) return findContinuations(prepared, words, { near: cited, most });
  const home = cited === null ? 0 : fromSourceSpan(prepared, cited).start;
  const front = wholePassage(prepared, typed.slice(0, tail), { end: prepared.text.length, near: home });
  if (front === null) return noPlaces;
  const farthest = Math.min(prepared.text.length, front.end + settings.elisionMaxWords * widestWord);
  const near = toSourceSpan(prepared, { start: front.end, end: farthest });
  const { places, isCut } = findContinuations(prepared, words, { near, most });
  return { places: places.filter(({ start }) => front.end <= start && start < farthest), isCut };
}

const noPlaces: Continuations = { places: [], isCut: false };

/** Every place with its best end, and of few places the others behind it. */
function inOrder(places: readonly Continuation[]): { readonly place: Continuation; readonly end: PassageEnd }[] {
  return places.flatMap((place) => {
    const ends = places.length > fewPlaces ? place.ends.slice(0, 1) : place.ends;
    return ends.map((end) => ({ place, end }));
  });
}
