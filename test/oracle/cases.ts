import type { LineRange, Span } from "../../server/src/span.ts";
import type { Case, Expectation } from "./case.ts";
import { changed, type Draft } from "./draft.ts";
import { allForbidden } from "./forbidden/all.ts";
import type { Wrong } from "./forbidden/change.ts";
import { fragmentsFor, widened } from "./fragments.ts";
import { allPermitted, type Permitted } from "./permitted/all.ts";
import { type Random, randomFor } from "./random.ts";
import type { Shelf, ShelvedSource } from "./shelf.ts";
import { everyFragmentStands, everyFragmentStandsOnce, fragmentsOf } from "./standing.ts";

/** How many cases are made of chance for every span. */
export interface Amounts {
  readonly permittedPairs: number;
  readonly forbiddenWithPermitted: number;
  readonly movedWithPermitted: number;
}

interface Place {
  readonly shelf: Shelf;
  readonly source: ShelvedSource;
  readonly random: Random;
}

/** All cases for one span of one source. The same seed and round give the same cases. */
export function* casesFor(
  shelf: Shelf,
  source: ShelvedSource,
  span: Span,
  options: { readonly amounts: Amounts; readonly seed: number; readonly round: number },
): Generator<Case> {
  const draft: Draft = { text: source.text.slice(span.start, span.end), span };
  const key = [options.seed, options.round, source.path, span.start, span.end];
  const at = (...more: readonly (string | number)[]): Place => ({ shelf, source, random: randomFor(...key, ...more) });
  yield* permittedCases(draft, at, options.amounts.permittedPairs);
  yield* forbiddenCases(draft, at, options.amounts.forbiddenWithPermitted);
  yield* misplacedCases(draft, at, options.amounts.movedWithPermitted);
}

type At = (...more: readonly (string | number)[]) => Place;

function* permittedCases(draft: Draft, at: At, pairs: number): Generator<Case> {
  const verbatim = at("verbatim");
  yield { ...citing(verbatim, draft), kind: "verbatim", changes: [], expectation: { class: "permitted" } };
  for (const permitted of allPermitted) {
    const place = at(permitted.name);
    const made = permitted.make(draft, contextOf(place));
    if (made === null) continue;
    yield {
      ...citing(place, made),
      kind: permitted.name,
      changes: [permitted.name],
      expectation: { class: "permitted" },
    };
  }
  for (let i = 0; i < pairs; i++) {
    const place = at("pair", i);
    const [one, other] = [place.random.pick(allPermitted), place.random.pick(allPermitted)];
    const made = one.name === other.name ? null : both(draft, one, other, place);
    if (made === null) continue;
    const changes = [one.name, other.name];
    yield { ...citing(place, made), kind: "two permitted", changes, expectation: { class: "permitted" } };
  }
}

function both(draft: Draft, one: Permitted, other: Permitted, place: Place): Draft | null {
  const first = one.make(draft, contextOf(place));
  return first && other.make(first, contextOf(place));
}

function* forbiddenCases(draft: Draft, at: At, combined: number): Generator<Case> {
  for (const forbidden of allForbidden) {
    const place = at(forbidden.name);
    const wrong = forbidden.make(draft, { ...contextOf(place), foreign: foreignWords(place) });
    if (wrong === null || !isWrong(wrong, place)) continue;
    yield {
      ...citing(place, wrong.draft),
      kind: forbidden.name,
      changes: [forbidden.name],
      expectation: expect(wrong),
    };
  }
  for (let i = 0; i < combined; i++) {
    const place = at("wrong and permitted", i);
    const forbidden = place.random.pick(allForbidden);
    const permitted = place.random.pick(allPermitted);
    const wrong = forbidden.make(draft, { ...contextOf(place), foreign: foreignWords(place) });
    if (wrong === null || !isWrong(wrong, place)) continue;
    const made = permitted.make(wrong.draft, contextOf(place));
    if (made === null || !keepsChange(wrong.draft, made) || !isWrong({ ...wrong, draft: made }, place)) continue;
    const kind = `${forbidden.name.split("/")[0]} and permitted`;
    yield { ...citing(place, made), kind, changes: [forbidden.name, permitted.name], expectation: expect(wrong) };
  }
}

function expect({ kind, rule, covered }: Wrong): Expectation {
  return { class: "forbidden", kind, rule, covered };
}

/** Whether the words are wrong indeed: whether no source of the shelf could have them as they are quoted. */
function isWrong({ draft, rule }: Wrong, { shelf, source }: Place): boolean {
  if (rule === "quote-altered") return !everyFragmentStands(draft.text, shelf.folded);
  const isElsewhere = shelf.sources.some((other) => other !== source && everyFragmentStands(draft.text, other.folded));
  return !isElsewhere && everyFragmentStandsOnce(draft.text, source.folded) && fragmentsOf(draft.text).length > 1;
}

function keepsChange(before: Draft, after: Draft): boolean {
  const stretches = ({ text }: Draft) => text.match(new RegExp(`${changed.open}[^${changed.close}]*`, "gu")) ?? [];
  return stretches(before).length === stretches(after).length;
}

/** Changes that leave the ends of a quote where they are. */
const insidePermitted = allPermitted.filter(({ name }) =>
  /^(?:whitespace|quote-marks|dashes|unicode-form|ligature|hyphenation|initial-case|final-punctuation|ellipsis\/middle|ellipsis\/twice|brackets\/(?:initial|ending|added)$|sic|emphasis\/)/u.test(
    name,
  ),
);

function* misplacedCases(draft: Draft, at: At, combined: number): Generator<Case> {
  for (let i = -1; i < combined; i++) {
    for (const name of Object.keys(misplacings)) {
      const place = at("misplaced", name, i);
      const permitted = i < 0 ? null : place.random.pick(insidePermitted);
      const made = permitted === null ? draft : permitted.make(draft, contextOf(place));
      if (made === null || !everyFragmentStandsOnce(made.text, place.source.folded)) continue;
      const misplaced = misplacings[name](made, place);
      if (misplaced === null) continue;
      const changes = permitted === null ? [name] : [name, permitted.name];
      yield { ...misplaced, draft: made, source: place.source, kind: i < 0 ? name : `${name} and permitted`, changes };
    }
  }
}

type Misplacing = (draft: Draft, place: Place) => Pick<Case, "citation" | "expectation"> | null;

const misplacings: Readonly<Record<string, Misplacing>> = {
  "wrong lines": (draft, place) => {
    const { laid } = place.source;
    const lines = laid.linesOf(draft.span);
    const others = Array.from({ length: laid.lineCount }, (_, i) => i + 1).filter(
      (line) => line < lines.start || line > lines.end,
    );
    if (others.length === 0) return null;
    const start = place.random.pick(others);
    const end = start < lines.start ? start + place.random.below(lines.start - start) : start;
    return elsewhereIn(draft, place, { start, end });
  },
  "too few lines": (draft, place) => {
    const lines = place.source.laid.linesOf(draft.span);
    if (lines.end === lines.start) return null;
    const cut = place.random.once(2)
      ? { start: lines.start, end: lines.start + place.random.below(lines.end - lines.start) }
      : { start: lines.start + 1 + place.random.below(lines.end - lines.start), end: lines.end };
    return elsewhereIn(draft, place, cut);
  },
  "past the end": (draft, place) => {
    const start = place.source.laid.lineCount + 1 + place.random.below(200);
    return elsewhereIn(draft, place, { start, end: start + place.random.below(4) });
  },
  "another source": (draft, place) => {
    const { shelf, source, random } = place;
    const isOnlyHere = fragmentsOf(draft.text).some(
      (fragment) => shelf.folded.indexOf(fragment) === shelf.folded.lastIndexOf(fragment),
    );
    const others = shelf.sources.filter((other) => other !== source);
    if (!isOnlyHere || others.length === 0) return null;
    const other = random.pick(others);
    const line = 1 + random.below(other.laid.lineCount);
    const fragment = random.pick(fragmentsFor({ start: line, end: line }, { start: 1, end: 1 }));
    const expectation = { class: "source", path: source.path, lines: source.laid.linesOf(draft.span) } as const;
    return { citation: { path: other.path, fragment }, expectation };
  },
};

function elsewhereIn(draft: Draft, { source, random }: Place, cited: LineRange): ReturnType<Misplacing> {
  const expectation = { class: "place", lines: source.laid.linesOf(draft.span) } as const;
  const fragment = random.pick(fragmentsFor(cited, { start: 1, end: 1 }));
  return { citation: { path: source.path, fragment }, expectation };
}

function citing({ source, random }: Place, draft: Draft): Pick<Case, "draft" | "source" | "citation"> {
  const lines = source.laid.linesOf(draft.span);
  const cited = widened(lines, source.laid.lineCount, random);
  const columns = cited === lines ? source.laid.columnsOf(draft.span) : { start: 1, end: 80 };
  return { draft, source, citation: { path: source.path, fragment: random.pick(fragmentsFor(cited, columns)) } };
}

function contextOf({ source, random }: Place): { readonly source: string; readonly random: Random } {
  return { source: source.text, random };
}

/** Five to eight words in a row of another source. */
function foreignWords({ shelf, source, random }: Place): string {
  const others = shelf.sources.filter((other) => other !== source);
  const words = random.pick(others.length > 0 ? others : [source]).text.split(" ");
  const from = random.below(Math.max(1, words.length - 8));
  return words.slice(from, from + 5 + random.below(4)).join(" ");
}
