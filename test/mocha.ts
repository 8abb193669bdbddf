import { appendFileSync } from "node:fs";
import { format } from "node:util";
import Mocha from "mocha";
import CountingReporter from "../scripts/lib/reporter.mjs";

/**
 * Runs the tests that modules define when they are loaded, only those whose title has VERBATIM_TEST_GREP where that is
 * set. Returns how many failed.
 * @param timeout of one test, in milliseconds: everything waits for a state, and this is when it gives up
 */
export async function runMocha(load: () => Promise<unknown>, timeout: number): Promise<number> {
  const mocha = new Mocha({ ui: "bdd", timeout, color: false, reporter: CountingReporter });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  const { VERBATIM_TEST_GREP: grep } = process.env;
  if (grep) mocha.grep(grep);
  await load();
  return new Promise((resolve) => mocha.run(resolve));
}

/** Has what mocha prints written to the file that VERBATIM_TEST_REPORT names: an editor's console is full of others' lines. */
export function reportToFile(): void {
  const file = process.env.VERBATIM_TEST_REPORT;
  if (!file) return;
  const write = (...args: unknown[]) => appendFileSync(file, `${format(...args)}\n`);
  Object.assign(Mocha.reporters.Base, { consoleLog: write });
}
