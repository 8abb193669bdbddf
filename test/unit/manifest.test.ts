import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defaultSettings } from "../../server/src/workspace/settings.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const messages = JSON.parse(readFileSync("package.nls.json", "utf8"));

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
}

const groups: readonly { readonly order: number; readonly properties: Readonly<Record<string, Setting>> }[] =
  manifest.contributes.configuration;
const settings: Readonly<Record<string, Setting>> = Object.assign({}, ...groups.map(({ properties }) => properties));

describe("the extension's manifest", () => {
  it("has the defaults that the server has", () => {
    const defaults = Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));
    assert.deepEqual(defaults, {
      "verbatim.notes": defaultSettings.notes,
      "verbatim.exclude": defaultSettings.exclude,
      "verbatim.check.scope": defaultSettings.scope,
      "verbatim.notifyOnSourceChange": true,
      "verbatim.rules": defaultSettings.rules,
      "verbatim.hover.maxLines": defaultSettings.hoverMaxLines,
      "verbatim.codeLens.enabled": defaultSettings.codeLens,
      "verbatim.decorations.enabled": true,
      "verbatim.inlayHints.enabled": defaultSettings.inlayHints,
      "verbatim.elision.maxWords": defaultSettings.elisionMaxWords,
      "verbatim.paste.default": "quotation",
      "verbatim.cite.wholeWords": defaultSettings.citeWholeWords,
      "verbatim.cite.quoteMarks": "auto",
      "verbatim.sourceRoots": defaultSettings.sourceRoots,
      "verbatim.preview.enabled": true,
      "verbatim.trace.server": "off",
    });
  });

  it("lets no workspace choose the folders that sources are read from", () => {
    assert.equal(settings["verbatim.sourceRoots"].scope, "machine");
  });

  it("lists its settings in the order in which it has them", () => {
    for (const ordered of [groups, ...groups.map(({ properties }) => Object.values(properties))]) {
      assert.deepEqual(
        ordered.map(({ order }) => order),
        ordered.map((_, index) => index + 1),
      );
    }
  });

  it("links its settings to settings that there are", () => {
    const named = Object.values<string>(messages).flatMap((message) => [...message.matchAll(/`#(verbatim[^#]*)#`/g)]);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.map(([, name]) => name).filter((name) => !Object.hasOwn(settings, name)),
      [],
    );
  });

  it("says everything that VS Code translates by a key", () => {
    // Not what npm shows too, which knows no keys: the name and the description of all.
    const { contributes, capabilities } = manifest;
    assert.deepEqual(literals({ contributes, capabilities }), []);
  });

  it("puts the name of the extension in front of every command", () => {
    const commands: readonly { readonly command: string; readonly category?: string }[] = manifest.contributes.commands;
    assert.deepEqual(
      commands.filter(({ category }) => category !== "Verbatim"),
      [],
    );
  });

  it("has colours of the theme alone, for every kind of theme", () => {
    const colours: readonly { readonly defaults: Readonly<Record<string, string>> }[] = manifest.contributes.colors;
    for (const { defaults } of colours) {
      assert.deepEqual(Object.keys(defaults), ["dark", "light", "highContrast", "highContrastLight"]);
      for (const colour of Object.values(defaults)) assert.match(colour, /^[a-z]+(?:\.[a-z]+)*$/i);
    }
    for (const path of manifest.contributes["markdown.previewStyles"]) {
      const values = [
        ...readFileSync(path, "utf8").matchAll(/\b(?:color|background|border|outline|fill)[\w-]*:([^;]*);/g),
      ];
      assert.ok(values.length > 0);
      for (const [rule, value] of values) {
        assert.match(
          value,
          /^(?: (?:var\(--vscode-[\w-]+, currentColor\)|currentColor|inherit|dashed|[\d.]+(?:px|em)))+$/,
          rule,
        );
      }
    }
  });

  it("has a message for every key, and no other", () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(new Set(used), new Set(Object.keys(messages)));
  });
});

const translatedKeys =
  /^(?:title|shortTitle|description|markdownDescription|deprecationMessage|markdownDeprecationMessage|name|contents|label|altText|viewsWelcome|.*[dD]escriptions|enumItemLabels|category)$/;

/** What a person reads and no key stands for; a proper name needs none. */
function literals(value: unknown, key = "", path = ""): string[] {
  if (typeof value === "string") {
    return translatedKeys.test(key) && !/^%.+%$/.test(value) && value !== "Verbatim" ? [`${path}: ${value}`] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => literals(item, key, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => literals(item, name, `${path}.${name}`));
}
