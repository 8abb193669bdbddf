import assert from "node:assert/strict";
import { diagnosticsOf } from "../../../server/src/features/diagnostics.ts";
import { handmade } from "./handmade.ts";

const note = handmade({
  text: "First.\r\n“It rained”\r\n([w](w.txt#L1))",
  sources: { "file:///notes/w.txt": "Then\nit snowed\n" },
  citations: [{ link: "[w](w.txt#L1)", target: "w.txt#L1", lines: { start: 1, end: 1 } }],
  findings: [
    {
      rule: "quote-altered",
      severity: "warning",
      at: "rained”\r",
      message: "The source says “snowed\u202e”.",
      related: { uri: "file:///notes/w.txt", words: "snowed", message: "the passage" },
    },
    {
      rule: "source-not-found",
      severity: "hint",
      at: "w.txt#L1",
      message: "There is no file.",
      related: { uri: "file:///gone.txt", words: "", message: "gone" },
    },
  ],
});

describe("diagnostics", () => {
  it("carry range, severity, rule, source and the passage", async () => {
    assert.deepEqual(await diagnosticsOf(note.checked, { source: note.source }), [
      {
        range: { start: { line: 1, character: 4 }, end: { line: 1, character: 11 } },
        severity: 2,
        code: "quote-altered",
        source: "Verbatim",
        message: "The source says “snowed⟨U+202E⟩”.",
        relatedInformation: [
          {
            location: {
              uri: "file:///notes/w.txt",
              range: { start: { line: 1, character: 3 }, end: { line: 1, character: 9 } },
            },
            message: "the passage",
          },
        ],
      },
      {
        range: { start: { line: 2, character: 5 }, end: { line: 2, character: 13 } },
        severity: 4,
        code: "source-not-found",
        source: "Verbatim",
        message: "There is no file.",
      },
    ]);
  });

  it("leave the passage out for a client that cannot show it", async () => {
    for (const diagnostic of await diagnosticsOf(note.checked, { source: null })) {
      assert.equal("relatedInformation" in diagnostic, false);
    }
  });
});
