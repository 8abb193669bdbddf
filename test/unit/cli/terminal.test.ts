import { deepEqual, equal } from "node:assert/strict";
import { createPaint, wantsColour } from "../../../server/src/shell/cli/colour.ts";
import { createProgress } from "../../../server/src/shell/cli/progress.ts";

describe("colour", () => {
  const cases: readonly (readonly [env: NodeJS.ProcessEnv, terminal: boolean, colour: boolean])[] = [
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ TERM: "dumb" }, true, false],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ FORCE_COLOR: "false" }, true, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
  ];
  for (const [env, terminal, colour] of cases) {
    it(`is ${colour ? "used" : "left out"} with ${JSON.stringify(env)} ${terminal ? "on a terminal" : "elsewhere"}`, () =>
      equal(wantsColour(env, terminal), colour));
  }

  it("is nothing around nothing", () => equal(createPaint(true)("error", ""), ""));
});

describe("progress", () => {
  it("is silent for a second, then seldom, and leaves nothing behind", () => {
    let now = 5000;
    const written: string[] = [];
    const progress = createProgress({ write: (text) => written.push(text), now: () => now });
    for (const [time, done] of [
      [5500, 1],
      [6010, 2],
      [6050, 3],
      [6200, 4],
    ]) {
      now = time;
      progress.update(done, 10);
    }
    progress.end();
    progress.end();
    deepEqual(written, ["\r\x1b[KChecking notes: 2 of 10", "\r\x1b[KChecking notes: 4 of 10", "\r\x1b[K"]);
  });

  it("writes nothing at all in a short run", () => {
    const written: string[] = [];
    const progress = createProgress({ write: (text) => written.push(text), now: () => 0 });
    progress.update(1, 1);
    progress.end();
    deepEqual(written, []);
  });
});
