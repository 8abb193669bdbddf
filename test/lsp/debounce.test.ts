import assert from "node:assert/strict";
import { mock } from "node:test";
import { createDebouncer } from "../../server/src/shell/server/debounce.ts";

describe("debouncing", () => {
  const ran: string[] = [];
  const debouncer = createDebouncer({ quiet: 100, longest: 250, run: (key) => ran.push(key) });

  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    ran.length = 0;
  });
  afterEach(() => {
    debouncer.cancelAll();
    mock.timers.reset();
  });

  it("runs once, after quiet", () => {
    debouncer.trigger("a");
    mock.timers.tick(99);
    debouncer.trigger("a");
    mock.timers.tick(99);
    assert.deepEqual(ran, []);
    mock.timers.tick(1);
    assert.deepEqual(ran, ["a"]);
    mock.timers.tick(1000);
    assert.deepEqual(ran, ["a"]);
  });

  it("runs in the end though it never was quiet", () => {
    for (let time = 0; time < 300; time += 50) {
      debouncer.trigger("a");
      mock.timers.tick(50);
    }
    assert.deepEqual(ran, ["a"]);
  });

  it("waits for each key by itself", () => {
    debouncer.trigger("a");
    mock.timers.tick(60);
    debouncer.trigger("b");
    mock.timers.tick(40);
    assert.deepEqual(ran, ["a"]);
    mock.timers.tick(60);
    assert.deepEqual(ran, ["a", "b"]);
  });

  it("runs at once what is flushed, and never what is cancelled", () => {
    debouncer.trigger("a");
    debouncer.trigger("b");
    debouncer.trigger("c");
    debouncer.cancel("b");
    debouncer.flush("a");
    debouncer.flush("nothing");
    assert.deepEqual(ran, ["a"]);
    debouncer.flushAll();
    mock.timers.tick(1000);
    assert.deepEqual(ran, ["a", "c"]);
  });
});
