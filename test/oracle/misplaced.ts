import type { LineRange } from "../../server/src/span.ts";
import type { Case } from "./case.ts";
import type { Draft } from "./draft.ts";
import { fragmentsFor } from "./fragments.ts";
import type { Random } from "./random.ts";
import type { Shelf, ShelvedSource } from "./shelf.ts";
import { fragmentsOf } from "./standing.ts";

/** Where a case is made: a source among others. */
export interface Place {
  readonly shelf: Shelf;
  readonly source: ShelvedSource;
  readonly random: Random;
}

export type Misplaced = Pick<Case, "citation" | "expectation">;

/** Cites the right words at the wrong place; null where there is no such place. */
export type Misplace = (draft: Draft, place: Place) => Misplaced | null;

export const misplacings: Readonly<Record<string, Misplace>> = {
  "wrong lines": (draft, place) => {
    const { laid } = place.source;
    const lines = laid.linesOf(draft.span);
    const all = Array.from({ length: laid.lineCount }, (_, i) => i + 1);
    const others = all.filter((line) => line < lines.start || line > lines.end);
    if (others.length === 0) return null;
    const start = place.random.pick(others);
    const end = start < lines.start ? start + place.random.below(lines.start - start) : start;
    return citingLines(draft, place, { start, end });
  },
  "too few lines": (draft, place) => {
    const lines = place.source.laid.linesOf(draft.span);
    const length = lines.end - lines.start;
    if (length === 0) return null;
    const left = place.random.below(length);
    const cut = place.random.once(2)
      ? { start: lines.start, end: lines.start + left }
      : { start: lines.start + 1 + left, end: lines.end };
    return citingLines(draft, place, cut);
  },
  "past the end": (draft, place) => {
    const start = place.source.laid.lineCount + 1 + place.random.below(200);
    return citingLines(draft, place, { start, end: start + place.random.below(4) });
  },
  "another source": (draft, place) => {
    const { shelf, source, random } = place;
    const isOnlyHere = fragmentsOf(draft.text).some(
      (fragment) => shelf.folded.indexOf(fragment) === shelf.folded.lastIndexOf(fragment),
    );
    const others = shelf.sources.filter((other) => other !== source);
    if (!isOnlyHere || others.length === 0) return null;
    const expectation = { class: "source", path: source.path, lines: source.laid.linesOf(draft.span) } as const;
    return { citation: anywhereIn(random.pick(others), random), expectation };
  },
};

/** A citation of one line of a source, whatever stands there. */
export function anywhereIn({ path, laid }: ShelvedSource, random: Random): Case["citation"] {
  const line = 1 + random.below(laid.lineCount);
  return { path, fragment: random.pick(fragmentsFor(path, { start: line, end: line }, { start: 1, end: 1 })) };
}

function citingLines(draft: Draft, { source, random }: Place, cited: LineRange): Misplaced {
  const expectation = { class: "place", lines: source.laid.linesOf(draft.span) } as const;
  const fragment = random.pick(fragmentsFor(source.path, cited, { start: 1, end: 1 }));
  return { citation: { path: source.path, fragment }, expectation };
}
