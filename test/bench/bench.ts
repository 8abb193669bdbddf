import { readOptions } from "../options.ts";
import { commandLineFrame, commandLineSizes, measureCommandLine } from "./commandLine.ts";
import { measureCompletion } from "./completion.ts";
import { type PrintedReport, writeDocument } from "./document.ts";
import { measureHostile } from "./hostile.ts";
import { compareMatching } from "./matching.ts";
import { measureEndurance, measurePreparing } from "./preparing.ts";
import type { Report } from "./report.ts";
import { measureServer, serverDefaults, serverFrame } from "./server/server.ts";
import { measureWorkspace } from "./workspace.ts";

/*
 * Measures the matcher and says which bars it meets; the process fails where one is missed by a clear margin. Times are
 * those of the processor, in milliseconds, and medians. Everything is made from the seed. With --write the tables that
 * docs/performance.md has a place for are written there. --seconds and --edits shorten the server's part.
 */
const values = readOptions({
  options: {
    seed: { type: "string", default: "1" },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    seconds: { type: "string" },
    edits: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed);
const isQuick = values.quick;
let missed = 0;
/** What was printed, by the part that it is of. */
const printed = new Map<string, PrintedReport[]>();
let part = "";

if (values.write && (isQuick || values.seconds !== undefined || values.edits !== undefined)) {
  throw new Error("--write needs the whole bench: --quick, --seconds and --edits measure less of it.");
}

function print(title: string, { text, answers }: Report): void {
  console.log(`\n${title}\n\n${text}`);
  missed += answers.filter((answer) => answer === "missed").length;
  printed.set(part, [...(printed.get(part) ?? []), { title, text, answers }]);
}

const columns = "ms; times as fast as approx-string-match; how often each finds the place, or for absent quotes any";
const megabyte = 1_000_000;

const parts: Readonly<Record<string, () => Promise<void>>> = {
  async matching() {
    // What is measured afterwards is compiled by then, of both.
    compareMatching({ seed: seed + 1, length: 50_000, samples: isQuick ? 60 : 200, bar: () => null });
    const samples = isQuick ? 60 : 200;
    print(`10 kB of source (${columns})`, compareMatching({ seed, length: 10_000, samples, bar: () => 1 }));
    print(
      "1 MB",
      compareMatching({
        seed,
        length: megabyte,
        samples: isQuick ? 9 : 25,
        bar: (change) => (change === "exact" ? null : 50),
      }),
    );
    if (!isQuick) print("20 MB", compareMatching({ seed, length: 20 * megabyte, samples: 3, bar: () => null }));
  },
  async preparing() {
    const lengths = isQuick ? [megabyte, 2 * megabyte] : [1, 2, 4, 8, 16].map((count) => count * megabyte);
    print(
      "Preparing a source, index included (memory in sizes of the text as UTF-16, beside the text)",
      await measurePreparing({ seed, lengths, samples: isQuick ? 7 : 9 }),
    );
  },
  async endurance() {
    print("Verdicts one after another", measureEndurance({ seed, verdicts: isQuick ? 2000 : 10_000 }));
  },
  async completion() {
    print(
      "Completion in a note of 1 MB that cites a source of 1 MB (ms; items in a list)",
      await measureCompletion({ seed, length: megabyte, samples: isQuick ? 9 : 25 }),
    );
  },
  async hostile() {
    print("Hostile texts", measureHostile({ seed, words: isQuick ? 50_000 : 200_000 }));
  },
  async workspace() {
    print(
      "A workspace of notes that all were checked (ms)",
      await measureWorkspace({ seed, sizes: isQuick ? [250, 1000] : [1000, 10_000], samples: isQuick ? 100 : 1000 }),
    );
  },
  async server() {
    const whole = isQuick ? { sizes: [250, 1000], seconds: 2, edits: 1000 } : serverDefaults;
    const options = {
      ...whole,
      seconds: Number(values.seconds ?? whole.seconds),
      edits: Number(values.edits ?? whole.edits),
    };
    print(serverFrame(options).title, await measureServer({ seed, ...options }));
  },
  async "command-line"() {
    for (const notes of isQuick ? commandLineSizes.slice(0, 1) : commandLineSizes) {
      print(
        commandLineFrame(notes).title,
        await measureCommandLine({ seed, notes, runs: isQuick || notes > 1000 ? 1 : 3 }),
      );
    }
  },
};

for (const [name, measurePart] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue;
  part = name;
  await measurePart();
}
if (values.write) writeDocument("docs/performance.md", printed);

console.log(missed === 0 ? "\nNo bar is missed." : `\n${missed} bars are missed.`);
process.exitCode = missed === 0 ? 0 : 1;
