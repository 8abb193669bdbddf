import { join } from "node:path";
import type { Page } from "playwright-core";
import type { WorkbenchEditor } from "../editors/workbench.ts";

export interface Configuration {
  readonly workbench: WorkbenchEditor;
  readonly vsix: string;
  /** Makes a fresh copy of the sample notebook. */
  readonly notebook: (name: string) => string;
  /** The folder that screenshots are written to; null where none are wanted. */
  readonly screenshots: string | null;
  /** The folder that a picture of every failure is written to. */
  readonly failures: string;
}

let current: Configuration | null = null;

/** Called once, before the tests are loaded. */
export function configure(configuration: Configuration): void {
  current = configuration;
}

export function configuration(): Configuration {
  if (current === null) throw new Error("configure() was not called");
  return current;
}

/** For `afterEach`: keeps a picture of the page that a test failed on. */
export function photographFailure(page: () => Page | undefined) {
  return async function (this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state !== "failed") return;
    const path = join(configuration().failures, `${this.currentTest.fullTitle().replace(/\W+/g, "-")}.png`);
    await page()?.screenshot({ path });
  };
}
