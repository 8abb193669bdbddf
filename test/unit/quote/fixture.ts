import { readFileSync } from "node:fs";
import { judge } from "../../../server/src/quote/judge.ts";
import type { Judgement } from "../../../server/src/quote/judgement.ts";
import { type PreparedSource, prepareSource } from "../../../server/src/quote/prepare.ts";
import { lineStartsOf, spanOfLines } from "../../../server/src/source/lines.ts";
import type { Span } from "../../../server/src/span.ts";

/*
 * A fixture file is sections that begin with `--- `. `--- source` is followed by the text of a source; each
 * `--- quote` after it is judged against that source. In both, \n, \t and \u{…} stand for characters.
 *
 *     --- source
 *     The mayor opened the bridge on Monday.
 *     --- quote: The mayor opened the [old] bridge
 *     lines 1                         which lines are cited; `any` or `past the end` otherwise
 *     verdict equivalent
 *     changes brackets                only where there are any, like all lines below
 *     passage The mayor opened the bridge
 *     edit number "30" <- "13"        with `at "…" <- "…"` behind it where the spans hold other words
 *     remark elision-wide "…"
 */

export interface FixtureCase {
  readonly name: string;
  readonly source: string;
  readonly quote: string;
  readonly lines: string;
  readonly expected: readonly string[];
}

export function readFixture(name: string): FixtureCase[] {
  const sections = readFileSync(`test/fixtures/quote/${name}.txt`, "utf8").split(/^--- /mu).slice(1);
  const cases: FixtureCase[] = [];
  let source = "";
  for (const section of sections) {
    const [head = "", ...rest] = section.split("\n");
    if (head === "source") {
      source = withCharacters(rest.join("\n").trimEnd());
      continue;
    }
    const lines = rest.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
    const quote = withCharacters(head.slice("quote: ".length));
    const [cited = "", ...expected] = lines;
    cases.push({ name: `${quote} (${lines[1]})`, source, quote, lines: cited, expected });
  }
  return cases;
}

export function judgeCase({ source, quote, lines }: FixtureCase): string[] {
  const prepared = prepare(source);
  const judgement = judge({ text: quote, emphasis: false, kind: "inline" }, prepared, {
    cited: citedSpan(source, lines),
    elisionMaxWords: 20,
  });
  return describeJudgement(judgement, source, quote);
}

export function prepare(text: string): PreparedSource {
  return prepareSource({ text, lineStarts: lineStartsOf(text), reading: null });
}

/** A judgement in the words of the fixtures. */
export function describeJudgement(judgement: Judgement<unknown>, source: string, quote: string): string[] {
  const { verdict, changes, passage, edits, remarks, places } = judgement;
  const lines = [`verdict ${verdict}`];
  if (changes.length > 0) lines.push(`changes ${changes.join(", ")}`);
  if (passage !== null) lines.push(`passage ${flat(slice(source, passage))}`);
  if (places.length > 0) lines.push(`places ${places.length}`);
  for (const edit of edits) {
    const at = [slice(quote, edit.quoteSpan), slice(source, edit.sourceSpan)].map(flat);
    const words = [edit.quote, edit.source].map(flat);
    const where = at.join() === words.join() ? "" : ` at "${at[0]}" <- "${at[1]}"`;
    lines.push(`edit ${edit.kind} "${words[0]}" <- "${words[1]}"${where}`);
  }
  for (const remark of remarks) {
    const args = Object.entries(remark.args).map(([name, value]) => ` ${name}=${flat(String(value))}`);
    lines.push(`remark ${remark.rule} "${flat(slice(quote, remark.span))}"${args.join("")}`);
  }
  return lines;
}

function citedSpan(source: string, lines: string): Span | null {
  if (lines === "lines any") return null;
  if (lines === "lines past the end") return { start: source.length, end: source.length };
  const [start = 1, end = start] = lines.replace("lines ", "").split("-").map(Number);
  return spanOfLines({ text: source, lineStarts: lineStartsOf(source) }, { start, end });
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

function flat(text: string): string {
  return text.replace(/\n/gu, "\\n");
}

function withCharacters(text: string): string {
  return text
    .replaceAll("\\n", "\n")
    .replaceAll("\\t", "\t")
    .replace(/\\u\{([0-9a-f]+)\}/giu, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}
