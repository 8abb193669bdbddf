import assert from "node:assert/strict";
import fc from "fast-check";
import { judge } from "../../../server/src/quote/judge.ts";
import type { Judgement } from "../../../server/src/quote/judgement.ts";
import { lineStartsOf, spanOfLines } from "../../../server/src/source/lines.ts";
import type { Span } from "../../../server/src/span.ts";
import { prepare } from "./fixture.ts";

const runs = 300;

const words =
  "harbour keeper lamp council plan river bridge letter window doctor market winter engine garden ticket farmer violin copper ladder meadow".split(
    " ",
  );
const oddWords = [
  ...'didn\'t won’t l’été café NAÏVE straße ﬁnal U.S. 13-day 1,250 3.5% $40 № don’t [sic] [the] … . . . — - – "so" “so” ‘so’ «so» (so) : ; ? ! not no'.split(
    " ",
  ),
  "не",
  "пять",
  "不会开",
  "港口",
  "नहीं",
  "السفينة",
  "👩‍🚒",
  "𝒳",
  "e\u0301te\u0301",
  "co\u00adop",
  "zero\u200bwidth",
  "inter-\nnational",
];

const plainText = fc
  .array(fc.shuffledSubarray(words, { minLength: 8, maxLength: 14 }), { minLength: 2, maxLength: 5 })
  .map((lines) => lines.map((line) => line.join(" ")));

const oddText = fc.array(
  fc.array(fc.constantFrom(...words.slice(0, 6), ...oddWords), { minLength: 1, maxLength: 12 }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

function judgeLines(source: string, quote: string, lines: { start: number; end: number }): Judgement<never> {
  const cited = spanOfLines({ text: source, lineStarts: lineStartsOf(source) }, lines);
  return judge({ text: quote, emphasis: false, kind: "inline" }, prepare(source), { cited, elisionMaxWords: 1e6 });
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

describe("judging any quote", () => {
  it("finds text copied from the cited lines exact, whatever is in it", () => {
    fc.assert(
      fc.property(oddText, fc.constantFrom("\n", "\r\n", "\r", "\n\n"), fc.nat(), fc.nat(), (lines, end, a, b) => {
        const source = lines.map((line) => line.join(" ")).join(end);
        const starts = lineStartsOf(source);
        const [start, last] = [1 + (a % starts.length), 1 + (b % starts.length)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const span = spanOfLines({ text: source, lineStarts: starts }, { start, end: last }) as Span;
        const quote = slice(source, span);
        const judgement = judgeLines(source, quote, { start, end: last });
        assert.equal(judgement.verdict, "exact", JSON.stringify(judgement));
        for (const { rule } of judgement.remarks) assert.equal(rule, "hidden-characters");
        if (judgement.passage !== null) {
          assert.equal(slice(source, judgement.passage).replace(/\P{L}/gu, ""), quote.replace(/\P{L}/gu, ""));
        }
      }),
      { numRuns: runs, verbose: true },
    );
  });

  it("names one word that was changed, and only it", () => {
    fc.assert(
      fc.property(plainText, fc.nat(), fc.nat(), fc.nat(), (lines, a, b, c) => {
        const line = a % lines.length;
        const inLine = lines[line] as string;
        const all = inLine.split(" ");
        const from = b % (all.length - 4);
        const length = 5 + (c % (all.length - from - 4));
        const chosen = all.slice(from, from + length);
        const at = (a + b + c) % length;
        const was = chosen[at];
        const quoteWords = [...chosen];
        quoteWords[at] = "zeppelin";
        const quote = quoteWords.join(" ");
        const source = lines.join("\n");
        const judgement = judgeLines(source, quote, { start: line + 1, end: line + 1 });
        const shown = `${quote}\n${source}\n${JSON.stringify(judgement)}`;
        assert.equal(judgement.verdict, "altered", shown);
        assert.equal(judgement.edits.length, 1, shown);
        const [edit] = judgement.edits;
        assert.equal(slice(quote, edit.quoteSpan), "zeppelin", shown);
        const covered = slice(source, edit.sourceSpan).split(/\s+/u);
        assert.ok(covered.includes(was) || (edit.kind === "insertion" && (at === 0 || at === length - 1)), shown);
      }),
      { numRuns: runs, verbose: true },
    );
  });

  it("gives the same verdict for composed and decomposed text, other line ends and a BOM", () => {
    fc.assert(
      fc.property(oddText, fc.nat(), fc.nat(), (lines, a, b) => {
        const texts = lines.map((line) => line.join(" ").replaceAll("\n", " "));
        const line = a % texts.length;
        const cut = texts[line]
          .split(" ")
          .slice(b % 3)
          .join(" ");
        const verdictOf = (source: string, quote: string) =>
          judgeLines(source, quote, { start: line + 1, end: line + 1 }).verdict;
        const verdict = verdictOf(texts.join("\n"), cut);
        assert.equal(verdictOf(texts.join("\r\n"), cut), verdict);
        assert.equal(verdictOf(texts.join("\n").normalize("NFD"), cut.normalize("NFD")), verdict);
        const clean = ["exact", "equivalent"];
        const mixed = verdictOf(texts.join("\n").normalize("NFD"), cut.normalize("NFC"));
        assert.equal(clean.includes(mixed), clean.includes(verdict));
        const marked = verdictOf(`\ufeff${texts.join("\n")}`, cut);
        assert.equal(clean.includes(marked), clean.includes(verdict));
      }),
      { numRuns: runs, verbose: true },
    );
  });

  it("lets permitted changes be made together", () => {
    const changes: Record<string, (quote: string) => string> = {
      spaces: (quote) => quote.replaceAll(" ", "\u00a0"),
      capital: (quote) => quote.charAt(0).toUpperCase() + quote.slice(1),
      bracketed: (quote) => `[${quote.charAt(0).toUpperCase()}]${quote.slice(1)}`,
      stop: (quote) => `${quote}.`,
      sic: (quote) => quote.replace(/\s/u, " [sic] "),
      soft: (quote) => quote.replace(/(\p{L}{3})(\p{L}{3})/u, "$1\u00ad$2"),
      ends: (quote) => `… ${quote} …`,
      added: (quote) => quote.replace(/^(\S+)\s/u, "$1 [as it were] "),
      skipped: (quote) => quote.replace(/^((?:\S+\s){4})\S+/u, "$1[...]"),
      emphasis: (quote) => `${quote} (emphasis added)`,
    };
    const names = Object.keys(changes);
    fc.assert(
      fc.property(plainText, fc.nat(), fc.constantFrom(...names), fc.constantFrom(...names), (lines, a, one, two) => {
        const line = a % lines.length;
        const quote = changes[two](one === two ? lines[line] : changes[one](lines[line]));
        const judgement = judgeLines(lines.join("\n"), quote, { start: line + 1, end: line + 1 });
        assert.equal(
          judgement.verdict,
          ["spaces"].includes(one) && one === two ? "exact" : "equivalent",
          `${quote}\n${JSON.stringify(judgement)}`,
        );
        assert.deepEqual(judgement.remarks, []);
      }),
      { numRuns: runs, verbose: true },
    );
  });

  it("keeps every range inside its text, out of surrogate pairs and of CRLF", () => {
    fc.assert(
      fc.property(oddText, oddText, fc.nat(), (lines, other, a) => {
        const source = lines.map((line) => line.join(" ")).join("\r\n");
        const own = (lines[a % lines.length] as string[]).join(" ");
        const quote = a % 2 === 0 ? `${own} ${other[0].join(" ")}` : `${other[0].join(" ")} … ${own}`;
        const judgement = judgeLines(source, quote, { start: 1, end: 1 });
        const inSource = [judgement.passage, ...judgement.places, ...judgement.edits.map((edit) => edit.sourceSpan)];
        const inQuote = [
          ...judgement.edits.map((edit) => edit.quoteSpan),
          ...judgement.remarks.map((remark) => remark.span),
        ];
        for (const span of inSource) if (span !== null) assertInside(source, span);
        for (const span of inQuote) assertInside(quote, span);
      }),
      { numRuns: runs, verbose: true },
    );
  });
});

function assertInside(text: string, { start, end }: Span): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
  for (const at of [start, end]) {
    const pair = text.slice(at - 1, at + 1);
    assert.ok(
      at === 0 || (!/^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) && pair !== "\r\n"),
      `${at} in ${JSON.stringify(text)}`,
    );
  }
}
