// Ends tests that hang: in a loop that never ends mocha cannot notice its own time limits. For mocha's `--require`.
import { writeSync } from "node:fs";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

/** Seconds without a turn of the event loop. No test keeps the thread for more than a few. */
const longest = 120;

export const mochaHooks = isMainThread ? watch() : {};
if (!isMainThread) waitForSilence();

/** Tells a worker once a second that the thread is alive, and at which test. */
function watch() {
  const worker = new Worker(new URL(import.meta.url));
  worker.unref();
  let title = "";
  setInterval(() => worker.postMessage(title), 1000).unref();
  return {
    /** @this {import("mocha").Context} */
    beforeEach() {
      title = this.currentTest?.fullTitle() ?? "";
      worker.postMessage(title);
    },
  };
}

function waitForSilence() {
  let title = "";
  let heard = Date.now();
  parentPort?.on("message", (current) => {
    title = current;
    heard = Date.now();
  });
  setInterval(() => {
    if (Date.now() - heard < longest * 1000) return;
    writeSync(2, `\nNothing has happened for ${longest} s. What hangs: ${title}\n`);
    process.kill(process.pid, "SIGKILL");
  }, 1000);
}
