import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildCommandLine,
  cliPath,
  environment,
  makeNotebook,
  removeNotebooks,
  suiteTimeout,
  verbatim,
} from "./commandLine.ts";
import { alteredNote, cleanNote, movedNote, storm, stormNotebook } from "./storm.ts";

const notes = { "a.md": alteredNote, "b.md": cleanNote, "c.md": movedNote };

describe("--cache", function () {
  this.timeout(suiteTimeout);

  before(buildCommandLine);
  after(removeNotebooks);

  it("finds the second time what it found the first, in both formats, and writes nothing then", () => {
    const { folder, cache } = notebookWithCache();
    const first = verbatim(["check", "--cache", cache], { in: folder });
    const kept = contentOf(cache);
    notEqual(kept.size, 0);
    deepEqual(first, verbatim(["check"], { in: folder }));
    deepEqual(verbatim(["check", "--cache", cache], { in: folder }), first);
    deepEqual(
      verbatim(["check", "--cache", cache, "--format", "json"], { in: folder }),
      verbatim(["check", "--format", "json"], { in: folder }),
    );
    deepEqual(contentOf(cache), kept);
  });

  it("sees a note, a source and a setting that changed", () => {
    const { folder, cache } = notebookWithCache();
    const check = () => verbatim(["check", "--cache", cache], { in: folder });
    const changes = [
      () => writeFileSync(join(folder, "b.md"), alteredNote),
      () => writeFileSync(join(folder, "articles/storm.txt"), storm.replace("13 windows", "30 windows")),
      () => writeFileSync(join(folder, ".vscode/settings.json"), '{ "verbatim.rules": { "quote-altered": "hint" } }'),
      () => writeFileSync(join(folder, "articles/storm.txt"), storm),
    ];
    check();
    for (const change of changes) {
      change();
      deepEqual(check(), verbatim(["check"], { in: folder }));
    }
  });

  it("makes nothing of files that are torn, changed or no files", () => {
    const { folder, cache } = notebookWithCache();
    const expected = verbatim(["check", "--cache", cache], { in: folder });
    const harms: ((path: string) => void)[] = [
      (path) => truncateSync(path, readFileSync(path).length >> 1),
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace("exact", "absent").replace(/\d/g, "7")),
      (path) => writeFileSync(path, ""),
      (path) => writeFileSync(path, "\0".repeat(1000)),
    ];
    for (const harm of harms) {
      for (const name of readdirSync(cache)) harm(join(cache, name));
      deepEqual(verbatim(["check", "--cache", cache], { in: folder }), expected);
    }
  });

  it("serves many processes at once", async () => {
    const { folder, cache } = notebookWithCache();
    const expected = verbatim(["check"], { in: folder });
    const runs = await Promise.all(Array.from({ length: 6 }, () => checkBeside(folder, cache)));
    for (const { code, stdout } of runs) deepEqual([code, stdout], [expected.code, expected.stdout]);
    deepEqual(verbatim(["check", "--cache", cache], { in: folder }), expected);
    deepEqual(
      readdirSync(cache).filter((name) => name.endsWith(".tmp")),
      [],
    );
  });

  it("that cannot be written is told, and fails nothing", () => {
    const { folder } = notebookWithCache();
    writeFileSync(join(folder, "file"), "");
    const { code, stdout, stderr } = verbatim(["check", "--cache", "file/cache"], { in: folder });
    equal(stdout, verbatim(["check"], { in: folder }).stdout);
    equal(code, 1);
    match(stderr, /^verbatim: the cache could not be written: .+\n$/);
    equal(existsSync(join(folder, "file/cache")), false);
  });
});

function notebookWithCache(): { readonly folder: string; readonly cache: string } {
  const folder = stormNotebook(notes);
  const cache = makeNotebook({});
  mkdirSync(join(cache, "checks"));
  return { folder, cache: join(cache, "checks") };
}

function contentOf(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function checkBeside(folder: string, cache: string): Promise<{ code: number | null; stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cliPath, "check", "--cache", cache], { cwd: folder, env: environment() });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout }));
  });
}
