import { deepEqual, equal, ok } from "node:assert/strict";
import { schemaErrors } from "../../cli/schema.ts";
import { citationOf, findingOf, jsonOf, noteOf, passageOf, quoteOf, spanOf } from "./handmade.ts";

const source = "The ferry stopped.\nIt was closed for 13 days in May.\n";
const text = 'One\r\n\tnote: "closed for 30 days" ([log](log.txt#L2)).\r\n';

const altered = noteOf("notes/ferry.md", text, {
  citations: [
    citationOf(text, "[log](log.txt#L2)", {
      source: "notes/log.txt",
      lines: { start: 2, end: 2 },
      quotes: [
        quoteOf(text, "closed for 30 days", {
          verdict: "altered",
          changes: ["whitespace"],
          passage: passageOf("notes/log.txt", source, "closed for 13 days"),
          edits: [
            { kind: "number", quote: "30", source: "13", span: spanOf(text, "30"), sourceSpan: spanOf(source, "13") },
          ],
        }),
      ],
    }),
  ],
  findings: [findingOf(text, "30", { message: "The source says “13”, not “30”." })],
});

function range(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}

describe("the JSON form", () => {
  it("says all that was found", async () => {
    const output = JSON.parse(await jsonOf([altered], { "notes/log.txt": source }));
    deepEqual(schemaErrors(output), []);
    deepEqual(output, {
      schema: 1,
      summary: { notes: 1, citations: 1, quotes: 1, sources: 1, errors: 1, warnings: 0, information: 0, hints: 0 },
      notes: [
        {
          path: "notes/ferry.md",
          citations: [
            {
              range: range(1, 29, 46),
              source: "notes/log.txt",
              lines: { start: 2, end: 2 },
              quotes: [
                {
                  range: range(1, 8, 26),
                  text: "closed for 30 days",
                  verdict: "altered",
                  changes: ["whitespace"],
                  passage: { source: "notes/log.txt", range: range(1, 7, 25), lines: { start: 2, end: 2 } },
                  edits: [
                    {
                      kind: "number",
                      quote: "30",
                      source: "13",
                      range: range(1, 19, 21),
                      sourceRange: range(1, 18, 20),
                    },
                  ],
                },
              ],
            },
          ],
          diagnostics: [
            {
              code: "quote-altered",
              severity: "error",
              message: "The source says “13”, not “30”.",
              range: range(1, 19, 21),
            },
          ],
        },
      ],
    });
  });

  it("has null for what cannot be named or was not found", async () => {
    const note = "“Gone” ([log](../../log.txt#L0))";
    const output = JSON.parse(
      await jsonOf(
        [
          noteOf("a.md", note, {
            citations: [
              citationOf(note, "[log](../../log.txt#L0)", {
                source: null,
                lines: null,
                quotes: [quoteOf(note, "Gone", { verdict: "unchecked" })],
              }),
            ],
          }),
        ],
        {},
      ),
    );
    deepEqual(schemaErrors(output), []);
    const [citation] = output.notes[0].citations;
    deepEqual([citation.source, citation.lines, citation.quotes[0].passage], [null, null, null]);
  });

  it("lists notes with a citation or a finding, and no others", async () => {
    const notes = [
      noteOf("a.md", "plain", {}),
      altered,
      noteOf("z.md", "x", { findings: [findingOf("x", "x", { rule: "citation-malformed", message: "No link." })] }),
    ];
    const output = JSON.parse(await jsonOf(notes, { "notes/log.txt": source }));
    deepEqual(
      output.notes.map(({ path }: { path: string }) => path),
      ["notes/ferry.md", "z.md"],
    );
    equal((await jsonOf(notes, { "notes/log.txt": source })).trimEnd().split("\n").length, 4);
  });

  it("is valid when there is nothing to say", async () => {
    const output = JSON.parse(await jsonOf([], {}));
    deepEqual(schemaErrors(output), []);
    deepEqual(output.notes, []);
  });

  it("writes what a terminal would obey as escapes that read back", async () => {
    const message = "\u202e\u009b31m \u001b[2J \u{e0041} \u200d \u2028";
    const written = await jsonOf([noteOf("a.md", "x", { findings: [findingOf("x", "x", { message })] })], {});
    ok(!/[^\n\P{Cc}]|\u202e|\u200d|\u2028|\u{e0041}/u.test(written));
    equal(JSON.parse(written).notes[0].diagnostics[0].message, message);
  });
});
