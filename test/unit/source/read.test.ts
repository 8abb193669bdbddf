import assert from "node:assert/strict";
import { heldString } from "../../../server/src/source/heldText.ts";
import { formatOf, readSource } from "../../../server/src/source/read.ts";

describe("reading a source", () => {
  it("leaves plain text as it is", () => {
    const source = readSource(heldString("*one*\r\ntwo"), "plain");
    assert.equal(source.reading, null);
    assert.equal(source.text, "*one*\r\ntwo");
    assert.deepEqual([...source.lineStarts], [0, 7]);
  });

  it("reads Markdown away, and keeps the text", () => {
    const source = readSource(heldString("A *very* long day.\n"), "markdown");
    assert.match(source.reading!.text, /A very long day\./);
    assert.equal(source.text, "A *very* long day.\n");
  });

  it("tells the format by the file's name", () => {
    assert.equal(formatOf("Minutes.MD"), "markdown");
    assert.equal(formatOf("minutes.markdown"), "markdown");
    assert.equal(formatOf("minutes.md.txt"), "plain");
    assert.equal(formatOf("md"), "plain");
  });
});
