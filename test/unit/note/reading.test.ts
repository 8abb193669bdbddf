import assert from "node:assert/strict";
import fc from "fast-check";
import { movedReading } from "../../../server/src/note/compact.ts";
import { originalSpan, plainReading, readWithEdits } from "../../../server/src/note/reading.ts";
import { holds } from "../properties/run.ts";

describe("a reading that was moved", () => {
  const readings = fc.constantFrom(
    plainReading("", 4),
    plainReading("The mill", 30),
    readWithEdits("The *mill* &amp; the gate", 12, [
      { from: 4, to: 5, text: "" },
      { from: 9, to: 10, text: "" },
      { from: 11, to: 16, text: "&" },
    ]),
  );
  const examples = fc.record({ reading: readings, by: fc.nat(2_000_000), a: fc.nat(40), b: fc.nat(40) });

  holds("tells where a part of it stands as its offsets do", 300, examples, ({ reading, by, a, b }) => {
    const { length } = reading.text;
    const [start, end] = [Math.min(a, length), Math.min(b, length)].sort((x, y) => x - y);
    const moved = movedReading(reading, by);
    const { text, starts, ends } = moved;
    assert.deepEqual(originalSpan(moved, { start, end }), originalSpan({ text, starts, ends }, { start, end }));
  });

  it("makes no offsets to tell it", () => {
    const moved = movedReading(plainReading("The mill", 30), 2_000_000);
    Object.defineProperty(moved, "starts", { get: () => assert.fail("starts were made") });
    Object.defineProperty(moved, "ends", { get: () => assert.fail("ends were made") });
    assert.deepEqual(originalSpan(moved, { start: 4, end: 8 }), { start: 2_000_034, end: 2_000_038 });
  });
});
