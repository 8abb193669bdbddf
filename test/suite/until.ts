import { isDeepStrictEqual } from "node:util";
import { languages, type TextDocument } from "vscode";
import { findings } from "./notebook.ts";

/** How long a state may take to come, in milliseconds. */
const limit = 30_000;
/** Milliseconds between two looks at what tells nobody that it changed. */
const interval = 100;

/** Waits until the probe holds, asking it now, whenever a diagnostic changes, and now and then. */
export function until(what: () => string, probe: () => boolean | Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      clearInterval(asking);
      listener.dispose();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited ${limit / 1000} s in vain: ${what()}`));
    }, limit);
    const ask = async () => {
      try {
        if (!(await probe())) return;
        resolve();
      } catch (error) {
        reject(error);
      }
      stop();
    };
    const asking = setInterval(() => void ask(), interval);
    const listener = languages.onDidChangeDiagnostics(() => void ask());
    void ask();
  });
}

/** Waits until exactly these findings are shown: `RULE: underlined words`, in document order. */
export function untilFindings(document: TextDocument, expected: readonly string[]): Promise<void> {
  return until(
    () => `wanted ${JSON.stringify(expected)}, found ${JSON.stringify(findings(document))}`,
    () => isDeepStrictEqual(findings(document), expected),
  );
}
