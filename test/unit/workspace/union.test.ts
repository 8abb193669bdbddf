import assert from "node:assert/strict";
import fc from "fast-check";
import { createRelation } from "../../../server/src/workspace/relation.ts";
import { createUnion } from "../../../server/src/workspace/union.ts";
import { holds } from "../properties/run.ts";

const someLists = fc.array(fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 }), { maxLength: 5 });

/** Lists that are other ones from one time to the next, most of them the same objects. */
const successions = fc
  .tuple(fc.array(someLists, { minLength: 1, maxLength: 2 }), fc.array(fc.array(fc.nat(9), { maxLength: 6 })))
  .map(([all, picks]) => {
    const pool = all.flat();
    return picks.map((each) => each.flatMap((index) => (index < pool.length ? [pool[index]] : [])));
  });

const inOrder = (things: Iterable<string>) => [...things].sort();

describe("a union", () => {
  holds("has what stands in its lists, and tells what came and went", 500, successions, (succession) => {
    const union = createUnion<string>();
    let before: readonly string[] = [];
    for (const lists of succession) {
      const { came, went } = union.update(lists);
      const now = inOrder(new Set(lists.flat()));
      assert.deepEqual(inOrder(union.all.keys()), now);
      assert.deepEqual(
        inOrder(came),
        now.filter((thing) => !before.includes(thing)),
      );
      assert.deepEqual(
        inOrder(went),
        before.filter((thing) => !now.includes(thing)),
      );
      before = now;
    }
  });

  it("looks into those lists only that were not there before, or are not any more", () => {
    let looks = 0;
    const counted = (things: readonly string[]): Iterable<string> => ({
      [Symbol.iterator]: () => {
        looks++;
        return things.values();
      },
    });
    const lists = Array.from({ length: 100 }, (_, i) => counted([`source ${i}`, "all"]));
    const union = createUnion<string>();
    union.update(lists);
    looks = 0;
    const { came, went } = union.update(lists.with(50, counted(["another", "all"])));
    assert.deepEqual([came, went, looks], [["another"], ["source 50"], 2]);
  });
});

describe("a relation", () => {
  const givings = fc.array(
    fc.record({ note: fc.constantFrom("one", "other"), lists: someLists, inLists: fc.boolean() }),
    { maxLength: 8 },
  );

  holds("holds the same of keys that are given in lists as of a set", 500, givings, (all) => {
    const [given, expected] = [createRelation(), createRelation()];
    for (const { note, lists, inLists } of all) {
      const keys = new Set(lists.flat());
      const changed = inLists ? given.setLists(note, lists) : given.set(note, keys);
      assert.deepEqual(inOrder(changed), inOrder(expected.set(note, keys)));
      assert.deepEqual(inOrder(given.keys()), inOrder(expected.keys()));
      assert.deepEqual(inOrder(given.keysOf(note).keys()), inOrder(keys));
      for (const key of "abcd") assert.deepEqual(inOrder(given.notesOf(key)), inOrder(expected.notesOf(key)));
    }
  });
});
