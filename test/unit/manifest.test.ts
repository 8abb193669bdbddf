import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defaultSettings } from "../../server/src/workspace/settings.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const messages = JSON.parse(readFileSync("package.nls.json", "utf8"));

describe("the extension's manifest", () => {
  it("has the defaults that the server has", () => {
    const defaults = Object.fromEntries(
      Object.entries<{ default: unknown }>(manifest.contributes.configuration.properties).map(([name, setting]) => [
        name,
        setting.default,
      ]),
    );
    assert.deepEqual(defaults, {
      "verbatim.notes": defaultSettings.notes,
      "verbatim.exclude": defaultSettings.exclude,
      "verbatim.check.scope": defaultSettings.scope,
      "verbatim.rules": defaultSettings.rules,
      "verbatim.hover.maxLines": defaultSettings.hoverMaxLines,
      "verbatim.codeLens.enabled": defaultSettings.codeLens,
      "verbatim.decorations.enabled": true,
      "verbatim.inlayHints.enabled": defaultSettings.inlayHints,
      "verbatim.elision.maxWords": defaultSettings.elisionMaxWords,
      "verbatim.cite.wholeWords": defaultSettings.citeWholeWords,
      "verbatim.cite.quoteMarks": "auto",
      "verbatim.sourceRoots": defaultSettings.sourceRoots,
      "verbatim.trace.server": "off",
    });
  });

  it("lets no workspace choose the folders that sources are read from", () => {
    assert.equal(manifest.contributes.configuration.properties["verbatim.sourceRoots"].scope, "machine");
  });

  it("has a message for every key, and no other", () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(new Set(used), new Set(Object.keys(messages)));
  });
});
