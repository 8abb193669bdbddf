/** Things that can be made again, of which only those used last are kept. */
export interface LeastUse {
  /** Says that a thing of this size was used just now. Calls `drop` of those that there is no room for any more. */
  use(thing: { readonly drop: () => void }, size: number): void;
}

/** `room`: for the sizes of all that is kept. The thing used last is kept whatever its size. */
export function createLeastUse(room: number): LeastUse {
  /** In the order of their last use. */
  const kept = new Map<{ readonly drop: () => void }, number>();
  let taken = 0;
  return {
    use(thing, size) {
      taken += size - (kept.get(thing) ?? 0);
      kept.delete(thing);
      kept.set(thing, size);
      for (const [oldest, its] of kept) {
        if (taken <= room || oldest === thing) break;
        kept.delete(oldest);
        taken -= its;
        oldest.drop();
      }
    },
  };
}
