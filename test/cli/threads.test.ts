import { deepEqual, equal, match } from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildCommandLine, makeNotebook, removeNotebooks, suiteTimeout, verbatim } from "./commandLine.ts";
import { storm } from "./storm.ts";

describe("a check in several threads", function () {
  this.timeout(suiteTimeout);

  let folder = "";
  before(() => {
    buildCommandLine();
    const notes = Array.from({ length: 90 }, (_, i) => [`notes/${i}.md`, noteText(i)]);
    folder = makeNotebook({
      ...Object.fromEntries(notes),
      "ferry.txt": "The ferry was laid up for the winter.\nIt ran again in March, the harbour master said.\n",
      "storm.txt": storm,
      "one/closed.md": 'It broke "30 windows" ([log](../storm.txt#L2)).\n',
      "two/closed.md": 'It broke "13 doors" ([log](../storm.txt#L2)).\n',
    });
  });
  after(removeNotebooks);

  const check = (threads: number, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
    verbatim(["check", "--threads", String(threads), ...args], {
      in: folder,
      env: { NODE_OPTIONS: `--require ${resolve("test/cli/tamper.cjs")}`, ...env },
    });

  it("finds what one thread finds, in both formats", () => {
    for (const [threads, ...args] of [[3], [3, "--format", "json"], [2, "--quiet", "--max-warnings", "3"]] as const) {
      const alone = check(1, args);
      equal(alone.code, 1);
      deepEqual(check(threads, args), alone);
    }
  });

  it("reads each note once, whichever thread does", () => {
    const log = join(folder, "opened.log");
    check(3, [], { VERBATIM_TEST_LOG: log });
    const opened = readFileSync(log, "utf8").split("\n");
    rmSync(log);
    const notes = opened.filter((path) => path.endsWith(".md"));
    equal(notes.length, 92);
    equal(new Set(notes).size, 92);
  });

  it("takes from a cache what any number of threads put there", () => {
    const args = ["--cache", join(folder, "cache")];
    const alone = check(1);
    for (const threads of [3, 1, 2]) deepEqual(check(threads, args), alone);
    rmSync(join(folder, "cache"), { recursive: true });
  });

  it("names what could not be read, whichever thread was to", () => {
    const env = { VERBATIM_TEST_DENY: "/closed.md" };
    const alone = check(1, [], env);
    equal(alone.code, 2);
    match(alone.stderr, /one\/closed\.md could not be read.*\n.*two\/closed\.md could not be read/);
    deepEqual(check(3, [], env), alone);
  });

  it("does the whole where another thread fails", () => {
    // Each thread reads every source, for words of its notes may stand in it.
    deepEqual(check(3, [], { VERBATIM_TEST_DIE: "/storm.txt" }), check(1));
  });
});

/** Quotes that are right, changed, at another line, in the other source, and in none. */
function noteText(index: number): string {
  const quotes = [
    "13 windows of the old customs house",
    "30 windows of the old customs house",
    "Nobody was hurt, the harbour master said",
    "laid up for the winter",
    `the lighthouse keeper saw ${index} ships`,
  ];
  return `Of that day it says “${quotes[index % quotes.length]}” ([log](../storm.txt#L2)), and “It ran again in March” ([log](../ferry.txt#L${1 + (index % 3)})).\n`;
}
