import assert from "node:assert/strict";
import { defaultSettings, readSettings } from "../../../server/src/workspace/settings.ts";

describe("settings", () => {
  it("are the defaults where nothing is given", () => {
    for (const raw of [undefined, null, {}, "x", 3, []]) {
      assert.deepEqual(readSettings(raw), { settings: defaultSettings, problems: [] });
    }
  });

  it("are read nested and by dotted names", () => {
    const expected = { ...defaultSettings, scope: "open", hoverMaxLines: 4, elisionMaxWords: 9, codeLens: false };
    const nested = {
      check: { scope: "open" },
      hover: { maxLines: 4 },
      elision: { maxWords: 9 },
      codeLens: { enabled: false },
      trace: { server: "x" },
    };
    const dotted = { "check.scope": "open", "hover.maxLines": 4, "elision.maxWords": 9, "codeLens.enabled": false };
    assert.deepEqual(readSettings(nested), { settings: expected, problems: [] });
    assert.deepEqual(readSettings(dotted), { settings: expected, problems: [] });
  });

  it("name every wrong one once, and keep its default", () => {
    const { settings, problems } = readSettings({
      notes: "**/*.md",
      exclude: [3],
      check: { scope: "all" },
      hover: { maxLines: 0 },
      elision: { maxWords: "many" },
      codeLens: { enabled: "yes" },
      inlayHints: { enabled: 1 },
      sourceRoots: ["articles"],
    });
    assert.deepEqual(settings, defaultSettings);
    assert.deepEqual(
      problems.map((problem) => problem.split(" ")[0]),
      [
        "verbatim.notes",
        "verbatim.exclude",
        "verbatim.sourceRoots",
        "verbatim.check.scope",
        "verbatim.hover.maxLines",
        "verbatim.elision.maxWords",
        "verbatim.codeLens.enabled",
        "verbatim.inlayHints.enabled",
      ],
    );
  });

  it("name rules and levels that there are none of, and keep the rest", () => {
    const { settings, problems } = readSettings({
      rules: { "quote-moved": "off", "quote-mvoed": "off", "quote-altered": "loud", __proto__: null },
    });
    assert.deepEqual(settings.rules, { "quote-moved": "off" });
    assert.equal(problems.length, 2);
    assert.match(problems[0], /quote-mvoed/);
    assert.match(problems[1], /quote-altered/);
  });

  it("turn folders into URIs", () => {
    const { settings } = readSettings({ sourceRoots: ["/press/100% #1", "C:\\Press", "file:///a(b)/", "\\\\host\\x"] });
    assert.deepEqual(settings.sourceRoots, [
      "file:///press/100%25%20%231",
      "file:///c%3A/Press",
      "file:///a%28b%29",
      "file://host/x",
    ]);
  });
});
