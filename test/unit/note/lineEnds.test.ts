import assert from "node:assert/strict";
import { parseNote } from "../../../server/src/note/parse.ts";
import { readMarkdown } from "../../../server/src/note/readAway.ts";
import { describeNote, readFixture } from "./fixture.ts";

const fixtures = ["citations", "sentences", "block-quotes", "reading", "problems"];

describe("line ends of a note", () => {
  for (const [name, lineEnd] of [
    ["CRLF", "\r\n"],
    ["lone CR", "\r"],
  ]) {
    it(`may be ${name}`, () => {
      for (const { title, text } of fixtures.flatMap(readFixture)) {
        const changed = text.replaceAll("\n", lineEnd);
        const described = describeNote(parseNote(changed), changed).replaceAll(lineEnd, "\n");
        assert.equal(described, describeNote(parseNote(text), text), title);
        assert.equal(readMarkdown(changed).text, readMarkdown(text).text, title);
      }
    });
  }

  it("may be mixed, and offsets stay those of the text", () => {
    const text = 'One.\r\n\rTwo "mill\r\nis\rclosed"\n([a](mill.txt#L3)).\r';
    const { citations, quotations } = parseNote(text);
    assert.equal(quotations[0].reading.text, "mill is closed");
    assert.equal(text.slice(quotations[0].span.start, quotations[0].span.end), "mill\r\nis\rclosed");
    assert.equal(text.slice(citations[0].span.start, citations[0].span.end), "[a](mill.txt#L3)");
    const { reading } = quotations[0];
    const wrap = reading.text.indexOf(" ");
    assert.equal(text.slice(reading.starts[wrap], reading.ends[wrap]), "\r\n");
  });

  it("are only these: a line separator and a form feed end nothing", () => {
    const text = '"The mill\u2028is\f closed" ([a](mill.txt#L3))';
    assert.equal(parseNote(text).quotations[0].reading.text, "The mill\u2028is\f closed");
  });
});

describe("odd characters in a note", () => {
  it("do no harm: NUL, lone surrogates, tabs, a byte order mark", () => {
    const text = '\ufeff\tcode "x"\n\n"The\u0000mill\ud800 is\tclosed\udc00" ([a](mill\ud800.txt#L3))\u0000';
    const { citations, quotations } = parseNote(text);
    assert.equal(quotations.length, 1);
    assert.equal(quotations[0].reading.text, "The\u0000mill\ud800 is\tclosed\udc00");
    assert.equal(citations[0].path, "mill\ud800.txt");
  });

  it("are not needed: a note of no bytes", () => {
    assert.deepEqual(parseNote(""), { citations: [], quotations: [], problems: [], ignores: [] });
    assert.equal(readMarkdown("").text, "");
  });
});
