import assert from "node:assert/strict";
import { readMarkdown } from "../../../server/src/note/readAway.ts";
import { originalSpan } from "../../../server/src/note/reading.ts";

const document = `---
title: The mill
---
# The *mill* #

It was closed
on [Monday](https://example.org "news").[^1] ![a gate](gate.png)
> "Go home," they said &mdash;
> and went.

- A \\*first\\* thing
  with more
- [x] A second

3. Three
4. Four

| who | what |
|-----|------|
| Ann | \`left\` |

<p class="x">Bought &amp; <b>sold</b></p>

<!-- not this -->

\`\`\`sh
make mill

make gate
\`\`\`

See [[mill.txt]] or [[gate|the gate]] or [that][m].

[m]: mill.txt
[^1]: In May.
`;

const read = `The mill

It was closed
on Monday. 
"Go home," they said —
and went.

A *first* thing
with more
A second

3. Three
4. Four

who\twhat
Ann\tleft

Bought & sold

make mill

make gate

See mill.txt or the gate or that.

In May.`;

describe("what a reader sees of a Markdown source", () => {
  it("is its words, with the lines and empty lines that it has", () => {
    assert.equal(readMarkdown(document).text, read);
  });

  it("leads back to the document", () => {
    const reading = readMarkdown(document);
    for (const [words, original] of [
      ["The mill", "The *mill"],
      ["on Monday.", 'on [Monday](https://example.org "news").'],
      ["— \nand".replace(" ", ""), "&mdash;\n> and"],
      ["*first*", "\\*first\\*"],
      ["more\nA second", "more\n- [x] A second"],
      ["left", "left"],
      ["Bought & sold", "Bought &amp; <b>sold"],
    ]) {
      const start = reading.text.indexOf(words);
      assert.notEqual(start, -1, words);
      const span = originalSpan(reading, { start, end: start + words.length });
      assert.equal(document.slice(span.start, span.end), original);
    }
  });

  it("is all of a plain text", () => {
    const text = "The mill was closed.\nNobody came (in May), it's said; 3 < 4.\n\nIt has 2 * 3 doors.";
    const reading = readMarkdown(text);
    assert.equal(reading.text, text);
    for (const [i, unit] of [...text].entries()) assert.ok(unit === "\n" || reading.starts[i] === i);
  });
});
