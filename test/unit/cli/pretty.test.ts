import { equal, ok } from "node:assert/strict";
import { createPaint } from "../../../server/src/shell/cli/colour.ts";
import { formatFindings } from "../../../server/src/shell/cli/pretty.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { citationOf, contextOf, findingOf, folder, noteOf, spanOf } from "./handmade.ts";

const plain = { paint: createPaint(false), columns: 80, errorsOnly: false };
const source = `${"An earlier line.\n".repeat(9)}The ferry was closed for 13 days.\nThen it ran again.\n`;
const text = '# Ferry\n\nIt was "closed for 30 days" ([log](log.txt#L10)).\n';

function related(words: string) {
  return { uri: `${folder}/log.txt`, span: spanOf(source, words), message: "The passage" };
}

async function format(notes: readonly CheckedNote[], options = plain): Promise<string> {
  const context = contextOf({ "log.txt": source });
  return (await Promise.all(notes.map((note) => formatFindings(note, context, options)))).join("");
}

describe("a finding on the terminal", () => {
  it("shows the note's line and the source's, with the words underlined", async () => {
    const finding = findingOf(text, "30", { message: "The source says “13”, not “30”.", related: [related("13")] });
    equal(
      await format([noteOf("notes/a.md", text, { findings: [finding] })]),
      [
        "notes/a.md:3:20  error  The source says “13”, not “30”.  quote-altered",
        '   3 | It was "closed for 30 days" ([log](log.txt#L10)).',
        "     |                    ^^",
        "  log.txt:10:26",
        "  10 | The ferry was closed for 13 days.",
        "     |                          ^^",
        "",
        "",
      ].join("\n"),
    );
  });

  it("shows the cited lines where nothing was found", async () => {
    const citations = [
      citationOf(text, "[log](log.txt#L10)", {
        source: "log.txt",
        lines: { start: 11, end: 11 },
        cited: spanOf(source, "Then it ran again."),
      }),
    ];
    const finding = findingOf(text, "closed for 30 days", {
      rule: "quote-not-found",
      message: "No such passage in log.txt.",
      citation: 0,
    });
    const output = await format([noteOf("a.md", text, { citations, findings: [finding] })]);
    ok(output.endsWith("  log.txt:11:1\n  11 | Then it ran again.\n\n"), output);
  });

  it("says how many lines and places it leaves out", async () => {
    const places = [1, 2, 3, 4, 5].map(() => related("An earlier line.\nAn earlier line."));
    const note = '> "one\n> two\n> three\n> four\n> five"\n';
    const finding = { ...findingOf(note, note, { message: "Several." }), span: { start: 3, end: 32 }, related: places };
    const output = await format([noteOf("a.md", note, { findings: [finding] })]);
    ok(output.includes("  3 | > three\n    | ^^^^^^^\n    | and 2 more lines\n"), output);
    ok(output.endsWith("  and 2 more places\n\n"), output);
  });

  it("escapes what a terminal would obey, wherever it comes from", async () => {
    const note = "It \u001b[31m\u202eran\u202c";
    const finding = findingOf(note, "ran", { message: "a\u0007\nb" });
    const output = await format([noteOf("a\u001b[2J\n.md", note, { findings: [finding] })]);
    ok(!/[^\n\P{Cc}]|[\u202a-\u202e]/u.test(output));
    ok(output.startsWith("a⟨U+001B⟩[2J⟨U+000A⟩.md:1:10  error  a⟨U+0007⟩⟨U+000A⟩b  quote-altered\n"), output);
    ok(output.includes("It ⟨U+001B⟩[31m⟨U+202E⟩ran⟨U+202C⟩"), output);
  });

  it("keeps to errors where only these are wanted", async () => {
    const findings = [
      findingOf(text, "30", { severity: "hint", message: "a hint" }),
      findingOf(text, "30", { severity: "warning", message: "a warning" }),
      findingOf(text, "30", { severity: "error", message: "an error" }),
    ];
    const output = await format([noteOf("a.md", text, { findings })], { ...plain, errorsOnly: true });
    ok(output.includes("an error") && !output.includes("a warning") && !output.includes("a hint"), output);
  });

  it("colours the words and nothing that it was given", async () => {
    const finding = findingOf(text, "30", { message: "No." });
    const output = await format([noteOf("a.md", text, { findings: [finding] })], {
      ...plain,
      paint: createPaint(true),
    });
    ok(output.includes("\x1b[1;31merror\x1b[0m"), output);
    ok(output.includes(`${" ".repeat(19)}\x1b[1;31m^^\x1b[0m\n`), output);
  });

  it("is nothing where nothing was found", async () => {
    equal(await format([noteOf("a.md", text, {})]), "");
  });
});
