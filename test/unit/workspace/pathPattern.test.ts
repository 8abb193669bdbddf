import assert from "node:assert/strict";
import fc from "fast-check";
import ignore from "ignore";
import { isIgnored, parseGitignore } from "../../../server/src/workspace/gitignore.ts";
import { matchGlobs } from "../../../server/src/workspace/globs.ts";
import { holds } from "../properties/run.ts";

describe("patterns of .gitignore", () => {
  const ignores = (text: string, path: string) => isIgnored(new Map([["", parseGitignore(text)]]), path);

  const cases: readonly [pattern: string, matching: readonly string[], others: readonly string[]][] = [
    ["drafts", ["drafts", "drafts/", "a/drafts"], ["draft", "drafts.md"]],
    ["/drafts", ["drafts"], ["a/drafts"]],
    ["a/b", ["a/b"], ["x/a/b"]],
    ["drafts/", ["drafts/", "a/drafts/"], ["drafts"]],
    ["*.md", ["a.md", "x/.md"], ["a.mdx"]],
    ["a/*", ["a/b", "a/b/"], ["a/", "a/b/c"]],
    ["a/**", ["a/b", "a/b/c"], ["a", "a/"]],
    ["**/a", ["a", "x/y/a"], ["xa"]],
    ["a/**/b", ["a/b", "a/x/y/b"], ["b", "ab"]],
    ["a**b", ["ab", "axxb"], ["a/b"]],
    ["n?te", ["note", "n🌊te"], ["nte", "n/te"]],
    ["[a-c]x", ["ax", "cx"], ["dx", "x"]],
    ["[!a-c]x", ["dx"], ["ax", "/x"]],
    ["[]a]x", ["]x", "ax"], ["x"]],
    ["[[:digit:]_]x", ["3x", "_x"], [":x"]],
    ["a[^/]c", ["abc"], ["a/c"]],
    ["[ax", [], ["[ax", "ax"]],
    ["a\\", [], ["a", "a\\"]],
    ["\\*", ["*"], ["a"]],
    ["\\#a", ["#a"], ["a"]],
    ["\\!a", ["!a"], ["a"]],
    ["# a", [], ["# a", "a"]],
    ["a  ", ["a"], ["a  "]],
    ["a\\ ", ["a "], ["a"]],
  ];
  for (const [pattern, matching, others] of cases) {
    it(`mean what git means by them: ${JSON.stringify(pattern)}`, () => {
      for (const path of matching) assert.ok(ignores(pattern, path), path);
      for (const path of others) assert.ok(!ignores(pattern, path), path);
    });
  }

  it("decide last before first, and inner files before outer", () => {
    const files = new Map([
      ["", parseGitignore("*.md\n!a.md")],
      ["sub", parseGitignore("a.md")],
    ]);
    assert.ok(isIgnored(files, "b.md"));
    assert.ok(!isIgnored(files, "a.md"));
    assert.ok(isIgnored(files, "sub/a.md"));
    assert.ok(isIgnored(files, "sub/b.md"));
  });

  const part = fc.string({
    unit: fc.constantFrom("a", "b", "c", "*", "?", "[ab]", "[!a]"),
    minLength: 1,
    maxLength: 5,
  });
  const segment = fc.oneof(part, fc.constant("**"));
  const line = fc
    .tuple(
      fc.constantFrom("", "!"),
      fc.constantFrom("", "/"),
      fc.array(segment, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("", "/"),
    )
    .map(([sign, start, segments, end]) => sign + start + segments.join("/") + end)
    // Of stars beside other characters the package thinks otherwise than git does.
    .filter((each) => !/[^/!]\*\*|\*\*[^/]/.test(each));
  const name = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 });
  const path = fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 4 }), fc.constantFrom("", "/"))
    .map(([names, end]) => names.join("/") + end);
  holds("match what the package ignore matches", 3000, fc.tuple(fc.array(line, { maxLength: 3 }), path), (example) => {
    const [lines, path] = example;
    const other = ignore({ ignoreCase: false, allowRelativePaths: true }).add(lines);
    const folders = path.slice(0, -1).split("/").slice(0, -1);
    const isBelowIgnored = folders.some((_, i) => other.ignores(`${folders.slice(0, i + 1).join("/")}/`));
    // Nobody looks below a folder that is ignored.
    if (!isBelowIgnored) assert.equal(ignores(lines.join("\n"), path), other.ignores(path), JSON.stringify(example));
  });

  it("cost no more than their length times the path's, whoever wrote them", () => {
    // As regular expressions these run for hours.
    const path = `${"a/".repeat(300)}${"a".repeat(250)}c`;
    for (const pattern of ["**/a/".repeat(60), `${"*a".repeat(100)}*b`, `${"**/*a*".repeat(50)}/b`]) {
      assert.ok(!ignores(`${pattern}b`, path));
      assert.ok(!matchGlobs([`${pattern}b`])(path));
    }
  });
});
