import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  countLines,
  lineAt,
  lineStartsOf,
  linesOfSpan,
  offsetAt,
  positionAt,
  spanOfLines,
} from "../../../server/src/source/lines.ts";
import { holds } from "../properties/run.ts";

const lined = (text: string) => ({ text, lineStarts: lineStartsOf(text) });

/** Text in which every kind of line end, and what only looks like one, is likely. */
const text = fc
  .array(fc.oneof(fc.constantFrom("\n", "\r\n", "\r", "\u2028", "\u0085", "\v", "\f", "a", "é", "𝄞"), fc.string()))
  .map((parts) => parts.join(""));

describe("lines", () => {
  it("end with LF, CRLF and CR, and with nothing else", () => {
    assert.deepEqual([...lineStartsOf("a\nb\r\nc\rd\u2028e\u0085f\vg\fh")], [0, 2, 5, 7]);
    assert.deepEqual([...lineStartsOf("")], [0]);
    assert.deepEqual([...lineStartsOf("a\r\n")], [0, 3]);
    assert.deepEqual([...lineStartsOf("\n\r")], [0, 1, 2]);
  });

  holds(
    "have the positions that the protocol's own documents have",
    100,
    fc.tuple(text, fc.nat(50)),
    ([text, offset]) => {
      const document = TextDocument.create("file:///a", "plaintext", 1, text);
      assert.equal(lineStartsOf(text).length, document.lineCount);
      const inside = Math.min(offset, text.length);
      const { line, character } = positionAt(lined(text), inside);
      // The protocol knows no position inside a line end; ours counts on, and comes back to the same line.
      assert.equal(line, document.positionAt(inside).line);
      assert.ok(character >= document.positionAt(inside).character);
    },
  );

  holds(
    "find the offset of a position as the protocol's own documents do",
    100,
    fc.tuple(text, fc.nat(20), fc.nat(20)),
    ([text, line, character]) => {
      const document = TextDocument.create("file:///a", "plaintext", 1, text);
      assert.equal(offsetAt(lined(text), { line, character }), document.offsetAt({ line, character }));
    },
  );

  it("are found by offset", () => {
    const starts = lineStartsOf("ab\ncd\n");
    assert.deepEqual(
      [0, 2, 3, 5, 6, 99].map((offset) => lineAt(starts, offset)),
      [0, 0, 1, 1, 2, 2],
    );
  });

  it("have a text without the last line end", () => {
    const document = lined("one\r\ntwo\rthree\n");
    const textOf = (start: number, end: number) => {
      const span = spanOfLines(document, { start, end });
      return span === null ? null : document.text.slice(span.start, span.end);
    };
    assert.equal(textOf(1, 1), "one");
    assert.equal(textOf(1, 2), "one\r\ntwo");
    assert.equal(textOf(3, 3), "three");
    assert.equal(textOf(2, 99), "two\rthree\n");
    assert.equal(textOf(5, 9), null);
    assert.equal(textOf(0, 2), null);
    assert.equal(textOf(10 ** 15, 10 ** 15), null);
  });

  it("are counted as a person counts them", () => {
    assert.equal(countLines(lined("")), 0);
    assert.equal(countLines(lined("one")), 1);
    assert.equal(countLines(lined("one\n")), 1);
    assert.equal(countLines(lined("one\n\n")), 2);
    assert.equal(countLines(lined("one\ntwo")), 2);
  });

  it("hold a span from its first to its last character", () => {
    const starts = lineStartsOf("one\ntwo\nthree");
    assert.deepEqual(linesOfSpan(starts, { start: 1, end: 2 }), { start: 1, end: 1 });
    assert.deepEqual(linesOfSpan(starts, { start: 1, end: 4 }), { start: 1, end: 1 });
    assert.deepEqual(linesOfSpan(starts, { start: 1, end: 5 }), { start: 1, end: 2 });
    assert.deepEqual(linesOfSpan(starts, { start: 4, end: 4 }), { start: 2, end: 2 });
  });
});
