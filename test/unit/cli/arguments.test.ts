import { deepEqual, throws } from "node:assert/strict";
import { parseCheckArguments } from "../../../server/src/shell/cli/arguments.ts";

describe("the arguments of check", () => {
  it("has a default for each", () => {
    deepEqual(parseCheckArguments([]), {
      paths: [],
      format: "pretty",
      rules: {},
      maxWarnings: null,
      quiet: false,
      root: null,
      sourceRoots: [],
      cache: null,
      threads: null,
      fix: null,
      help: false,
    });
  });

  it("reads options before, between and behind paths", () => {
    const args = ["--quiet", "a", "--format=json", "b", "--max-warnings", "0", "--root", "r", "--source-root", "s"];
    deepEqual(parseCheckArguments([...args, "--source-root=t"]), {
      paths: ["a", "b"],
      format: "json",
      rules: {},
      maxWarnings: 0,
      quiet: true,
      root: "r",
      sourceRoots: ["s", "t"],
      cache: null,
      threads: null,
      fix: null,
      help: false,
    });
  });

  it("mends where it is told to, or only says so", () => {
    deepEqual(parseCheckArguments(["--fix"]).fix, "write");
    deepEqual(parseCheckArguments(["--fix", "--dry-run"]).fix, "dry-run");
  });

  it("shares the notes among so many threads", () => {
    deepEqual(parseCheckArguments(["--threads", "3"]).threads, 3);
  });

  it("takes a path behind -- that begins with a dash", () => {
    deepEqual(parseCheckArguments(["--", "-notes.md"]).paths, ["-notes.md"]);
  });

  it("lets the last of several levels of a rule count", () => {
    const args = ["--rule", "quote-moved=off", "--rule=quote-altered=warning", "--rule=quote-moved=hint"];
    deepEqual(parseCheckArguments(args).rules, { "quote-moved": "hint", "quote-altered": "warning" });
  });

  const mistakes: readonly (readonly [args: readonly string[], message: string])[] = [
    [["--wrong"], "unknown option --wrong"],
    [["--wrong=1"], "unknown option --wrong"],
    [["-x"], "unknown option -x"],
    [["--format"], "--format needs a value"],
    [["--format", "--quiet"], "--format needs a value"],
    [["--format", "xml"], "unknown format xml: it is pretty or json"],
    [["--dry-run"], "--dry-run goes with --fix"],
    [["--quiet=yes"], "--quiet takes no value"],
    [["--max-warnings", "few"], "--max-warnings needs a whole number, not few"],
    [["--max-warnings=-1"], "--max-warnings needs a whole number, not -1"],
    [["--max-warnings=1.5"], "--max-warnings needs a whole number, not 1.5"],
    [["--threads", "0"], "--threads is 1 to 64, not 0"],
    [["--threads", "all"], "--threads needs a whole number, not all"],
    [["--max-warnings="], "--max-warnings needs a whole number, not "],
    [["--rule", "quote-moved"], "--rule needs ID=SEVERITY, not quote-moved"],
    [["--rule", "quote-moved=off=off"], "--rule needs ID=SEVERITY, not quote-moved=off=off"],
    [["--rule", "quote-wrong=off"], "unknown rule quote-wrong"],
    [["--rule", "toString=off"], "unknown rule toString"],
    [["--rule", "quote-moved=fatal"], "unknown severity fatal: it is one of off, hint, information, warning, error"],
    [["--root="], "--root must not be empty"],
    [[""], "PATH must not be empty"],
  ];
  for (const [args, message] of mistakes) {
    it(`says what is wrong with ${JSON.stringify(args.join(" "))}`, () =>
      throws(() => parseCheckArguments(args), { name: "CannotCheck", message, help: "verbatim check --help" }));
  }
});
