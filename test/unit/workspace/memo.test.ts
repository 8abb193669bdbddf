import assert from "node:assert/strict";
import { createMemo } from "../../../server/src/workspace/memo.ts";

describe("a memo", () => {
  it("makes each answer once", () => {
    const memo = createMemo();
    const made: string[] = [];
    const ask = (key: string) => memo.recall(key, () => made.push(key));
    assert.deepEqual([ask("a"), ask("b"), ask("a"), ask("b")], [1, 2, 1, 2]);
    memo.turn(0);
    ask("a");
    memo.turn(0);
    assert.deepEqual([ask("a"), made.length], [1, 2]);
  });

  it("keeps an answer that is nothing", () => {
    const memo = createMemo();
    assert.equal(
      memo.recall("a", () => null),
      null,
    );
    assert.equal(
      memo.recall("a", () => "made again" as string | null),
      null,
    );
  });

  it("forgets what was not asked for two turns", () => {
    const memo = createMemo();
    memo.recall("a", () => 1);
    memo.turn(0);
    memo.turn(0);
    assert.equal(
      memo.recall("a", () => 2),
      2,
    );
  });

  it("keeps a few answers about the same words", () => {
    const memo = createMemo();
    let compared = 0;
    const askForAnother = () => {
      compared = 0;
      const isWanted = () => ++compared < 0;
      memo.recallQuote("the words", isWanted, () => ({}));
    };
    for (let i = 0; i < 10; i++) askForAnother();
    const few = compared;
    for (let i = 0; i < 1000; i++) askForAnother();
    assert.equal(compared, few);
  });
});
