/** Chance that can be repeated: the same keys give the same numbers, whatever else is asked for. */
export interface Random {
  /** From 0 up to, and without, `limit`. */
  below(limit: number): number;
  /** An element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** True once in `times`. */
  once(times: number): boolean;
}

/** A generator for these keys. Seeded with FNV-1a, stepped with mulberry32 (both in the public domain). */
export function randomFor(...keys: readonly (string | number)[]): Random {
  let state = 0x811c9dc5;
  for (const unit of keys.join("\n")) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)], once: (times) => below(times) === 0 };
}

/** A copy of the list in an order of chance. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [copy[i], copy[other]] = [copy[other], copy[i]];
  }
  return copy;
}
