import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fewestAlteredWords } from "../../server/src/quote/edit/altered.ts";
import { allLanguages } from "../../server/src/quote/language/detect.ts";
import { longestReplacement } from "../../server/src/quote/text/bracket.ts";
import type { CheckedNote, CheckedQuote } from "../../server/src/workspace/checkedNote.ts";
import { defaultSettings } from "../../server/src/workspace/settings.ts";
import { type Row, readTables } from "./markdownTables.ts";
import { checkedDesk } from "./workspace/desk.ts";

/*
 * docs/quoting.md shows by examples what is allowed and what is reported, one in each row of its tables. A row has a
 * source and a quotation of it, in which the words that are underlined are bold; or it has a line of a note about the
 * sources that the page shows.
 */
const page = readFileSync("docs/quoting.md", "utf8").replaceAll("\r\n", "\n");
const rows = readTables(page);
const comparisons = rows.filter(({ cells }) => "the source says" in cells);
const lines = rows.filter(({ cells }) => "in your note" in cells);
const { changes, kinds, verdicts } = namesInSchema();

describe("the examples of docs/quoting.md", () => {
  for (const row of comparisons) {
    const { name, level, quote, message } = readComparison(row);
    it(`${name}: ${quote}`, async () => {
      const { note, judged } = await checkComparison(row);
      const findings = note.findings.map(
        (finding) => `${finding.severity} [${underlined(note, finding)}] ${finding.message}`,
      );
      if (level === "silent") {
        assert.deepEqual(findings, []);
        const passedAs: readonly string[] = [judged.verdict, ...judged.changes];
        assert.ok(passedAs.includes(name), `${judged.verdict}: ${judged.changes}`);
        return;
      }
      assert.deepEqual(findings, [`${level} [${quote.split("**")[1]}] ${message}`]);
      if (kinds.includes(name))
        assert.deepEqual(
          judged.edits.map(({ kind }) => kind),
          [name],
        );
      else assert.equal(note.findings[0].rule, name);
    });
  }

  for (const { cells } of lines) {
    const line = unquoted(cells["in your note"]);
    it(`${cells.verdict}: ${line}`, async () => {
      const { note, judged } = await check(`${line}\n`, shownSources());
      assert.equal(judged.verdict, cells.verdict);
      const expected = cells.level === "" ? [] : [`${cells.level} ${cells["Verbatim says"]}`];
      assert.deepEqual(
        note.findings.map(({ severity, message }) => `${severity} ${message}`),
        expected,
      );
    });
  }

  for (const ellipsis of formsOf("Ellipses")) {
    it(`allow ${ellipsis}`, async () => {
      const source = { "source.txt": "The council, after a long night, approved the plan of the town." };
      const quote = `${ellipsis} the council ${ellipsis} approved the plan ${ellipsis}`;
      const { note, judged } = await check(`“${quote}” ([source](source.txt#L1)).\n`, source);
      assert.deepEqual(note.findings, []);
      assert.ok(judged.changes.includes("ellipsis"));
    });
  }

  for (const remark of formsOf("Remarks")) {
    it(`allow ${remark}`, async () => {
      const source = { "source.txt": "The council, after a long night, approved the plan of the town." };
      const { note } = await check(
        `“after a long night, approved ${remark} the plan” ([source](source.txt#L1)).\n`,
        source,
      );
      assert.deepEqual(note.findings, []);
    });
  }

  for (const marks of formsOf("Quotation marks")) {
    it(`allow ${marks} around a quotation and in it`, async () => {
      const [open, close = open] = marks.split(" ");
      const source = { "source.txt": 'The report of the council says: "We ignored it" and no more.' };
      const around = `${open}The report of the council says${close} ([source](source.txt#L1)).\n`;
      const inside = `> says: ${open}We ignored it${close} and no more\n>\n> — [source](source.txt#L1)\n`;
      for (const text of [around, inside]) assert.deepEqual((await check(text, source)).note.findings, []);
    });
  }

  it("have every permitted change, every kind of edit and every verdict", () => {
    const named = (key: string) => new Set(rows.flatMap(({ cells }) => (key in cells ? unquoted(cells[key]) : [])));
    assert.deepEqual([...named("change")], changes);
    assert.deepEqual([...named("edit")].sort(), [...kinds].sort());
    assert.deepEqual([...named("verdict")].sort(), [...verdicts].sort());
  });

  it("stand beside the limits and the languages of the code", () => {
    const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"];
    const text = page.replace(/\s+/g, " ");
    assert.ok(text.includes(`fewer than ${numbers[fewestAlteredWords]} words`));
    assert.ok(text.includes(`at most ${numbers[longestReplacement]} words of the source`));
    assert.ok(text.includes(`the default is ${defaultSettings.elisionMaxWords}`));
    const names = allLanguages().map(({ name }) => name);
    assert.ok(text.includes(`tables for ${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}.`));
  });
});

function readComparison({ cells, introduction }: Row) {
  const [first] = Object.values(cells);
  return {
    name: /`([^`]+)`/.exec(first)?.[1] ?? first,
    source: decoded(cells["the source says"]),
    quote: cells["you may write"] ?? cells["you wrote"],
    level: cells.level ?? "silent",
    message: cells["Verbatim says"] ?? "",
    elisionMaxWords: Number(
      /"verbatim\.elision\.maxWords": (\d+)/.exec(introduction)?.[1] ?? defaultSettings.elisionMaxWords,
    ),
  };
}

/** The quotation with a citation of all lines of its source. */
function checkComparison(row: Row) {
  const { source, quote, elisionMaxWords } = readComparison(row);
  const text = `${quote.replaceAll("**", "")} ([source](source.txt#L1-L${source.split("\n").length})).\n`;
  return check(text, { "source.txt": source }, elisionMaxWords);
}

/** Checks a note beside another one that cites every source. */
async function check(
  text: string,
  sources: Readonly<Record<string, string>>,
  elisionMaxWords = defaultSettings.elisionMaxWords,
): Promise<{ readonly note: CheckedNote; readonly judged: CheckedQuote }> {
  const others = Object.keys(sources).map((name) => `[${name}](${name}#L1)\n`);
  const desk = await checkedDesk(
    { ...sources, "others.md": others.join("\n"), "note.md": text },
    { settings: { elisionMaxWords } },
  );
  const note = desk.note("note.md");
  const [judged, ...rest] = note.citations.flatMap(({ quotes }) => quotes);
  assert.ok(judged !== undefined && rest.length === 0, "one quotation a row");
  return { note, judged };
}

function underlined({ text }: CheckedNote, { span }: CheckedNote["findings"][number]): string {
  return text.slice(span.start, span.end);
}

/** The sources that the page shows, by name: a name in a paragraph of its own, then a block. */
function shownSources(): Record<string, string> {
  const blocks = page.matchAll(/^`([\w.]+)`[^\n]*:\n\n```text\n([\s\S]*?)```$/gm);
  return Object.fromEntries([...blocks].map(([, name, text]) => [name, text]));
}

/** A cell as a reader sees it: what cannot be typed into a table is written as in HTML. */
function decoded(cell: string): string {
  return cell
    .replaceAll("<br>", "\n")
    .replaceAll("&shy;", "\u00ad")
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));
}

/** What stands as code in the item of a list that begins with the name. */
function formsOf(name: string): string[] {
  const item = new RegExp(`^- \\*\\*${name}\\*\\*[^.]*?:?((?:.|\\n(?!-|\\n))*)`, "m").exec(page)?.[1] ?? "";
  return [...item.matchAll(/`([^`]+)`/g)].map(([, form]) => form);
}

function unquoted(cell: string): string {
  return cell.replaceAll("`", "");
}

/** What the schema of the JSON output can name. */
function namesInSchema(): { changes: string[]; kinds: string[]; verdicts: string[] } {
  const { quote, edit } = JSON.parse(readFileSync("docs/json.schema.json", "utf8")).$defs;
  return {
    changes: quote.properties.changes.items.enum,
    kinds: edit.properties.kind.enum,
    verdicts: quote.properties.verdict.enum,
  };
}
