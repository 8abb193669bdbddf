import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  buildCommandLine,
  cliPath,
  environment,
  makeNotebook,
  removeNotebooks,
  suiteTimeout,
  verbatim,
} from "./commandLine.ts";
import { schemaErrors } from "./schema.ts";
import { alteredNote, cleanNote, movedNote, storm, stormNotebook } from "./storm.ts";

interface NoteOutput {
  path: string;
  citations: { source: string | null }[];
  diagnostics: { code: string }[];
}

describe("the output of a check", function () {
  this.timeout(suiteTimeout);

  before(buildCommandLine);
  after(removeNotebooks);

  function json(args: readonly string[], folder: string) {
    const { stdout } = verbatim(["check", "--format", "json", ...args], { in: folder });
    const output: { notes: NoteOutput[]; summary: Record<string, number> } = JSON.parse(stdout);
    deepEqual(schemaErrors(output), []);
    return output;
  }

  function paths(args: readonly string[], folder: string): string[] {
    return json(args, folder).notes.map(({ path }) => path);
  }

  it("shows the words in the note and in the source, and a summary", () => {
    const folder = stormNotebook({ "a.md": alteredNote, "b.md": cleanNote });
    const { stdout } = verbatim(["check"], { in: folder });
    equal(
      stdout,
      [
        "a.md:1:11  error  The source says “13”, not “30”.  quote-altered",
        '  1 | It broke "30 windows of the old customs house" ([log](articles/storm.txt#L2)).',
        "    |           ^^",
        "  articles/storm.txt:2:17",
        "  2 | The storm broke 13 windows of the old customs house.",
        "    |                 ^^",
        "",
        "2 quotes in 2 notes: 1 exact, 1 altered. 1 error.",
        "",
      ].join("\n"),
    );
  });

  it("keeps to errors with --quiet, and to nothing where there are none", () => {
    const folder = stormNotebook({ "a.md": alteredNote, "b.md": movedNote });
    match(verbatim(["check"], { in: folder }).stdout, /quote-moved/);
    const quiet = verbatim(["check", "--quiet"], { in: folder }).stdout;
    ok(quiet.includes("quote-altered") && !quiet.includes("quote-moved"), quiet);
    equal(verbatim(["check", "--quiet", "b.md"], { in: folder }).stdout, "");
  });

  it("is coloured only where it is asked for", () => {
    const folder = stormNotebook({ "a.md": alteredNote });
    ok(!verbatim(["check"], { in: folder }).stdout.includes("\x1b"));
    ok(!verbatim(["check"], { in: folder, env: { NO_COLOR: "1" } }).stdout.includes("\x1b"));
    ok(verbatim(["check"], { in: folder, env: { FORCE_COLOR: "1" } }).stdout.includes("\x1b[1;31merror\x1b[0m"));
  });

  it("escapes what a terminal would obey", () => {
    const note = alteredNote.replace("windows", "win\u001b[2Jdows \u202ewide\u202c");
    const folder = stormNotebook({ "a\u001b[1m.md": note });
    for (const format of ["pretty", "json"]) {
      const { stdout } = verbatim(["check", "--format", format], { in: folder });
      ok(!/[^\n\P{Cc}]|[\u202a-\u202e]/u.test(stdout), stdout);
    }
    match(verbatim(["check"], { in: folder }).stdout, /^a⟨U\+001B⟩\[1m\.md:1:/);
  });

  it("has the notes in the order of their paths, and is the same every time", () => {
    const files = ["b.md", "a/z.md", "a.md", "Z.md", "a-b.md", "é.md", "10.md", "9.md"];
    const folder = stormNotebook(
      Object.fromEntries(
        files.map((path) => [path, path.includes("/") ? cleanNote.replace("(art", "(../art") : alteredNote]),
      ),
    );
    deepEqual(paths([], folder), [...files].sort());
    deepEqual(paths(["b.md", "a", "a.md", "."], folder), [...files].sort());
    for (const format of ["pretty", "json"]) {
      const [first, second] = [1, 2].map(() => verbatim(["check", "--format", format], { in: folder }).stdout);
      equal(first, second);
    }
  });

  it("names files from the working directory", () => {
    const folder = makeNotebook({ "articles/storm.txt": storm, "notes/deep/a.md": cleanNote.replace("(art", "(/art") });
    const [note] = json(["a.md"], `${folder}/notes/deep`).notes;
    deepEqual([note.path, note.citations[0].source], ["a.md", "../../articles/storm.txt"]);
  });

  it("counts what is listed", () => {
    const folder = stormNotebook({ "a.md": alteredNote + movedNote, "b/c.md": cleanNote, "d.md": "Plain.\n" });
    deepEqual(json(["a.md", "d.md"], folder).summary, {
      notes: 1,
      citations: 2,
      quotes: 2,
      sources: 1,
      errors: 1,
      warnings: 1,
      information: 0,
      hints: 0,
    });
  });

  it("takes no more than is asked for", () => {
    const folder = stormNotebook({ "a.md": alteredNote, "notes/b.md": alteredNote, "notes/c.md": alteredNote });
    deepEqual(paths(["notes"], folder), ["notes/b.md", "notes/c.md"]);
    deepEqual(paths(["notes/c.md"], folder), ["notes/c.md"]);
  });

  it("leaves out what git ignores and what is excluded, unless it is named", () => {
    const folder = stormNotebook({
      ".gitignore": "drafts/\n",
      "a.md": alteredNote,
      "drafts/b.md": alteredNote,
      "node_modules/c.md": alteredNote,
      "d.txt": alteredNote,
    });
    deepEqual(paths([], folder), ["a.md"]);
    for (const path of ["drafts/b.md", "node_modules/c.md", "d.txt"]) deepEqual(paths([path], folder), [path]);
    deepEqual(paths([".", "drafts/b.md"], folder), ["a.md", "drafts/b.md"]);
  });

  it("finds words in a source that a note beside PATH cites", () => {
    const folder = stormNotebook({
      "articles/calm.txt": "Nothing at all happened.\n",
      "notes/a.md": cleanNote.replace("articles/storm.txt#L2", "../articles/calm.txt#L1"),
      "others/b.md": "See [the log](../articles/storm.txt#L1).\n",
    });
    const [note] = json(["notes"], folder).notes;
    deepEqual(
      note.diagnostics.map(({ code }) => code),
      ["quote-in-other-source"],
    );
  });

  it("tells a source from another one of the same name", () => {
    const folder = stormNotebook({
      "older/storm.txt": "Nothing at all happened.\n",
      "a.md": cleanNote.replace("articles/storm.txt#L2", "older/storm.txt#L1"),
      "b.md": cleanNote,
    });
    const { stdout } = verbatim(["check", "a.md"], { in: folder });
    match(stdout, / not in older\/storm\.txt; they are in articles\/storm\.txt, line 2\. {2}quote-in-other-source\n/);
  });

  it("checks paths of several roots, each in its own", () => {
    const folder = makeNotebook({
      "one/.git/HEAD": "",
      "one/articles/storm.txt": storm,
      "one/a.md": cleanNote.replace("(art", "(/art"),
      "two/.git/HEAD": "",
      "two/articles/storm.txt": storm.replace("13", "30"),
      "two/a.md": alteredNote.replace("(art", "(/art"),
    });
    const output = json(["two", "one/a.md"], folder);
    deepEqual(
      output.notes.map(({ path, citations }) => [path, citations[0].source]),
      [
        ["one/a.md", "one/articles/storm.txt"],
        ["two/a.md", "two/articles/storm.txt"],
      ],
    );
    equal(output.summary.errors, 0);
  });

  it("follows the root that is given", () => {
    const folder = makeNotebook({
      "articles/storm.txt": storm,
      "one/.git/HEAD": "",
      "one/a.md": cleanNote.replace("(art", "(../art"),
    });
    const codes = (args: string[]) => json(args, folder).notes[0].diagnostics.map(({ code }) => code);
    deepEqual(codes(["one"]), ["source-outside-workspace"]);
    deepEqual(codes(["one", "--root", "."]), []);
    deepEqual(codes(["one", "--source-root", "articles"]), []);
  });

  it("follows the root's settings, and --rule before them", () => {
    const folder = stormNotebook({
      ".vscode/settings.json":
        '{ // ours\n "verbatim.notes": ["*.note"], "verbatim.rules": { "quote-altered": "hint", "quote-moved": "off" } }',
      "a.md": alteredNote,
      "b.note": alteredNote + movedNote,
    });
    const severities = (args: string[]) =>
      json(args, folder).notes.map(({ path, diagnostics }) => [
        path,
        ...diagnostics.map((each) => JSON.stringify(each)),
      ]);
    equal(severities([]).length, 1);
    match(severities([])[0][1], /"hint"/);
    match(severities(["--rule", "quote-moved=error"])[0][2], /"quote-moved","severity":"error"/);
  });

  it("says once what is wrong with the settings", () => {
    const folder = stormNotebook({ ".vscode/settings.json": '{ "verbatim.notes" }', "a.md": cleanNote });
    const { code, stderr } = verbatim(["check", "a.md", "."], { in: folder });
    deepEqual([code, stderr], [0, "verbatim: .vscode/settings.json: colon expected in line 1.\n"]);
    const wrong = stormNotebook({ ".vscode/settings.json": '{ "verbatim.notes": 3 }', "a.md": cleanNote });
    match(
      verbatim(["check"], { in: wrong }).stderr,
      /^verbatim: \.vscode\/settings\.json: verbatim\.notes must be .*\n$/,
    );
  });
});

describe("the streams of a check", function () {
  this.timeout(suiteTimeout);

  before(buildCommandLine);
  after(removeNotebooks);

  it("may end before the output does", () => {
    const folder = stormNotebook({ "a.md": alteredNote.repeat(2000) });
    const { stdout, stderr } = spawnSync(
      "sh",
      ["-c", '{ "$0" "$1" check; echo "code $?" >&2; } | head -n 1', process.execPath, cliPath],
      { cwd: folder, env: environment(), encoding: "utf8" },
    );
    match(stdout, /^a\.md:1:11 .*\n$/);
    equal(stderr, "code 1\n");
  });

  it("are one line and code 2 where the output cannot be written", () => {
    const folder = stormNotebook({ "a.md": alteredNote });
    const notWritable = openSync(join(folder, "a.md"), "r");
    const { status, stderr } = spawnSync(process.execPath, [cliPath, "check"], {
      cwd: folder,
      env: environment(),
      encoding: "utf8",
      stdio: ["ignore", notWritable, "pipe"],
    });
    closeSync(notWritable);
    equal(stderr, "verbatim: the output could not be written: EBADF\n");
    equal(status, 2);
  });

  it("end with code 130 at Ctrl-C", async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.md`, alteredNote]));
    const child = spawn(process.execPath, [cliPath, "check"], {
      cwd: stormNotebook(files),
      env: environment({
        NODE_OPTIONS: `--require ${resolve("test/cli/tamper.cjs")}`,
        VERBATIM_TEST_INTERRUPT: "/0.md",
      }),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    deepEqual(await once(child, "close"), [130, null]);
    equal(output, "");
  });
});
