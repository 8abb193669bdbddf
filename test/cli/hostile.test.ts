import assert from "node:assert/strict";
import { type HostileNotebook, hidden, hidesSomething, hostileNotebook, secret } from "../lsp/hostileNotebook.ts";
import { buildCommandLine, suiteTimeout, verbatim } from "./commandLine.ts";

describe("a hostile notebook in a terminal", function () {
  this.timeout(suiteTimeout);
  let book: HostileNotebook;
  before(() => {
    buildCommandLine();
    book = hostileNotebook();
  });
  after(() => book.remove());

  /** What is printed, on both streams, without the colours that are ours. */
  function printed(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
    const { stdout, stderr } = verbatim(args, { in: book.folder, env });
    return (stdout + stderr).replace(/\x1b\[(?:0|1|2|1;3[1-6]|32)m/g, "");
  }

  const bad = `x${hidden.replaceAll("/", "")}`;
  const runs: readonly (readonly [what: string, args: readonly string[], env?: NodeJS.ProcessEnv])[] = [
    ["a check", ["check"]],
    ["a check in colours", ["check"], { FORCE_COLOR: "1" }],
    ["errors alone", ["check", "--quiet"]],
    ["what would be mended", ["check", "--fix", "--dry-run"]],
    ["a report for programs", ["check", "--format", "json"]],
    ["a path that is not there", ["check", bad]],
    ["a root that is not there", ["check", "--root", bad]],
    ["a folder of sources that is not there", ["check", "--source-root", bad]],
    ["an unknown rule", ["check", "--rule", `${bad}=off`]],
    ["an unknown severity", ["check", "--rule", `quote-moved=${bad}`]],
    ["an unknown format", ["check", "--format", bad]],
    ["an unknown option", ["check", `--${bad}`]],
    ["an unknown command", [bad]],
  ];
  for (const [what, args, env] of runs) {
    it(`prints nothing that hides or is obeyed: ${what}`, () => {
      const text = printed(args, env);
      assert.ok(text.length > 20);
      assert.ok(!hidesSomething(text), JSON.stringify(text.slice(0, 500)));
    });
  }

  it("shows it instead", () => assert.match(printed(["check"]), /⟨U\+202E⟩.*⟨U\+001B⟩/));

  it("gives programs the very words", () => {
    const { notes } = JSON.parse(verbatim(["check", "--format", "json"], { in: book.folder }).stdout);
    assert.ok(notes.some(({ path }: { path: string }) => path.includes("\u202e")));
    assert.ok(
      notes
        .flatMap((note: { citations: unknown[] }) => JSON.stringify(note.citations))
        .join("")
        .includes("\u202e"),
    );
  });

  it("says nothing of a file outside", () => {
    for (const [, args] of runs) assert.ok(!printed(args).includes(`thirteen days ${secret}`));
  });
});
