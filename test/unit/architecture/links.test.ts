import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

describe("the links of the docs", () => {
  const pages = ["docs", "."].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => posix.join(folder, name)),
  );

  for (const page of pages) {
    it(`lead somewhere: ${page}`, () => {
      const text = withoutCode(readFileSync(page, "utf8"));
      for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^\w+:/.test(target)) continue;
        const [path, heading] = target.split("#");
        const file = path === "" ? page : posix.join(posix.dirname(page), path);
        assert.ok(existsSync(file), `${target}: no such file`);
        if (heading !== undefined) assert.ok(headingsOf(file).includes(heading), `${target}: no such heading`);
      }
    });
  }
});

function withoutCode(text: string): string {
  return text.replace(/^( *)```[\s\S]*?^ *```$/gm, "").replace(/`[^`\n]*`/g, "");
}

/** As in links to them: lower case, hyphens for spaces, no punctuation. */
function headingsOf(file: string): string[] {
  return [...withoutCode(readFileSync(file, "utf8")).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}
