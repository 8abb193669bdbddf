import type { Span } from "../../span.ts";
import type { PreparedSource } from "../prepare.ts";
import type { ParsedQuote, Part } from "../text/parse.ts";
import { lengthOf, overlaps } from "../text/spans.ts";
import type { PartMatch } from "./match.ts";
import { type PartFinder, partFinder, type StandingOptions } from "./partFinder.ts";
import { firstAtLeast } from "./places.ts";

/** A quote that stands in a source, up to permitted changes: each part with its match. */
export interface Placement {
  /** From the first part's start to the last one's end, in the prepared text. */
  readonly span: Span;
  readonly parts: readonly PartMatch[];
}

/**
 * The places at which every part of the quote stands in the quote's order, in document order and not overlapping: at
 * most `most`, the nearest ones. Of the placements that share a part, the one that skips least is taken.
 */
export function findStanding(source: PreparedSource, quote: ParsedQuote, options: StandingOptions): Placement[] {
  if (quote.parts.length === 0) return [];
  const finders: PartFinder[] = [];
  for (const part of quote.parts) {
    const finder = partFinder(source, quote, part, options);
    if (finder.starts.length === 0) return [];
    finders.push(finder);
  }
  const anchor = rarest(finders);
  const placements: Placement[] = [];
  for (const index of byDistance(finders[anchor].starts, options.near)) {
    if (placements.length >= options.most || options.budget.characters <= 0) break;
    const place = finders[anchor].spanOf(index);
    if (placements.some((other) => overlaps(other.span, place) && countReplaced(other) === 0)) continue;
    const match = finders[anchor].matchOf(index);
    if (match === null) continue;
    const parts = chain(finders, anchor, match);
    if (parts === null || !omitsOnlyCitations(source, quote, parts)) continue;
    placements.push({ span: { start: parts[0].span.start, end: parts[parts.length - 1].span.end }, parts });
  }
  return apart(placements);
}

/** Whether what “(citation omitted)” stands for looks like a citation: it must not hide a word of the sentence. */
function omitsOnlyCitations(source: PreparedSource, quote: ParsedQuote, parts: readonly PartMatch[]): boolean {
  return quote.elisions.every(({ role, before }) => {
    if (role === "ellipsis" || before === 0 || before === parts.length) return true;
    if (quote.elisions.some((other) => other.role === "ellipsis" && other.before === before)) return true;
    const left = source.text.slice(parts[before - 1].span.end, parts[before].span.start);
    return (
      !/\p{L}/u.test(left) ||
      /[\p{N}[\](){}]|\b(?:[Ii]d|[Ii]bid|[Ss]ee|[Cc]f|[Ss]upra|[Ii]nfra|vgl|siehe|voir)\b/u.test(left)
    );
  });
}

/** How many words of the source the writer's brackets stand for. */
export function countReplaced({ parts }: Placement): number {
  return parts.flatMap(({ brackets }) => brackets).reduce((sum, { replaced }) => sum + replaced.length, 0);
}

/** A place at which one part stands: the first that begins at `from` or behind it. */
export function findPart(
  source: PreparedSource,
  quote: ParsedQuote,
  part: Part,
  options: StandingOptions,
): PartMatch | null {
  const finder = partFinder(source, quote, part, options);
  for (const index of byDistance(finder.starts, options.near)) {
    if (options.budget.characters <= 0) return null;
    const match = finder.matchOf(index);
    if (match !== null) return match;
  }
  return null;
}

function chain(finders: readonly PartFinder[], anchor: number, match: PartMatch): PartMatch[] | null {
  const parts = [match];
  for (let i = anchor + 1; i < finders.length; i++) {
    const next = finders[i].next(parts[parts.length - 1].span.end);
    if (next === null) return null;
    parts.push(next);
  }
  for (let i = anchor - 1; i >= 0; i--) {
    const previous = finders[i].previous(parts[0].span.start);
    if (previous === null) return null;
    parts.unshift(previous);
  }
  return parts;
}

function rarest(finders: readonly PartFinder[]): number {
  let best = 0;
  for (let i = 1; i < finders.length; i++) {
    if (finders[i].starts.length < finders[best].starts.length) best = i;
  }
  return best;
}

/** Placements that do not overlap, in document order: of those that do, the one whose brackets stand for less, else the shorter. */
function apart(placements: Placement[]): Placement[] {
  const kept: Placement[] = [];
  for (const placement of placements.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept[kept.length - 1];
    if (last === undefined || !overlaps(last.span, placement.span)) kept.push(placement);
    else if (isTighter(placement, last)) kept[kept.length - 1] = placement;
  }
  return kept;
}

function isTighter(a: Placement, b: Placement): boolean {
  return (countReplaced(a) - countReplaced(b) || lengthOf(a.span) - lengthOf(b.span)) < 0;
}

/** The indexes of ascending offsets, nearest to `near` first. */
function* byDistance(offsets: Uint32Array, near: number): Generator<number> {
  let above = firstAtLeast(offsets, near);
  let below = above - 1;
  while (below >= 0 || above < offsets.length) {
    const takeAbove = below < 0 || (above < offsets.length && offsets[above] - near <= near - offsets[below]);
    yield takeAbove ? above++ : below--;
  }
}
