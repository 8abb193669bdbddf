import assert from "node:assert/strict";
import fc from "fast-check";
import { judgeElsewhere } from "../../../server/src/quote/judge.ts";
import { createFingerprintIndex } from "../../../server/src/quote/locate/fingerprintIndex.ts";
import { prepareSource } from "../../../server/src/quote/prepare.ts";
import { traceOf } from "../../../server/src/quote/trace.ts";
import { heldString } from "../../../server/src/source/heldText.ts";
import { formatOf, readSource } from "../../../server/src/source/read.ts";
import { permitted } from "./permitted.ts";
import { holds } from "./run.ts";

const prepare = (text: string, name = "report.txt") => prepareSource(readSource(heldString(text), formatOf(name)));

describe("looking for a quote in other sources", () => {
  const several = fc.array(permitted, { minLength: 1, maxLength: 8 });
  holds("finds by fingerprints what a look at every source finds", 300, several, (examples) => {
    const sources = examples.map(({ source }) => prepare(source));
    const index = createFingerprintIndex();
    for (const [key, source] of sources.entries()) index.put(String(key), source.lendUnits());
    for (const { quote } of examples) {
      const input = { text: quote, emphasis: false, kind: "inline" as const };
      const holding = sources.flatMap((source, key) =>
        judgeElsewhere(input, [{ key, source }]) === null ? [] : String(key),
      );
      const filtered = index.filter(traceOf(quote));
      assert.deepEqual(
        holding.filter((key) => !filtered.includes(key)),
        [],
        quote,
      );
    }
  });
});
