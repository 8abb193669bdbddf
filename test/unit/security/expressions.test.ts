import assert from "node:assert/strict";
import { runInThisContext } from "node:vm";
import type { CallExpression, Literal, NewExpression, Node } from "acorn";
import { type BuildOptions, build } from "esbuild";
import { analyse } from "scslre";
import { readBundles } from "./bundles.ts";

interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Of our source, or of a package. */
  readonly file: string;
}

describe("the regular expressions of the bundles", function () {
  this.timeout(120_000);
  const written: Expression[] = [];
  /** In how many places of a file the constructor is called. */
  const made = new Map<string, number>();

  before(async () => {
    for (const { nodes, fileAt } of await readBundles()) {
      const files: string[] = [];
      for (const node of nodes) {
        const file = fileAt(node.start);
        const { regex } = node as Literal;
        if (node.type === "Literal" && regex) written.push({ source: regex.pattern, flags: regex.flags, file });
        if (isMade(node)) files.push(file);
      }
      // A file that is in several bundles is one.
      for (const file of files) made.set(file, files.filter((each) => each === file).length);
    }
  });

  it("are told from slow ones by a tool that finds those", () => {
    for (const slow of ["(?:a+)+$", "\\s+$", "^a*a*b", "(?:a|a)*b", "x[^y]*y"]) {
      assert.ok(!isLinear({ source: slow, flags: "" }), slow);
    }
    for (const fast of ["^a+$", "(?<!\\s)\\s+$", "^(?:ab)*c", "\\[[^[\\]]*\\]"]) {
      assert.ok(isLinear({ source: fast, flags: "" }), fast);
    }
  });

  it("each take time in proportion to the text, as they are written", () => {
    assert.ok(written.length > 400);
    const slow = written.filter((each) => !isLinear(each)).map(({ source, file }) => `${file} /${source}/`);
    assert.deepEqual([...new Set(slow)].sort(), Object.keys(harmless).sort());
  });

  it("each take time in proportion to the text, as they are made of parts", async () => {
    const own = [...made].filter(([file]) => isOwn(file));
    const recorded = await recordedExpressions(own.map(([file]) => file));
    const places = own.reduce((sum, [, count]) => sum + count, 0);
    assert.equal(recorded.length, places, "every one is made when its file is loaded, or by visible()");
    assert.deepEqual(
      recorded.filter((each) => !isLinear(each)),
      [],
    );
  });

  it("are made at run time by these packages alone, of nothing that comes from a note", () => {
    const packages = [...made.keys()].filter((file) => !isOwn(file)).map((file) => file.split("/")[0]);
    assert.deepEqual([...new Set(packages)].sort(), Object.keys(packagesThatMake).sort());
  });
});

/** Slow ones of packages, and why nobody can make use of that. */
const harmless: Readonly<Record<string, string>> = {
  "@lezer/markdown/dist/index.js /^[>\\s]*\\|?(\\s*:?-+:?\\s*\\|)+(\\s*:?-+:?\\s*)?$/":
    "of Lezer's own tables, which are not among the blocks that notes are read with: note/markdown/table.ts has others",
  "vscode-languageserver/lib/node/main.js /(.+\\n){2}/": "for the stack of a call of console.trace, which nobody makes",
};

/** Packages that make expressions at run time, and of what. None is a text of a note, a source or a file name. */
const packagesThatMake: Readonly<Record<string, string>> = {
  "@lezer": "constants",
  "brace-expansion": "constants",
  minimatch: "the globs in the server's own capabilities",
  semver: "constants",
  "vscode-languageclient": "constants, and what a server asks for in answers that ours does not give",
};

function isOwn(file: string): boolean {
  return file.startsWith("server/") || file.startsWith("client/");
}

/** What the files make at the call of `RegExp`, by running them with another one. */
async function recordedExpressions(files: readonly string[]): Promise<Pick<Expression, "source" | "flags">[]> {
  const contents = files.map((file, i) => `export * as file${i} from "./${file}";`).join("\n");
  const options: BuildOptions = { bundle: true, format: "cjs", platform: "node", write: false, minify: false };
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: process.cwd() } });
  const recorded: Pick<Expression, "source" | "flags">[] = [];
  const Recorder = new Proxy(RegExp, {
    construct(target, args: [string, string?]) {
      const expression = new target(...args);
      recorded.push({ source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  const module: { exports: Readonly<Record<string, { readonly visible?: (text: string) => string }>> } = {
    exports: {},
  };
  runInThisContext(`(function (module, RegExp) {${outputFiles?.[0].text}\n})`)(module, Recorder);
  for (const { visible } of Object.values(module.exports)) visible?.("\u202e");
  return recorded;
}

function isLinear(expression: Pick<Expression, "source" | "flags">): boolean {
  return analyse(expression).reports.length === 0;
}

function isMade(node: Node): node is CallExpression | NewExpression {
  const { callee } = node as CallExpression;
  const isCall = node.type === "CallExpression" || node.type === "NewExpression";
  return isCall && callee.type === "Identifier" && callee.name === "RegExp";
}
