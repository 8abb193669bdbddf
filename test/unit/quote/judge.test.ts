import assert from "node:assert/strict";
import { judge, judgeElsewhere, standsIn } from "../../../server/src/quote/judge.ts";
import { prepareSource } from "../../../server/src/quote/prepare.ts";
import { lineStartsOf } from "../../../server/src/source/lines.ts";
import { prepare } from "./fixture.ts";

const options = { cited: null, elisionMaxWords: 100 };

function inline(text: string, emphasis = false) {
  return { text, emphasis, kind: "inline" as const };
}

describe("a quote from another source", () => {
  const source = prepare("The keeper lit the lamp at six and went to bed.");
  const other = prepare("Nobody came.\nThe mayor did not open the bridge on Monday.");

  it("is elsewhere, with its place there", () => {
    const judgement = judgeElsewhere(inline("the mayor did not open the bridge"), [
      { key: "a", source },
      { key: "b", source: other },
    ]);
    assert.equal(judgement?.verdict, "elsewhere");
    assert.equal(judgement.other, "b");
    assert.deepEqual(judgement.passage, { start: 13, end: 46 });
  });

  it("has to stand there in its own words", () => {
    const quote = inline("the mayor did open the bridge");
    assert.equal(judgeElsewhere(quote, [{ key: "b", source: other }]), null);
    assert.equal(judge(quote, other, options).verdict, "altered");
  });

  it("is looked for no further than where it is found", () => {
    function* sources() {
      yield { key: "b", source: other };
      throw new Error("read for nothing");
    }
    assert.equal(judgeElsewhere(inline("Nobody came"), sources())?.other, "b");
  });
});

describe("Markdown emphasis in a quote", () => {
  it("is a permitted change", () => {
    const judgement = judge(inline("lit the lamp at six", true), prepare("He lit the lamp at six."), options);
    assert.equal(judgement.verdict, "equivalent");
    assert.deepEqual(judgement.changes, ["emphasis"]);
  });
});

describe("a source with a reading", () => {
  // "The **old** pier\nwas *not* sold" as its reader sees it.
  const text = "The **old** pier\nwas *not* sold";
  const kept = [...text].flatMap((character, at) => (character === "*" ? [] : [at]));
  const source = prepareSource({
    text,
    lineStarts: lineStartsOf(text),
    reading: {
      text: kept.map((at) => text[at]).join(""),
      starts: Uint32Array.from(kept),
      ends: Uint32Array.from(kept, (at) => at + 1),
    },
  });
  const secondLine = { start: 17, end: text.length };

  it("is judged by its reading and shown in its text", () => {
    const judgement = judge(inline("The old pier was not sold"), source, options);
    assert.equal(judgement.verdict, "exact");
    assert.deepEqual(judgement.passage, { start: 0, end: text.length });
  });

  it("has its cited lines in its text", () => {
    assert.equal(judge(inline("was not sold"), source, { ...options, cited: secondLine }).verdict, "exact");
    assert.equal(judge(inline("The old pier"), source, { ...options, cited: secondLine }).verdict, "moved");
  });

  it("has its edits in its text", () => {
    const [edit] = judge(inline("The old pier was sold"), source, options).edits;
    assert.equal(edit.kind, "negation");
    assert.equal(text.slice(edit.sourceSpan.start, edit.sourceSpan.end), "not");
  });
});

describe("the cheap question whether a quote stands in a source", () => {
  const source = prepare("One lamp.\nTwo lamps, and a boat.");

  it("is answered for a range and for the whole", () => {
    assert.ok(standsIn(inline("two lamps and"), prepare("Two lamps and a boat."), null));
    assert.ok(standsIn(inline("a boat"), source, { start: 10, end: 32 }));
    assert.ok(!standsIn(inline("a boat"), source, { start: 0, end: 9 }));
    assert.ok(standsIn(inline("[T]wo lamps … boat"), source, null));
    assert.ok(!standsIn(inline("lamp boats"), source, null));
    assert.ok(!standsIn(inline(""), source, null));
  });
});

describe("hidden characters", () => {
  const remarksOf = (text: string) =>
    judge(inline(text), prepare("nothing"), options).remarks.map(({ args }) => args.characters);

  it("are named", () => {
    assert.deepEqual(remarksOf("we ig\u202enored it"), ["U+202E"]);
    assert.deepEqual(remarksOf("a\u200bb\u200bc \u{e0041}"), ["U+200B (2 times), U+E0041"]);
  });

  it("are not the joiners that scripts and emoji need", () => {
    assert.deepEqual(remarksOf("می\u200cخواهم"), []);
    assert.deepEqual(remarksOf("क्\u200dष"), []);
    assert.deepEqual(remarksOf("👩\u200d🚒"), []);
    assert.deepEqual(remarksOf("\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}"), []);
    assert.deepEqual(remarksOf("שלום\u200f."), []);
  });
});
