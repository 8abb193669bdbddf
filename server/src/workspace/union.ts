import { commonEnds } from "../commonEnds.ts";

/** All that stands in some lists, kept while few of them are exchanged for others. */
export interface Union<Thing> {
  /** Each once; not to be kept, for it changes. */
  readonly all: Things<Thing>;
  /**
   * Gives it these lists in place of those that it had, and says what came by that, and what went. Lists are told apart as
   * objects, and never change. Linear in their number and in what stands in those that came or went.
   */
  update(lists: readonly Iterable<Thing>[]): Exchange<Thing>;
}

/** What sets and the keys of maps have in common. */
export type Things<Thing> = Pick<ReadonlySet<Thing>, "size" | "has" | "keys">;

export interface Exchange<Thing> {
  readonly came: readonly Thing[];
  readonly went: readonly Thing[];
}

/** With nothing in it. */
export function createUnion<Thing>(): Union<Thing> {
  const counts = new Map<Thing, number>();
  let lists: readonly Iterable<Thing>[] = [];

  function count(changed: readonly Iterable<Thing>[], by: 1 | -1, were: Map<Thing, boolean>): void {
    for (const list of changed) {
      for (const thing of list) {
        const before = counts.get(thing) ?? 0;
        if (!were.has(thing)) were.set(thing, before > 0);
        if (before + by === 0) counts.delete(thing);
        else counts.set(thing, before + by);
      }
    }
  }

  return {
    all: counts,
    update(now) {
      const before = lists;
      lists = now;
      const { front, back } = commonEnds(before, now, (one, other) => one === other);
      const were = new Map<Thing, boolean>();
      count(now.slice(front, now.length - back), 1, were);
      count(before.slice(front, before.length - back), -1, were);
      const changed = [...were].filter(([thing, was]) => was !== counts.has(thing));
      return {
        came: changed.flatMap(([thing, was]) => (was ? [] : [thing])),
        went: changed.flatMap(([thing, was]) => (was ? [thing] : [])),
      };
    },
  };
}
