import assert from "node:assert/strict";
import { createChecker } from "../../server/src/shell/server/checker.ts";
import type { Cancellation } from "../../server/src/workspace/workspace.ts";

describe("the checker", () => {
  it("makes one run of many marks", async () => {
    const { checker, log, ready } = checking();
    checker.schedule();
    checker.schedule();
    checker.scan();
    checker.schedule();
    await ready();
    assert.deepEqual(log, ["scanning", "scan", "refresh", "ready"]);
  });

  it("runs again for what is marked during a run", async () => {
    const { checker, log, ready, during } = checking();
    during.refresh = () => {
      during.refresh = () => {};
      checker.schedule();
    };
    checker.schedule();
    await ready();
    assert.deepEqual(log, ["refresh", "refresh", "ready"]);
  });

  it("gives up a scan for a newer one", async () => {
    const { checker, log, ready, during } = checking();
    during.scan = () => {
      during.scan = () => {};
      checker.scan();
    };
    checker.scan();
    await ready();
    assert.deepEqual(log, ["scanning", "scan", "cancelled", "scanning", "scan", "refresh", "ready"]);
  });

  it("checks all in place of what is under way, and then what is left", async () => {
    const { checker, log, ready, during } = checking();
    let all: Promise<boolean> | null = null;
    during.scan = () => {
      during.scan = () => {};
      all = checker.checkAll({ isCancellationRequested: false }, () => {});
    };
    checker.scan();
    await ready();
    assert.equal(await all, true);
    assert.deepEqual(log.slice(0, 3), ["scanning", "scan", "cancelled"]);
    assert.deepEqual(log.slice(4), ["scanning", "scan", "refresh", "ready"]);
  });

  it("has settled when the first scan and all that it led to are done", async () => {
    const { checker, log, during } = checking();
    const settled = checker.settled(() => {}).then(() => log.push("settled"));
    during.refresh = () => {
      during.refresh = () => {};
      checker.schedule();
    };
    await Promise.resolve();
    assert.deepEqual(log, []);
    checker.scan();
    await settled;
    assert.deepEqual(log, ["scanning", "scan", "refresh", "refresh", "ready", "settled"]);
  });

  it("settles at once what waits for more marks, and tells how far it is", async () => {
    const { checker, log } = checking();
    checker.scan();
    await checker.settled(() => {});
    checker.schedule();
    const told: string[] = [];
    await checker.settled((done, total) => told.push(`${done} of ${total}`));
    assert.deepEqual(log.slice(-2), ["refresh", "ready"]);
    assert.deepEqual(told, ["1 of 2"]);
    await checker.settled(() => {});
    assert.equal(log.filter((entry) => entry === "refresh").length, 2);
  });

  it("checks open notes alone when a person has stopped it, and says that not all were checked", async () => {
    const { checker, log, ready, during, stop } = checking();
    during.refresh = () => {
      during.refresh = () => {};
      stop();
    };
    checker.scan();
    await ready();
    checker.schedule();
    await ready();
    assert.deepEqual(log, [
      "scanning",
      "scan",
      "refresh",
      "cancelled",
      "stopped",
      "refresh of what is open",
      "stopped",
    ]);
  });

  it("goes on with what was stopped for who needs all of it", async () => {
    const { checker, log, ready, during, stop } = checking();
    during.scan = () => {
      during.scan = () => {};
      stop();
    };
    checker.scan();
    await ready();
    await checker.settled(() => {});
    assert.deepEqual(log, ["scanning", "scan", "cancelled", "stopped", "refresh", "ready"]);
  });

  it("has stopped nothing where all was checked nevertheless", async () => {
    const { checker, log, ready, during, stop } = checking();
    during.refresh = () => setImmediate(stop);
    checker.scan();
    await ready();
    checker.schedule();
    await ready();
    assert.deepEqual(log.slice(-2), ["refresh", "ready"]);
  });

  it("goes on after an error", async () => {
    const { checker, log, ready, during, errors } = checking();
    during.scan = () => {
      during.scan = () => {};
      throw new Error("the disk is gone");
    };
    checker.scan();
    await ready();
    assert.equal(errors.length, 1);
    checker.scan();
    await ready();
    assert.deepEqual(log.slice(-4), ["scanning", "scan", "refresh", "ready"]);
  });
});

function checking() {
  const log: string[] = [];
  const errors: unknown[] = [];
  const during = { scan: () => {}, refresh: () => {} };
  let onReady: () => void = () => {};
  let stop: () => void = () => {};
  const step = async (name: "scan" | "refresh", cancellation?: Cancellation, what = "") => {
    log.push(`${name}${what}`);
    await Promise.resolve();
    during[name]();
    if (cancellation?.isCancellationRequested) log.push("cancelled");
    return !cancellation?.isCancellationRequested;
  };
  const checker = createChecker({
    workspace: {
      lookAgain: () => {},
      scan: async (cancellation) => void (await step("scan", cancellation)),
      refresh: (options) => {
        options?.progress?.(1, 2);
        return step("refresh", options?.cancellation, options?.onlyOpen === true ? " of what is open" : "");
      },
    },
    progress: (given) => {
      stop = given;
      return { report: () => {}, done: () => {} };
    },
    onState(state) {
      log.push(state);
      if (state !== "scanning") onReady();
    },
    onError: (error) => errors.push(error),
  });
  const ready = () =>
    new Promise<void>((resolve) => {
      onReady = resolve;
    });
  return { checker, log, ready, during, errors, stop: () => stop() };
}
