import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { version } from "../../package.json";
import { buildCommandLine, cliPath, makeNotebook, removeNotebooks, suiteTimeout, verbatim } from "./commandLine.ts";
import { alteredNote, cleanNote, movedNote, stormNotebook } from "./storm.ts";

const tamper = `--require ${resolve("test/cli/tamper.cjs")}`;

describe("the exit code", function () {
  this.timeout(suiteTimeout);

  before(buildCommandLine);
  after(removeNotebooks);

  describe("is 0", () => {
    it("where all quotes are right, said in one line", () => {
      const folder = stormNotebook({ "a.md": cleanNote });
      deepEqual(verbatim(["check"], { in: folder }), {
        code: 0,
        stdout: "1 quote in 1 note: 1 exact. No findings.\n",
        stderr: "",
      });
    });

    it("where there are warnings, and as many are allowed", () => {
      const folder = stormNotebook({ "a.md": movedNote });
      equal(verbatim(["check"], { in: folder }).code, 0);
      equal(verbatim(["check", "--max-warnings", "1"], { in: folder }).code, 0);
    });

    it("where a rule was made milder", () => {
      const folder = stormNotebook({ "a.md": alteredNote });
      equal(verbatim(["check", "--rule", "quote-altered=warning"], { in: folder }).code, 0);
    });

    it("where notes cite nothing, or hold nothing", () => {
      const folder = makeNotebook({ "a.md": "Nothing yet.\n", "b.md": "" });
      deepEqual(verbatim(["check"], { in: folder }), {
        code: 0,
        stdout: "No citations in 2 notes. No findings.\n",
        stderr: "",
      });
    });

    it("for help and the version", () => {
      const folder = makeNotebook({});
      deepEqual(verbatim(["--version"], { in: folder }), { code: 0, stdout: `${version}\n`, stderr: "" });
      for (const args of [["--help"], ["check", "--help"], ["lsp", "--help"], ["check", "-h", "missing"]]) {
        const { code, stdout, stderr } = verbatim(args, { in: folder });
        deepEqual([code, stderr], [0, ""]);
        match(stdout, /usage/i);
      }
    });
  });

  describe("is 1", () => {
    it("where a quote is altered", () => {
      const folder = stormNotebook({ "a.md": alteredNote, "b.md": cleanNote });
      const { code, stderr } = verbatim(["check"], { in: folder });
      deepEqual([code, stderr], [1, ""]);
    });

    it("where there are more warnings than allowed, and says so", () => {
      const folder = stormNotebook({ "a.md": movedNote });
      const { code, stderr } = verbatim(["check", "--max-warnings", "0", "--quiet"], { in: folder });
      deepEqual([code, stderr], [1, "verbatim: 1 warning, more than the 0 that --max-warnings allows\n"]);
    });

    it("where a rule was made stricter", () => {
      const folder = stormNotebook({ "a.md": movedNote });
      equal(verbatim(["check", "--rule=quote-moved=error"], { in: folder }).code, 1);
    });
  });

  describe("is 2", () => {
    it("where the disk is full, for whatever is printed, told in one line", () => {
      if (!existsSync("/dev/full")) return;
      const folder = stormNotebook({ "a.md": alteredNote });
      for (const args of [["--version"], ["--help"], ["check"], ["check", "--format", "json"]]) {
        const full = openSync("/dev/full", "w");
        const { status, stderr } = spawnSync(process.execPath, [cliPath, ...args], {
          cwd: folder,
          stdio: ["ignore", full, "pipe"],
          encoding: "utf8",
        });
        closeSync(full);
        deepEqual([status, stderr], [2, "verbatim: the output could not be written: ENOSPC\n"], args.join(" "));
      }
    });

    const usage: readonly (readonly [args: readonly string[], stderr: string])[] = [
      [[], "verbatim: no command was given\nSee verbatim --help\n"],
      [["chek"], "verbatim: unknown command chek\nSee verbatim --help\n"],
      [["a.md"], "verbatim: unknown command a.md: to check it, write verbatim check a.md\nSee verbatim --help\n"],
      [["--quiet"], "verbatim: unknown option --quiet: a command comes first\nSee verbatim --help\n"],
      [["check", "--wrong"], "verbatim: unknown option --wrong\nSee verbatim check --help\n"],
      [["check", "--rule", "x=off"], "verbatim: unknown rule x\nSee verbatim check --help\n"],
      [["check", "--root", "a.md"], "verbatim: a.md is not a folder\n"],
      [["check", "--source-root", "none"], "verbatim: no such path: none\n"],
      [["check", "missing"], "verbatim: no such path: missing\n"],
      [["check", "a.md", "mis\u001b[2Jsing"], "verbatim: no such path: mis⟨U+001B⟩[2Jsing\n"],
      [["lsp"], "verbatim: the server needs --stdio\nSee verbatim lsp --help\n"],
    ];
    for (const [args, stderr] of usage) {
      it(`for "verbatim ${args.join(" ")}"`, () => {
        const folder = stormNotebook({ "a.md": cleanNote });
        deepEqual(verbatim(args, { in: folder }), { code: 2, stdout: "", stderr });
      });
    }

    it("where there is no note", () => {
      const folder = stormNotebook({});
      deepEqual(verbatim(["check"], { in: folder }), {
        code: 2,
        stdout: "",
        stderr: "verbatim: no note found in .\n",
      });
    });

    it("where one of several folders holds no note, the others being checked", () => {
      const folder = stormNotebook({ "notes/a.md": "Nothing.\n", "empty/keep.txt": "" });
      const { code, stdout, stderr } = verbatim(["check", "notes", "empty"], { in: folder });
      deepEqual([code, stderr], [2, "verbatim: no note found in empty\n"]);
      match(stdout, /in 1 note\./);
    });

    it("where a note cannot be read, the others being checked", () => {
      const folder = stormNotebook({ "a.md": alteredNote, "b.md": cleanNote });
      const { code, stdout, stderr } = verbatim(["check"], {
        in: folder,
        env: { NODE_OPTIONS: tamper, VERBATIM_TEST_DENY: "/b.md" },
      });
      deepEqual([code, stderr], [2, "verbatim: b.md could not be read: permission denied\n"]);
      match(stdout, /^a\.md:1:/);
    });

    it("where a note that was named cannot be read", () => {
      const folder = stormNotebook({ "notes/a.md": cleanNote });
      symlinkSync("/proc/self/mem", join(folder, "memory.md"));
      const { code, stderr } = verbatim(["check", "memory.md"], { in: folder });
      equal(code, 2);
      match(stderr, /^verbatim: memory\.md could not be read: .+\n$/);
    });

    it("where a note cannot be opened by its name", () => {
      const folder = stormNotebook({ "a.md": cleanNote, "b.md": cleanNote });
      const env = { NODE_OPTIONS: `--require ${resolve("test/cli/tamper.cjs")}`, VERBATIM_TEST_GONE: "/b.md" };
      const { code, stderr } = verbatim(["check"], { in: folder, env });
      const reason = "it is gone, or its name is not UTF-8";
      deepEqual([code, stderr], [2, `verbatim: b.md could not be read: ${reason}\n`]);
    });

    it("where a note is not text", () => {
      const folder = stormNotebook({ "a.md": Uint8Array.from([0, 1, 2, 3, 0, 0, 7]) });
      const { code, stderr } = verbatim(["check"], { in: folder });
      deepEqual([code, stderr], [2, "verbatim: a.md could not be read: it is not text\n"]);
    });

    it("with nothing but JSON on standard output", () => {
      const folder = stormNotebook({});
      const { code, stdout, stderr } = verbatim(["check", "--format", "json"], { in: folder });
      deepEqual([code, stderr], [2, "verbatim: no note found in .\n"]);
      deepEqual(JSON.parse(stdout).notes, []);
    });
  });
});
