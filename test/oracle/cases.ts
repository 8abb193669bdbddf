import type { Span } from "../../server/src/span.ts";
import type { Case, Expectation } from "./case.ts";
import { changed, type Draft } from "./draft.ts";
import { allForbidden } from "./forbidden/all.ts";
import type { Wrong } from "./forbidden/change.ts";
import { fragmentsFor, widened } from "./fragments.ts";
import { anywhereIn, misplacings, type Place } from "./misplaced.ts";
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
    // A bracket or an ellipsis beside the one that is wrong may be taken for part of it.
    if (wrong.rule === "bracket-changes-meaning" && /^(?:brackets|ellipsis)/u.test(permitted.name)) continue;
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
  if (isElsewhere || !everyFragmentStandsOnce(draft.text, source.folded)) return false;
  return rule === "bracket-changes-meaning" || fragmentsOf(draft.text).length > 1;
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
      yield {
        ...misplaced,
        beside: null,
        draft: made,
        source: place.source,
        kind: i < 0 ? name : `${name} and permitted`,
        changes,
      };
    }
  }
}

type Cited = Pick<Case, "draft" | "source" | "citation" | "beside">;

/** The draft with a citation of its lines, of somewhat more, or now and then of the whole file. */
function citing({ shelf, source, random }: Place, draft: Draft): Cited {
  const { path, laid } = source;
  const lines = laid.linesOf(draft.span);
  const cited = widened(lines, laid.lineCount, random);
  const columns = cited === lines ? laid.columnsOf(draft.span) : { start: 1, end: 80 };
  const isWhole = !path.endsWith(".md") && random.once(16);
  const fragment = isWhole ? "" : random.pick(fragmentsFor(path, cited, columns));
  const others = shelf.sources.filter((other) => other !== source);
  const beside = others.length === 0 ? null : anywhereIn(random.pick(others), random);
  return { draft, source, citation: { path, fragment }, beside };
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
