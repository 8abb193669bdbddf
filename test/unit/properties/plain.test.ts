import assert from "node:assert/strict";
import fc from "fast-check";
import { prepareSource } from "../../../server/src/quote/prepare.ts";
import { newBudget } from "../../../server/src/quote/stand/places.ts";
import { standsPlainly } from "../../../server/src/quote/stand/plain.ts";
import { findStanding } from "../../../server/src/quote/stand/standing.ts";
import { readLiterally } from "../../../server/src/quote/text/parse.ts";
import { lineStartsOf } from "../../../server/src/source/lines.ts";
import { holds } from "./run.ts";

const piece = fc.constantFrom(
  ..."the keeper lit a lamp U S 1 500 n’t s l’ café Гавань qu é x-ray".split(" "),
  ...[" ", " ", " ", " ", ", ", ". ", ".", ",", "-", "-\n", "\n", "\n\n", "\r\n", " - ", " – ", "—", "'s", "’s", "’"],
  ...["“", "”", '"', "‘", "(", ")", "[", "]", "…", "...", ". . .", "!", "?", ";", ":", "%", "*", "\u00ad", "\u200b"],
);

describe("a quote that stands letter for letter", () => {
  let found = 0;
  const examples = fc.record({
    pieces: fc.array(piece, { minLength: 3, maxLength: 40 }),
    quoted: fc.tuple(fc.nat(100), fc.nat(40)),
    around: fc.tuple(fc.nat(60), fc.nat(60)),
  });

  holds("is found by the whole search too, at the same place and without a change", 30_000, examples, (example) => {
    const text = example.pieces.join("");
    const source = prepareSource({ text, lineStarts: lineStartsOf(text), reading: null });
    const start = example.quoted[0] % text.length;
    const end = Math.min(text.length, start + 1 + example.quoted[1]);
    const within = {
      start: Math.max(0, start - example.around[0]),
      end: Math.min(text.length, end + example.around[1]),
    };
    const quote = text.slice(start, end);
    const plain = standsPlainly(quote, source, within);
    if (plain === null) return;
    found++;
    const options = { within, near: within.start, most: 20, budget: newBudget() };
    const places = findStanding(source, readLiterally(quote), options);
    const unchanged = places.filter(({ parts }) => parts.every(({ changes }) => changes.size === 0));
    assert.deepEqual(unchanged[0]?.span, plain, JSON.stringify({ text, quote, places }));
  });

  after(() => assert.ok(found > 0, "no quote stood so"));
});
