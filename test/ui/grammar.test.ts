import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { configuration } from "./configuration.ts";

/** The parts that are used of vscode-textmate, which comes with the workbench. */
interface Grammar {
  tokenizeLine(line: string, state: unknown): { tokens: Token[]; ruleStack: unknown };
}
interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

const cases: readonly { title: string; line: string; quotes?: string[]; lines?: string[] }[] = [
  { title: "an inline link", line: 'A "word or two" ([a](b.txt#L3)).', quotes: ["word or two"], lines: ["#L3"] },
  { title: "words between", line: '"So," he said ([a](b.txt#L3-L5)).', quotes: ["So,"], lines: ["#L3-L5"] },
  { title: "curly marks", line: "“So” [a](b.txt#3-5)", quotes: ["So"], lines: ["#3-5"] },
  {
    title: "a link's text",
    line: '["[S]o it [sic]"](b.txt#L3C1-L5C2)',
    quotes: ["[S]o it [sic]"],
    lines: ["#L3C1-L5C2"],
  },
  { title: "a link's title", line: '[a](b.txt#L3,7-L5,1 "“So”")', quotes: ["“So”"], lines: ["#L3,7-L5,1"] },
  { title: "angle brackets", line: "[a](<b c.txt#line=2,5>)", lines: ["#line=2,5"] },
  { title: "a wikilink", line: '"So" [[b.txt#L3|there]]', quotes: ["So"], lines: ["#L3"] },
  { title: "a footnote mark", line: '"So"[^1]', quotes: ["So"] },
  { title: "a definition", line: "[a]: b.txt#L3", lines: ["#L3"] },
  { title: "a list item", line: '- "So" ([a](b.txt#L3))', quotes: ["So"], lines: ["#L3"] },
  { title: "emphasis", line: '**"So" ([a](b.txt#L3))**', quotes: ["So"], lines: ["#L3"] },
  {
    title: "a quote whose citation is on the next line",
    line: 'It is "a word or two and more"',
    quotes: ["a word or two and more"],
  },
  { title: "no short quotation without a citation", line: 'They call it "progress"' },
  { title: "nothing in code", line: '`"So" ([a](b.txt#L3))`' },
  { title: "nothing in a comment", line: '<!-- "So" ([a](b.txt#L3)) -->' },
  { title: "no image", line: "![a](b.txt#L3)" },
  { title: "no link without lines", line: '"So" ([a](b.txt)), "so" ([c](d.md#heading))' },
  { title: "no quotation of another sentence", line: '"So" it was. Then [a](b.txt#L3).', lines: ["#L3"] },
];

describe("the grammar colours", () => {
  let grammar: Grammar;
  let initial: unknown;

  before(async () => ({ grammar, initial } = await loadGrammar(configuration().workbench.vscode)));

  for (const { title, line, quotes = [], lines = [] } of cases) {
    it(title, () => {
      const { tokens } = grammar.tokenizeLine(line, initial);
      const withScope = (scope: string) =>
        tokens
          .filter(({ scopes }) => scopes.includes(scope))
          .map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex));
      assert.deepEqual(
        { quotes: withScope("string.quoted.verbatim"), lines: withScope("constant.numeric.lines.verbatim") },
        { quotes, lines },
      );
    });
  }
});

/** VS Code's own engine and its own grammar of Markdown, with ours injected as package.json says. */
async function loadGrammar(vscode: string): Promise<{ grammar: Grammar; initial: unknown }> {
  const require = createRequire(join(vscode, "package.json"));
  const oniguruma = require("vscode-oniguruma");
  const textmate = require("vscode-textmate");
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const injections: { scopeName: string; path: string; injectTo: string[] }[] = manifest.contributes.grammars;
  const markdown = "text.html.markdown";
  const files = new Map(injections.map(({ scopeName, path }) => [scopeName, path]));
  files.set(markdown, join(vscode, "extensions/markdown-basics/syntaxes/markdown.tmLanguage.json"));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const file = files.get(scope);
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
    },
    getInjections: (scope: string) =>
      injections.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
  return { grammar: await registry.loadGrammar(markdown), initial: textmate.INITIAL };
}
