import assert from "node:assert/strict";
import { mock } from "node:test";
import type { WorkDoneProgressServerReporter } from "vscode-languageserver/node";
import { createLateProgress } from "../../server/src/shell/server/progress.ts";

describe("progress", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  it("is not shown for work that takes a moment", async () => {
    const { progress, log } = progressing();
    mock.timers.tick(999);
    progress.report(5, 10);
    progress.done();
    mock.timers.tick(5000);
    await settled();
    assert.deepEqual(log, []);
  });

  it("is shown, each percent once, for work that goes on, until it is done", async () => {
    const { progress, log } = progressing();
    mock.timers.tick(1000);
    await settled();
    progress.report(1, 1000);
    progress.report(2, 1000);
    progress.report(500, 1000);
    progress.done();
    progress.report(501, 1000);
    assert.deepEqual(log, ["begin, cancellable", "0% 1 of 1000 notes", "50% 500 of 1000 notes", "done"]);
  });

  it("can be cancelled by the person", async () => {
    const { cancel, log } = progressing();
    mock.timers.tick(1000);
    await settled();
    cancel();
    assert.deepEqual(log, ["begin, cancellable", "cancelled"]);
  });

  it("ends at once where the client answers after the work is done", async () => {
    const { progress, log } = progressing();
    mock.timers.tick(1000);
    progress.done();
    await settled();
    assert.deepEqual(log, ["begin, cancellable", "done"]);
  });

  it("is done without where the client shows none", async () => {
    const { progress, log } = progressing({ isRefused: true });
    mock.timers.tick(1000);
    await settled();
    progress.report(1, 2);
    progress.done();
    assert.deepEqual(log, []);
  });
});

function progressing({ isRefused = false } = {}) {
  const log: string[] = [];
  let cancel: () => void = () => {};
  const reporter = {
    begin: (_title: string, _percent: number, _message: undefined, isCancellable: boolean) =>
      log.push(isCancellable ? "begin, cancellable" : "begin"),
    report: (percent: number, message: string) => log.push(`${percent}% ${message}`),
    done: () => log.push("done"),
    token: {
      onCancellationRequested: (listener: () => void) => {
        cancel = listener;
      },
    },
  } as unknown as WorkDoneProgressServerReporter;
  const progress = createLateProgress({
    create: async () => {
      if (isRefused) throw new Error("no place");
      return reporter;
    },
    title: "Checking",
    after: 1000,
    onCancel: () => log.push("cancelled"),
  });
  return { progress, log, cancel: () => cancel() };
}

/** Until everything that waits for a promise had its turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
