import Mocha from "mocha";
import CountingReporter from "../scripts/lib/reporter.mjs";

/**
 * Runs the tests that modules define when they are loaded. Returns how many failed.
 * @param timeout of one test, in milliseconds: everything waits for a state, and this is when it gives up
 */
export async function runMocha(load: () => Promise<unknown>, timeout: number): Promise<number> {
  const mocha = new Mocha({ ui: "bdd", timeout, color: false, reporter: CountingReporter });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await load();
  return new Promise((resolve) => mocha.run(resolve));
}
