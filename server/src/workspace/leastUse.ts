/** Where things are kept that can be made again. */
export interface Room {
  /**
   * A function that makes a thing of this size when it is asked for, and again where it was dropped in the meantime. `made`: the
   * thing, where it is there already. `grow`: to be told the size that it has by now.
   */
  remade<Made>(size: number, make: (grow: (size: number) => void) => Made, made?: Made): () => Made;
}

/** Room for so much, for those things that were used last. The very last is kept whatever its size. */
export function createLeastUse(room: number): Room {
  /** In the order of their last use. */
  const kept = new Map<Thing, number>();
  let latest: Thing | null = null;
  let taken = 0;

  function use(thing: Thing, size: number): void {
    const before = kept.get(thing);
    if (thing === latest && before === size) return;
    latest = thing;
    taken += size - (before ?? 0);
    kept.delete(thing);
    kept.set(thing, size);
    for (const [oldest, its] of kept) {
      if (taken <= room || oldest === thing) break;
      kept.delete(oldest);
      taken -= its;
      oldest.made = null;
    }
  }

  return {
    remade(size, make, made) {
      const thing = newThing(made);
      if (thing.made !== null) use(thing, size);
      const grow = (grown: number) => {
        if (thing.made !== null) use(thing, grown);
      };
      return () => {
        const isNew = thing.made === null;
        thing.made ??= { value: make(grow) };
        const { value } = thing.made;
        if (thing !== latest || isNew) use(thing, isNew ? size : (kept.get(thing) ?? size));
        return value;
      };
    },
  };
}

/** Room for everything: a thing is dropped with the function that makes it. */
export const boundlessRoom: Room = {
  remade(_size, make, made) {
    const thing = newThing(made);
    return () => {
      thing.made ??= { value: make(() => {}) };
      return thing.made.value;
    };
  },
};

interface Thing<Made = unknown> {
  made: { readonly value: Made } | null;
}

function newThing<Made>(made: Made | undefined): Thing<Made> {
  return { made: made === undefined ? null : { value: made } };
}
