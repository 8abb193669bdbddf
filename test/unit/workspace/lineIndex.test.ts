import assert from "node:assert/strict";
import fc from "fast-check";
import { linesOverlap } from "../../../server/src/source/lines.ts";
import type { LineRange } from "../../../server/src/span.ts";
import { createLineIndex } from "../../../server/src/workspace/lineIndex.ts";
import { holds } from "../properties/run.ts";

const anyRange = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })))
  .map(([start, length]) => ({ start, end: start + length }));

describe("an index of lines", () => {
  holds("finds what looking at every range finds", 300, fc.tuple(fc.array(anyRange), anyRange), ([ranges, lines]) => {
    const scanned = [...ranges.keys()].filter((each) => linesOverlap(ranges[each], lines));
    const found = createLineIndex(ranges).overlapping(lines);
    assert.deepEqual(
      found,
      scanned.sort((a, b) => ranges[a].start - ranges[b].start || a - b),
    );
  });

  for (const [title, ranges] of [
    ["lines far away", Array.from({ length: 5000 }, (_, index) => ({ start: 10 * index + 1, end: 10 * index + 3 }))],
    [
      "lines far away that one range covers",
      Array.from({ length: 5000 }, (_, index) => ({
        start: 10 * index + 1,
        end: index === 0 ? 50_000 : 10 * index + 3,
      })),
    ],
  ] as const) {
    it(`looks at few ranges of thousands: ${title}`, () => {
      let looks = 0;
      const index = createLineIndex(ranges.map((range) => counted(range, () => looks++)));
      looks = 0;
      assert.ok(index.overlapping({ start: 30_001, end: 30_001 }).length >= 1);
      assert.ok(looks < 60, String(looks));
    });
  }
});

function counted(range: LineRange, look: () => void): LineRange {
  return {
    get start() {
      look();
      return range.start;
    },
    end: range.end,
  };
}
