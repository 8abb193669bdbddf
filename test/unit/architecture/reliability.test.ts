import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTables } from "../markdownTables.ts";

describe("docs/reliability.md", () => {
  const rows = readTables(readFileSync("docs/reliability.md", "utf8"))
    .map(({ cells }) => cells)
    .filter(({ promise }) => promise);

  it("names tests that there are, by their titles", () => {
    const missing = rows.flatMap((cells) => named(cells["shown by"] ?? "")).filter((test) => !isThere(test));
    assert.deepEqual(missing, []);
  });

  it("names a test for every promise", () => {
    assert.ok(rows.length > 10);
    assert.deepEqual(
      rows.filter((cells) => named(cells["shown by"] ?? "").length === 0),
      [],
    );
  });
});

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** `[words](../test/file.ts): “title”, “title”; [words](…): “title”` */
function named(cell: string): NamedTest[] {
  return cell.split(";").flatMap((part) => {
    const file = /\]\(\.\.\/([^)]+)\)/.exec(part)?.[1] ?? "";
    return [...part.matchAll(/“([^”]+)”/g)].map(([, title]) => ({ file, title }));
  });
}

/** Of a title that is made for many cases, what all of them begin with counts. */
function isThere({ file, title }: NamedTest): boolean {
  if (!existsSync(join(file)) || !file.startsWith("test/")) return false;
  const titles = [...readFileSync(file, "utf8").matchAll(/\b(?:it|holds)\(\s*(["`])((?:(?!\1).)+)/g)].map(
    ([, , text]) => text,
  );
  return titles.some((each) => each === title || each.split(/[: ]*\$\{/)[0] === title);
}
