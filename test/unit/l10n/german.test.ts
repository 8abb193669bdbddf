import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

type Table = Readonly<Record<string, string>>;

const tables = {
  "l10n/bundle.l10n.de.json": "l10n/bundle.l10n.json",
  "package.nls.de.json": "package.nls.json",
};

describe("the German translation", () => {
  for (const [path, list] of Object.entries(tables)) {
    const german = read(path);
    const english = read(list);

    it(`has all messages: ${path}`, () => {
      const missing = Object.keys(english).filter((key) => !Object.hasOwn(german, key));
      assert.deepEqual(missing, []);
    });

    it(`has none that nobody says any longer: ${path}`, () => {
      const stale = Object.keys(german).filter((key) => !Object.hasOwn(english, key));
      assert.deepEqual(stale, []);
    });

    it(`takes over arguments, names and links: ${path}`, () => {
      for (const [key, message] of Object.entries(german)) {
        assert.deepEqual(fixedParts(message), fixedParts(english[key] ?? ""), key);
      }
    });

    it(`has German quotation marks: ${path}`, () => {
      const wrong = /[”’]|(?<!`[^`]*)"|“(?=[\p{L}{])/u;
      const messages = Object.values(german).filter((message) => wrong.test(message));
      assert.deepEqual(messages, []);
    });
  }
});

function read(path: string): Table {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** What is the same in every language: `{0}`, code, the targets of links, names of settings. */
function fixedParts(message: string): string[] {
  const parts = message.matchAll(/\{\w+\}|`[^`]*`|\]\([^)]*\)|verbatim[.-][\w.-]*\w/g);
  return [...new Set([...parts].map(([part]) => part))].sort();
}
