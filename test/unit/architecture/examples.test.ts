import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { rules } from "../../../server/src/rules.ts";
import { formatFindings } from "../../../server/src/shell/cli/pretty.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { openSample, sampleRoot } from "./sampleWorkspace.ts";

describe("the examples of docs/rules.md", () => {
  const sections = sectionsOf(readFileSync("docs/rules.md", "utf8"));

  it("stand in one section a rule, in the order of the table", () => {
    const ids = [...sections.keys()].filter((heading) => heading in rules);
    assert.deepEqual(ids, Object.keys(rules));
  });

  for (const [heading, section] of sections) {
    for (const example of examplesOf(section)) {
      it(`give ${heading}`, async () => {
        const { findings } = await check(example, { [heading]: "warning" });
        assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], heading in rules ? [heading] : []);
      });
    }
  }
});

describe("the examples of README.md", () => {
  const readme = readFileSync("README.md", "utf8").replaceAll("\r\n", "\n");
  const part = (name: string) => readme.split(`<!-- ${name}:start -->`)[1].split(`<!-- ${name}:end -->`)[0];

  it("show what the command line prints", async () => {
    const [example] = examplesOf(part("example"));
    const workspace = openSample();
    const note = await check(example, {}, workspace);
    const printed = await formatFindings(
      note,
      { path: (uri) => uri.slice(sampleRoot.length + 1), source: (uri) => workspace.source(uri) },
      { paint: (_, text) => text, columns: 120, errorsOnly: false },
    );
    assert.equal(printed.trimEnd(), /```text\n([\s\S]*?)\n```/.exec(part("example"))?.[1]);
  });

  for (const [index, example] of examplesOf(part("attachment")).entries()) {
    it(`attach every quotation (${index + 1})`, async () => {
      const { findings, citations, note } = await check(example, { "quote-without-citation": "warning" });
      assert.deepEqual(findings, []);
      assert.notEqual(note.quotations.length, 0);
      assert.equal(citations.flatMap((citation) => citation.quotes).length, note.quotations.length);
    });
  }
});

/** Checks a text as if it were a note at the top of the sample notebook. */
async function check(
  text: string,
  levels: Record<string, "warning"> = {},
  workspace = openSample({ rules: levels }),
): Promise<CheckedNote> {
  const uri = `${sampleRoot}/example.md`;
  workspace.openDocument(uri, 1, text);
  return (await workspace.check(uri)) ?? assert.fail("the example is no note");
}

/** What stands under each heading. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.replaceAll("\r\n", "\n").split(/^#+ (.+)\n/m);
  return new Map(parts.flatMap((part, index) => (index % 2 === 1 ? [[part, parts[index + 1]] as const] : [])));
}

/** The fenced blocks of Markdown, without the indent that a list gives them. */
function examplesOf(text: string): string[] {
  return [...text.matchAll(/^( *)```markdown\n([\s\S]*?)\n *```$/gm)].map(([, indent, block]) =>
    block.replace(new RegExp(`^${indent}`, "gm"), ""),
  );
}
