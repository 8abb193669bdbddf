import assert from "node:assert/strict";
import { attend, backgroundPause, inTurns } from "../../../server/src/workspace/pause.ts";

const turnOfOthers = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("work that nobody waits for", () => {
  it("lets what has come in go first, between each two steps that wait for their turn", async () => {
    const done: string[] = [];
    const work = async (name: string) => {
      await backgroundPause();
      done.push(name);
    };
    // The first may still be in its turn; the others queue up behind it.
    const busy = busyUntilTurnIsOver();
    const all = Promise.all(["one", "two", "three"].map(work));
    let isOver = false;
    void all.then(() => {
      isOver = true;
    });
    while (!isOver) {
      await turnOfOthers();
      done.push("other");
    }
    assert.ok(busy);
    const steps = done.filter((name) => name !== "other");
    assert.deepEqual(steps, ["one", "two", "three"]);
    for (const [before, after] of [
      ["one", "two"],
      ["two", "three"],
    ]) {
      assert.ok(done.slice(done.indexOf(before), done.indexOf(after)).includes("other"), done.join());
    }
  });

  it("stands back while somebody waits, and goes on when that is over", async () => {
    const isOver = attend();
    let isDone = false;
    const work = Promise.resolve(backgroundPause()).then(() => {
      isDone = true;
    });
    await turnOfOthers();
    await Promise.resolve();
    assert.equal(isDone, false);
    isOver();
    isOver();
    await work;
    assert.ok(isDone);
  });

  it("goes on in time where somebody waits for ever", async () => {
    const isOver = attend();
    await backgroundPause();
    isOver();
  });
});

describe("work in steps", () => {
  const done: string[] = [];
  const pause = async () => void done.push("other");
  function* counted() {
    for (const step of ["one", "two", "three"]) {
      done.push(step);
      yield;
    }
    return done.length;
  }
  beforeEach(() => {
    done.length = 0;
  });

  it("is done in turns with other work where it has many steps", async () => {
    assert.equal(await inTurns(counted(), pause), 6);
    assert.deepEqual(done, ["one", "other", "two", "other", "three", "other"]);
  });

  it("ends where it is for nothing", async () => {
    assert.equal(await inTurns(counted(), pause, () => done.includes("two")), null);
    assert.deepEqual(done, ["one", "other", "two", "other"]);
  });
});

/** Takes so long that no turn of background work goes on. */
function busyUntilTurnIsOver(): boolean {
  const end = performance.now() + 5;
  while (performance.now() < end);
  return true;
}
