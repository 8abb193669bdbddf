// Mocha's spec reporter, which also adds a line of counts to the file that VERBATIM_TEST_COUNTS names.
import { appendFileSync } from "node:fs";
import Mocha from "mocha";

export default class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {import("mocha").Runner} runner
   * @param {import("mocha").MochaOptions} [options]
   */
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.VERBATIM_TEST_COUNTS;
    if (!file) return;
    runner.once("end", () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      appendFileSync(file, `${JSON.stringify({ passed, failed, skipped })}\n`);
    });
  }
}
