import assert from "node:assert/strict";
import fc from "fast-check";
import { heldString } from "../../../server/src/source/heldText.ts";
import { keepAsBytes } from "../../../server/src/workspace/keptText.ts";
import { boundlessRoom, createLeastUse } from "../../../server/src/workspace/leastUse.ts";
import { holds } from "../properties/run.ts";

const encode = (text: string) => new TextEncoder().encode(text);

describe("a text that is kept as bytes", () => {
  const pieces = fc.constantFrom(
    "a",
    "one long word",
    "“",
    "é",
    "😀",
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\ufeff",
    "x".repeat(9000),
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));

  const examples = fc.record({ text: texts, a: fc.nat(), b: fc.nat() });

  holds("is the string that it was, whole and in parts", 300, examples, ({ text, a, b }) => {
    const keep = keepAsBytes(createLeastUse(0));
    const held = keep(text, null);
    keep("another, which takes its room", null);
    const asString = heldString(text);
    assert.equal(held.length, text.length);
    assert.deepEqual(held.lineStarts, asString.lineStarts);
    const [start, end] = [a % (text.length + 2), b % (text.length + 2)];
    assert.equal(held.slice(start, end), asString.slice(start, end));
    assert.equal(held.whole(), text);
  });

  it("is without the byte order mark of its file", () => {
    const held = keepAsBytes(createLeastUse(0))("“one”", encode("\ufeff“one”"));
    assert.equal(held.slice(0, 2), "“o");
  });

  it("keeps a mark that the text begins with", () => {
    const keep = keepAsBytes(createLeastUse(0));
    const held = keep("\ufeffone", null);
    keep("another, which takes its room", null);
    assert.equal(held.whole(), "\ufeffone");
  });
});

describe("room for what was used last", () => {
  let made: string[];
  const thing = (name: string, room = createLeastUse(10), size = 4) =>
    room.remade(size, () => {
      made.push(name);
      return name;
    });
  beforeEach(() => {
    made = [];
  });

  it("makes a thing when it is first asked for, and once", () => {
    const one = thing("one");
    assert.deepEqual(made, []);
    assert.equal(one() + one(), "oneone");
    assert.deepEqual(made, ["one"]);
  });

  it("drops what was used longest ago, and makes it again", () => {
    const room = createLeastUse(10);
    const [one, two, three] = [thing("one", room), thing("two", room), thing("three", room)];
    one();
    two();
    one();
    three();
    one();
    assert.deepEqual(made, ["one", "two", "three"]);
    two();
    assert.deepEqual(made, ["one", "two", "three", "two"]);
  });

  it("keeps the last thing, however large it is", () => {
    const room = createLeastUse(10);
    const [small, large] = [thing("small", room), thing("large", room, 100)];
    small();
    large();
    large();
    small();
    assert.deepEqual(made, ["small", "large", "small"]);
  });

  it("makes nothing that was given", () => {
    const given = createLeastUse(10).remade(1, () => assert.fail("made again"), "given");
    assert.equal(given(), "given");
  });

  it("may be boundless", () => {
    const things = ["one", "two", "three"].map((name) => thing(name, boundlessRoom, 1e9));
    for (const each of [...things, ...things]) each();
    assert.deepEqual(made, ["one", "two", "three"]);
  });
});
