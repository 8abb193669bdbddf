import assert from "node:assert/strict";
import { checkedDesk } from "../workspace/desk.ts";
import { anyDesk } from "./desks.ts";
import { holds } from "./run.ts";

describe("a quote that is exact", () => {
  holds("has the passage's very words and marks, white space aside", 150, anyDesk, async ({ notes, sources }) => {
    const desk = await checkedDesk({ "note.md": notes.join("\n"), ...sources });
    for (const { quotes } of desk.note("note.md").citations) {
      for (const { verdict, quotation, passage } of quotes) {
        if (verdict !== "exact" || passage === null) continue;
        const source = await desk.workspace.source(passage.uri);
        const { start, end } = passage.span;
        const found = source?.text.slice(start, end) ?? "";
        assert.equal(folded(found), folded(quotation.reading.text), JSON.stringify({ notes, sources }, null, 1));
      }
    }
  });
});

/**
 * Without white space, hidden characters, and the signs of Markdown, which a note's reading may have lost. What is left
 * is compared as it is: where even a mark differs, the verdict is `equivalent`.
 */
function folded(text: string): string {
  return text.replace(/[\s\u0085\p{C}*_`\\]|\u034f|\p{Variation_Selector}/gu, "");
}
