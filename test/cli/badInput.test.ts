import { deepEqual, equal, match, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildCommandLine, makeNotebook, removeNotebooks, suiteTimeout, verbatim } from "./commandLine.ts";
import { schemaErrors } from "./schema.ts";
import { storm } from "./storm.ts";

const words = "13 windows of the old customs house";

/** What is wrong with a citation, the fragment or target that shows it, and what is reported at it. */
const cases: readonly (readonly [name: string, target: string, codes: readonly string[], verdict: string])[] = [
  ["missing", "gone.txt#L1", ["source-not-found"], "unchecked"],
  ["a folder", "articles#L1", ["source-not-a-file"], "unchecked"],
  ["a FIFO", "pipe#L1", ["source-not-a-file"], "unchecked"],
  ["a link in a circle", "circle.txt#L1", ["source-unreadable"], "unchecked"],
  ["unreadable", "denied.txt#L1", ["source-unreadable"], "unchecked"],
  ["binary", "picture.png#L1", ["source-binary"], "unchecked"],
  ["badly encoded", "odd.txt#L1", ["source-encoding"], "unchecked"],
  ["line 0", "articles/storm.txt#L0", ["range-invalid"], "exact"],
  ["reversed", "articles/storm.txt#L3-L2", ["range-invalid"], "exact"],
  ["past the end", "articles/storm.txt#L9", ["range-outside-source", "quote-moved"], "moved"],
  ["far past the end", "articles/storm.txt#L1000000000000000", ["range-outside-source", "quote-moved"], "moved"],
  ["out of the workspace", "../outside.txt#L1", ["source-outside-workspace"], "unchecked"],
  ["far out of the workspace", "../../../../../../etc/passwd#L1", ["source-outside-workspace"], "unchecked"],
  ["a link out of the workspace", "linked.txt#L1", ["source-outside-workspace"], "unchecked"],
  ["in a linked folder out of the workspace", "linked/outside.txt#L1", ["source-outside-workspace"], "unchecked"],
  ["a percent sign that decodes nothing", "100%.txt#L2", [], "exact"],
  ["a percent sign in a missing file", "100%zz.txt#L2", ["source-not-found"], "unchecked"],
  ["a NUL in the path", "a%00b.txt#L1", ["source-not-found"], "unchecked"],
  ["in UTF-16", "utf16.txt#L2", [], "exact"],
  ["in UTF-8 with a byte order mark", "marked.txt#L2", [], "exact"],
  ["with lone carriage returns", "cr.txt#L2", [], "exact"],
  ["with mixed line ends", "mixed.txt#L2", [], "exact"],
];

interface Output {
  notes: {
    path: string;
    citations: { source: string | null; quotes: { verdict: string; text: string }[] }[];
    diagnostics: { code: string; message: string; range: { start: { line: number } } }[];
  }[];
}

describe("a citation whose source or lines are", function () {
  this.timeout(suiteTimeout);

  let output: Output = { notes: [] };
  let opened = "";

  before(() => {
    buildCommandLine();
    const top = makeNotebook({ "outside.txt": storm });
    const folder = join(top, "notebook");
    mkdirSync(join(folder, ".git"), { recursive: true });
    mkdirSync(join(folder, "articles"));
    const files: Record<string, string | Uint8Array> = {
      "articles/storm.txt": storm,
      "denied.txt": storm,
      "100%.txt": storm,
      "picture.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      "odd.txt": Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xc3, 0x28, 0x0a]),
      "utf16.txt": Buffer.from(`\ufeff${storm}`, "utf16le"),
      "marked.txt": `\ufeff${storm}`,
      "cr.txt": storm.replaceAll("\n", "\r"),
      "mixed.txt": storm.replace("\n", "\r\n").replace(/\n(?=N)/, "\r"),
    };
    cases.forEach(([, target], i) => {
      const first = `It broke "${words}" ([log](${target})).`;
      files[`${i}.md`] = `${first}\n\nIt broke "${words}" ([log](articles/storm.txt#L2)).\n`;
    });
    for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
    execFileSync("mkfifo", [join(folder, "pipe")]);
    symlinkSync("circle.txt", join(folder, "circle.txt"));
    symlinkSync("../outside.txt", join(folder, "linked.txt"));
    symlinkSync("..", join(folder, "linked"));
    const log = join(top, "opened");
    const { stdout, stderr } = verbatim(["check", "--format", "json"], {
      in: folder,
      env: {
        NODE_OPTIONS: `--require ${resolve("test/cli/tamper.cjs")}`,
        VERBATIM_TEST_DENY: "/denied.txt",
        VERBATIM_TEST_LOG: log,
      },
    });
    equal(stderr, "");
    output = JSON.parse(stdout);
    opened = readFileSync(log, "utf8");
  });
  after(removeNotebooks);

  cases.forEach(([name, target, codes, verdict], i) => {
    it(`${name}: ${target}`, () => {
      const note = output.notes.find(({ path }) => path === `${i}.md`)!;
      deepEqual(new Set(note.diagnostics.map(({ code }) => code)), new Set(codes));
      equal(note.diagnostics.length, codes.length, "one diagnostic each");
      ok(
        note.diagnostics.every(({ range }) => range.start.line === 0),
        "at that citation",
      );
      deepEqual(
        note.citations.map(({ quotes }) => quotes.map((quote) => quote.verdict)),
        [[verdict], ["exact"]],
      );
    });
  });

  it("reads nothing outside the workspace", () => {
    match(opened, /\/notebook\/articles\/storm\.txt\n/);
    ok(!/outside\.txt|passwd|linked/.test(opened), opened);
  });

  it("says it in JSON by the schema", () => deepEqual(schemaErrors(output), []));
});

describe("a note with", function () {
  this.timeout(suiteTimeout);

  before(buildCommandLine);
  after(removeNotebooks);

  const lines = [
    "# Storm",
    "",
    'It broke "30 windows of the old',
    'customs house" ([log](articles/storm.txt#L2)).',
    "",
  ];
  const texts: Readonly<Record<string, string>> = {
    "line feeds": lines.join("\n"),
    "carriage returns and line feeds": lines.join("\r\n"),
    "lone carriage returns": lines.join("\r"),
    "mixed line ends": '# Storm\r\r\nIt broke "30 windows of the old\ncustoms house" ([log](articles/storm.txt#L2)).\r',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`${name} has its findings at the same place`, () => {
      const folder = makeNotebook({ "articles/storm.txt": storm, "a.md": text });
      const { stdout } = verbatim(["check", "--format", "json"], { in: folder });
      const [note] = JSON.parse(stdout).notes;
      deepEqual(
        note.diagnostics.map(({ code, range }: { code: string; range: unknown }) => [code, range]),
        [["quote-altered", { start: { line: 2, character: 10 }, end: { line: 2, character: 12 } }]],
      );
    });
  }

  it("no bytes is a clean note", () => {
    const folder = makeNotebook({ "a.md": "" });
    const { code, stdout } = verbatim(["check", "--format", "json", "a.md"], { in: folder });
    deepEqual([code, JSON.parse(stdout).notes], [0, []]);
  });
});
