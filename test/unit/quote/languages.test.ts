import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { judge } from "../../../server/src/quote/judge.ts";
import { prepare } from "./fixture.ts";
import { findingsOf, readLanguageFixture } from "./languageFixture.ts";

const languages = readdirSync("test/fixtures/languages").map((file) => file.replace(/\.txt$/u, ""));

describe("quoting in other languages", () => {
  for (const language of languages) {
    describe(language, () => {
      for (const section of readLanguageFixture(language)) {
        const found = findingsOf(section);
        for (const [index, { name, expected }] of section.cases.entries()) {
          it(name, async () => assert.deepEqual((await found)[index], expected));
        }
      }
    });
  }
});

describe("the kinds of edits in sources of one line", () => {
  const lines = readFileSync("test/fixtures/language-pairs.txt", "utf8").split("\n");
  for (const line of lines.filter((each) => each !== "" && !each.startsWith("#"))) {
    const [expected, source = "", quote = ""] = line.split(" | ");
    it(`${quote} (${expected})`, () => assert.equal(kindsIn(source, quote), expected));
  }
});

function kindsIn(source: string, quote: string): string {
  const { verdict, edits, remarks } = judge({ text: quote, emphasis: false, kind: "inline" }, prepare(source), {
    cited: { start: 0, end: source.length },
    elisionMaxWords: 20,
  });
  if (remarks.length > 0) return remarks.map(({ rule }) => rule).join();
  if (verdict === "altered") return [...new Set(edits.map(({ kind }) => kind))].join();
  return verdict === "absent" ? verdict : "permitted";
}

describe("Chinese in one long line", () => {
  /** Sentences of one vocabulary, in an order that does not repeat. */
  function chinese(length: number): string {
    const words = "船长 看见 灯火 码头 渔民 知道 闸门 关了 管理员 天亮 开船 消息 市政府 秋天 修好 大桥 花钱 计划".split(
      " ",
    );
    let text = "";
    for (let at = 1; text.length < length; at++)
      text += words[(at * at + (at >> 3)) % words.length] + (at % 9 ? "" : "，");
    return text.slice(0, length);
  }

  function millisecondsOf(length: number): number {
    const text = chinese(length);
    const quote = `${text.slice(length / 2, length / 2 + 30)}不${text.slice(length / 2 + 30, length / 2 + 60)}`;
    const before = process.cpuUsage();
    const { edits } = judge({ text: quote, emphasis: false, kind: "inline" }, prepare(text), {
      cited: { start: 0, end: length },
      elisionMaxWords: 20,
    });
    const { user, system } = process.cpuUsage(before);
    assert.deepEqual(
      edits.map(({ kind, quote }) => [kind, quote]),
      [["negation", "不"]],
    );
    return (user + system) / 1000;
  }

  it("is prepared and judged in time that grows with its length", () => {
    millisecondsOf(80_000);
    const [once, fourfold] = [80_000, 320_000].map((length) =>
      Math.min(millisecondsOf(length), millisecondsOf(length)),
    );
    assert.ok(once < 1000, `${once.toFixed(0)} ms`);
    assert.ok(fourfold < 8 * Math.max(once, 20), `${once.toFixed(0)} ms, then ${fourfold.toFixed(0)} ms`);
  });
});
