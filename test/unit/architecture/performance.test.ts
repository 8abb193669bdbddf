import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { commandLineFrame, commandLineSizes } from "../../bench/commandLine.ts";
import { type PrintedReport, partNames, partOfDocument, writeDocument } from "../../bench/document.ts";
import { type Frame, filled } from "../../bench/report.ts";
import { serverDefaults, serverFrame } from "../../bench/server/server.ts";

/** Of each part of the bench that docs/performance.md has a place for: the tables that it prints, without figures. */
const frames: Readonly<Record<string, readonly Frame[]>> = {
  "command-line": commandLineSizes.map(commandLineFrame),
  server: [serverFrame(serverDefaults)],
};

describe("docs/performance.md", () => {
  const document = readFileSync("docs/performance.md", "utf8");

  it("has places for parts whose tables are known here", () => {
    assert.deepEqual(partNames(document).sort(), Object.keys(frames).sort());
  });

  it("gets what was measured where it has a place for it, and nothing else changes", () => {
    const path = join(mkdtempSync(join(tmpdir(), "verbatim-performance-")), "performance.md");
    const wanted = frames["command-line"];
    const reports = wanted.map((frame): PrintedReport => {
      const rows = frame.rows.map(
        ({ bar }) => ({ figures: ["1", "23", "×4", ""], answer: bar === "" ? "" : "met" }) as const,
      );
      return { title: frame.title, text: filled(frame, rows), answers: ["met", "close"] };
    });
    writeFileSync(path, document);
    writeDocument(
      path,
      new Map([
        ["command-line", reports],
        ["hostile", reports],
      ]),
    );
    const written = readFileSync(path, "utf8");
    rmSync(dirname(path), { recursive: true });
    const [before, after] = [document, written].map((text) => partOfDocument(text, "command-line") ?? "");
    assert.deepEqual(framesIn(after), wanted);
    assert.match(after, /×4 .* met\n.*\nNo bar is missed\.\n$/s);
    assert.equal(written.replace(after, before), document);
  });

  for (const [name, expected] of Object.entries(frames)) {
    it(`shows what \`npm run bench -- --only ${name}\` measures, beside the bars that it has`, () => {
      const part = partOfDocument(document, name) ?? "";
      // A place is empty until its part is measured on a machine that has nothing else to do.
      if (part !== "") assert.deepEqual(framesIn(part), expected);
    });
  }
});

/** Each table with the line above it. Cells have two spaces in between, and none in them. */
function framesIn(text: string): Frame[] {
  return [...text.matchAll(/^(.+)\n\n```text\n([^`]+)\n```$/gm)].map(([, title, table]) => {
    const [head, , ...rows] = table.split("\n").map((line) => line.split(/ {2,}/));
    const answers = /^(?:met|close|missed)$/;
    return {
      title,
      head: [...head, ""],
      rows: rows.map(([what, ...cells]) => ({
        what,
        bar: answers.test(cells.at(-1) ?? "") ? (cells.at(-2) ?? "") : "",
      })),
    };
  });
}
