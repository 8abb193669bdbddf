import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { buildCommandLine, removeNotebooks, suiteTimeout, verbatim } from "./commandLine.ts";
import { schemaErrors } from "./schema.ts";
import { alteredNote, cleanNote, movedNote, stormNotebook } from "./storm.ts";

const mendedNote = movedNote.replace("#L3)", "#L2)");

describe("check --fix", function () {
  this.timeout(suiteTimeout);

  before(buildCommandLine);
  after(removeNotebooks);

  it("mends what needs no look, says what it changed, and reports what is left", () => {
    const folder = stormNotebook({ "a.md": movedNote, "b.md": alteredNote, "c.md": cleanNote });
    const { code, stdout, stderr } = verbatim(["check", "--fix"], { in: folder });
    deepEqual([code, stderr], [1, ""]);
    const [first, empty, ...rest] = stdout.split("\n");
    equal(first, `a.md:1:${movedNote.indexOf("articles/") + 1}  mended  articles/storm.txt#L3 → articles/storm.txt#L2`);
    equal(empty, "");
    match(rest[0], /^b\.md:1:\d+ {2}error /);
    match(stdout, /\n1 citation in 1 note mended\. 3 quotes in 3 notes: 2 exact, 1 altered\. 1 error\.\n$/);
    deepEqual(textsIn(folder), { "a.md": mendedNote, "b.md": alteredNote, "c.md": cleanNote });
  });

  it("writes through a symbolic link in the root, and through none that leads out of it", () => {
    const outside = stormNotebook({ "real.md": movedNote });
    const folder = stormNotebook({ "sub/real.md": movedNote.replace("articles", "../articles") });
    symlinkSync("sub/real.md", join(folder, "in.md"));
    symlinkSync(join(outside, "real.md"), join(folder, "out.md"));
    const { code, stderr } = verbatim(["check", "--fix", "--root", ".", "out.md"], { in: folder });
    deepEqual(
      [code, stderr],
      [2, "verbatim: out.md could not be mended: it is a symbolic link that leads out of the root\n"],
    );
    equal(readFileSync(join(outside, "real.md"), "utf8"), movedNote);
    symlinkSync(join(outside, "articles"), join(folder, "elsewhere"));
    writeFileSync(join(folder, "b.md"), movedNote.replace("articles", "elsewhere"));
    const before = readFileSync(join(folder, "b.md"), "utf8");
    verbatim(["check", "--fix"], { in: folder });
    equal(readFileSync(join(folder, "b.md"), "utf8"), before);
    equal(lstatSync(join(folder, "in.md")).isSymbolicLink(), true);
  });

  it("ends with 0 where nothing is left, and has nothing to do a second time", () => {
    const folder = stormNotebook({ "a.md": movedNote });
    equal(verbatim(["check", "--fix", "--max-warnings", "0"], { in: folder }).code, 0);
    const { code, stdout } = verbatim(["check", "--fix", "--max-warnings", "0"], { in: folder });
    deepEqual([code, stdout], [0, "Nothing to mend. 1 quote in 1 note: 1 exact. No findings.\n"]);
  });

  it("--dry-run writes nothing and says the same", () => {
    const folder = stormNotebook({ "a.md": movedNote });
    const before = statSync(join(folder, "a.md"));
    const { code, stdout } = verbatim(["check", "--fix", "--dry-run"], { in: folder });
    equal(code, 0);
    match(
      stdout,
      /^a\.md:1:\d+ {2}would mend {2}articles\/storm\.txt#L3 → articles\/storm\.txt#L2\n\n1 citation in 1 note would be mended; then: /,
    );
    deepEqual(textsIn(folder), { "a.md": movedNote });
    equal(statSync(join(folder, "a.md")).mtimeMs, before.mtimeMs);
  });

  it("writes nothing but the notes that are named", () => {
    const folder = stormNotebook({ "a.md": movedNote, "b.md": movedNote });
    verbatim(["check", "--fix", "b.md"], { in: folder });
    deepEqual(textsIn(folder), { "a.md": movedNote, "b.md": mendedNote });
  });

  it("leaves what the settings or a comment silence", () => {
    const silenced = `<!-- verbatim-ignore-next quote-moved: the heading is meant -->\n${movedNote}`;
    const folder = stormNotebook({ "a.md": silenced, "b.md": movedNote });
    verbatim(["check", "--fix", "--rule", "quote-moved=off"], { in: folder });
    deepEqual(textsIn(folder), { "a.md": silenced, "b.md": movedNote });
  });

  it("tells programs what was mended, as the schema says", () => {
    const folder = stormNotebook({ "a.md": movedNote, "b.md": cleanNote });
    for (const [args, dryRun] of [
      [["--dry-run"], true],
      [[], false],
    ] as const) {
      const { stdout } = verbatim(["check", "--fix", "--format", "json", ...args], { in: folder });
      const report = JSON.parse(stdout);
      deepEqual(schemaErrors(report), []);
      equal(report.schema, 2);
      deepEqual(report.fixed, { dryRun, notes: 1, citations: 1 });
      const start = { line: 0, character: movedNote.indexOf("articles/") };
      const end = { line: 0, character: start.character + "articles/storm.txt#L3".length };
      deepEqual(report.notes[0].fixes, [
        { range: { start, end }, old: "articles/storm.txt#L3", new: "articles/storm.txt#L2" },
      ]);
      deepEqual([report.notes[0].diagnostics, report.notes[1].fixes], [[], []]);
    }
  });

  it("keeps encoding, byte order mark, line ends and permissions", () => {
    const text = `Größere Schiffe können über die Straße nicht zurück, und für die Möwen wäre es schöner.\r\n\r\n${movedNote.trimEnd()}\rEnde`;
    const mended = text.replace("#L3)", "#L2)");
    const utf16 = (bom: string, swap: boolean) => (content: string) => {
      const bytes = Buffer.from(bom + content, "utf16le");
      return swap ? bytes.swap16() : bytes;
    };
    const encodings: Readonly<Record<string, (content: string) => Buffer>> = {
      "utf8.md": (content) => Buffer.from(content),
      "bom.md": (content) => Buffer.from(`\ufeff${content}`),
      "utf16le.md": utf16("\ufeff", false),
      "utf16be.md": utf16("\ufeff", true),
      "latin1.md": (content) => Buffer.from(content, "latin1"),
    };
    const files = Object.entries(encodings).map(([name, encode]) => [name, encode(text)] as const);
    const folder = stormNotebook({});
    for (const [name, bytes] of files) {
      writeFileSync(join(folder, name), bytes);
      chmodSync(join(folder, name), 0o640);
    }
    const { stderr } = verbatim(["check", "--fix"], { in: folder });
    equal(stderr, "");
    for (const [name, encode] of Object.entries(encodings)) {
      deepEqual(readFileSync(join(folder, name)), encode(mended), name);
      equal(statSync(join(folder, name)).mode & 0o777, 0o640, name);
    }
  });

  it("writes the file behind a symbolic link, which stays one", () => {
    const folder = stormNotebook({});
    mkdirSync(join(folder, "real"));
    writeFileSync(join(folder, "real/a.txt"), movedNote);
    symlinkSync("real/a.txt", join(folder, "a.md"));
    verbatim(["check", "--fix", "a.md"], { in: folder });
    ok(lstatSync(join(folder, "a.md")).isSymbolicLink());
    equal(readFileSync(join(folder, "real/a.txt"), "utf8"), mendedNote);
    deepEqual(readdirSync(join(folder, "real")), ["a.txt"]);
  });

  it("is refused where it makes no sense", () => {
    const folder = stormNotebook({ "a.md": cleanNote });
    const { code, stderr } = verbatim(["check", "--dry-run"], { in: folder });
    deepEqual([code, stderr], [2, "verbatim: --dry-run goes with --fix\nSee verbatim check --help\n"]);
  });
});

function textsIn(folder: string): Record<string, string> {
  const notes = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return Object.fromEntries(notes.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
