import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Corpus, readArticles } from "../../oracle/corpus.ts";
import { withOwnMarks } from "../../oracle/ownMarks.ts";
import { createReport } from "../../oracle/report.ts";
import { runRound } from "../../oracle/round.ts";

const folder = "sample/articles";
const articles = readArticles(
  "articles",
  readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8")),
);

/** One span in sixteen: enough to fall below a bar, and done in a few seconds. */
function part(corpus: Corpus): Corpus {
  const sources = corpus.sources.map(({ text, spans }) => ({ text, spans: spans.filter((_, i) => i % 16 === 0) }));
  return { ...corpus, sources };
}

async function reportOn(corpus: Corpus, round: number): Promise<ReturnType<typeof createReport>> {
  const report = createReport();
  const amounts = { permittedPairs: 3, forbiddenWithPermitted: 3, movedWithPermitted: 1 };
  await runRound(corpus, report, { seed: 1, round, amounts, kind: "" });
  return report;
}

/** A small part of `npm run oracle`, which has more to say of a failure. */
describe("verdicts on quotes of the sample's articles", () => {
  it("keep the bars of the oracle", async () => {
    const report = await reportOn(part(articles), 0);
    assert.ok(report.holds, report.write({ show: 1 }));
  }).timeout(30_000);

  it("keep them where the articles have brackets and ellipses of their own", async () => {
    const report = await reportOn(part(withOwnMarks(articles, 1)), 1);
    assert.ok(report.holds, report.write({ show: 1 }));
  }).timeout(30_000);
});
