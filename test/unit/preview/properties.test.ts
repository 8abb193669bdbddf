import assert from "node:assert/strict";
import type { NoteMarks } from "../../../server/src/shell/protocol.ts";
import { anyDesk } from "../properties/desks.ts";
import { holds } from "../properties/run.ts";
import { checkedDesk } from "../workspace/desk.ts";
import { marked, marksOf, rendered, renderedPlainly, shownMarks, withoutMarks } from "./preview.ts";

describe("the marks of the preview", () => {
  holds("stand behind every checked quote, and change nothing else", 150, anyDesk, async ({ sources, notes }) => {
    const files = Object.fromEntries(notes.map((text, index) => [`note${index}.md`, text]));
    const desk = await checkedDesk({ ...sources, ...files });
    for (const [path, text] of Object.entries(files)) {
      const marks = await marksOf(desk, path);
      const html = rendered(text, [marked(marks, text)]);
      assert.equal(
        withoutLinks(withoutMarks(html)),
        withoutLinks(withWikilinks(renderedPlainly(text), text, marks.wikilinks)),
        text,
      );
      // VS Code renders no footnotes: a quote in one may be part of a link's definition, or code.
      if (text.includes("[^1]:")) continue;
      const shown = shownMarks(html);
      assert.deepEqual(
        shown.map(({ label, title }) => [label, title]).sort(),
        marks.quotes.map((quote) => [quote.label, quote.text]).sort(),
        `${text}\n${html}`,
      );
      const ends = desk
        .note(path)
        .citations.flatMap((citation) => citation.quotes)
        .filter(({ quotation }) => quotation.rule !== "link-title")
        .map(({ quotation }) => lastWord(quotation.reading.text));
      const before = shown.map((mark) => lastWord(mark.before));
      for (const end of ends)
        assert.ok(end === "" || before.includes(end), `“${end}” is not in front of a mark\n${text}\n${html}`);
    }
  });
});

function withoutLinks(html: string): string {
  return html.replace(/ href="[^"]*"/g, "");
}

/** What only Verbatim makes a link of. */
function withWikilinks(html: string, text: string, wikilinks: NoteMarks["wikilinks"]): string {
  const lines = text.split("\n");
  return wikilinks.reduce((before, { range, words }) => {
    const written = lines[range.start.line].slice(range.start.character, range.end.character);
    return before.replace(written, `<a>${words}</a>`);
  }, html);
}

function lastWord(text: string): string {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.at(-1) ?? "";
}
