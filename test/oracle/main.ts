/** `npm run oracle`: see CONTRIBUTING.md. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readOptions } from "../options.ts";
import { type Corpus, readArticles, readQuoteSum } from "./corpus.ts";
import { withOwnMarks } from "./ownMarks.ts";
import { createReport } from "./report.ts";
import { runRound } from "./round.ts";

const options = readOptions({
  options: {
    data: { type: "string" },
    seed: { type: "string", default: "1" },
    rounds: { type: "string" },
    full: { type: "boolean", default: false },
    show: { type: "string", default: "0" },
    kind: { type: "string", default: "" },
  },
});

const root = process.cwd();
const seed = Number(options.seed);
const rounds = Number(options.rounds ?? (options.full ? 12 : 4));
const amounts = options.full
  ? { permittedPairs: 60, forbiddenWithPermitted: 60, movedWithPermitted: 4 }
  : { permittedPairs: 20, forbiddenWithPermitted: 20, movedWithPermitted: 1 };
const corpus = readCorpus();
const spans = corpus.sources.reduce((sum, source) => sum + source.spans.length, 0);
console.log(`${corpus.name}: ${spans} spans of ${corpus.sources.length} sources; seed ${seed}, ${rounds} rounds`);

const report = createReport();
const started = Date.now();
for (let round = 0; round < rounds; round++) {
  // Every other round has sources with brackets, ellipses and the like of their own.
  await runRound(round % 2 === 0 ? corpus : withOwnMarks(corpus, round), report, {
    round,
    seed,
    amounts,
    kind: options.kind,
    onProgress: (done, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\rround ${round + 1} of ${rounds}: shelf ${done} of ${of} `);
    },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.error(`${process.stderr.isTTY ? "\r" : ""}round ${round + 1} of ${rounds} done after ${seconds} s`);
}
console.log(report.write({ show: Number(options.show) }));
process.exitCode = report.holds ? 0 : 1;

function readCorpus(): Corpus {
  const usual = resolve(root, "../shared/oracle/quotesum-a.jsonl");
  const data = options.data ?? (existsSync(usual) ? usual : null);
  if (data !== null) return readQuoteSum(readFileSync(data, "utf8"));
  const folder = join(root, "sample/articles");
  const texts = readdirSync(folder).sort();
  return readArticles(
    "articles of the sample",
    texts.map((name) => readFileSync(join(folder, name), "utf8")),
  );
}
