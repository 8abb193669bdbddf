import assert from "node:assert/strict";
import { escapeMarkdown, hoverText } from "../../../server/src/features/hoverText.ts";

describe("hover text", () => {
  const escaped: readonly (readonly [text: string, markdown: string])[] = [
    ["*a* **b** `c` ~~d~~", "\\*a\\* \\*\\*b\\*\\* \\`c\\` \\~\\~d\\~\\~"],
    ["_a_ and __b__", "\\_a\\_ and \\_\\_b\\_\\_"],
    ["![x](y) [z]", "!\\[x\\](y) \\[z\\]"],
    ["<img src=x onerror=y>", "\\<img src=x onerror=y>"],
    ["https://example.org", "https\\://example.org"],
    ["WWW.example.org", "WWW\\.example.org"],
    ["somebody@example.org", "somebody\\@example.org"],
    ["&lt; &#60;", "\\&lt; \\&#60;"],
    ["back\\slash", "back\\\\slash"],
    ["- a", "\\- a"],
    ["# a", "\\# a"],
    ["> a", "\\> a"],
    ["12. a", "12\\. a"],
    ["two\nlines\r\n# here", "two lines # here"],
    ["hidden \u202e", "hidden ⟨U+202E⟩"],
  ];
  for (const [text, markdown] of escaped) {
    it(`escapes ${JSON.stringify(text)}`, () => assert.equal(escapeMarkdown(text), markdown));
  }

  const kept = ["The source says “13”, not “30”.", "a_b_c.txt", "5 & 6", "it’s 10:30 (nearly)", "line 3 – 5"];
  for (const text of kept) it(`leaves ${text} as it is`, () => assert.equal(escapeMarkdown(text), text));

  it("fences rows with more backticks than they hold", () => {
    const rows = ["1 │ ````` five", "2 │ ```"];
    assert.equal(hoverText([{ kind: "rows", rows }], "markdown"), ["``````text", ...rows, "``````"].join("\n"));
  });

  it("links nothing but what it was given", () => {
    const link = { text: "a](command:b) c", uri: "untitled:a (b)>*&amp;\ud800.md#L1,1-L1,2" };
    const item = { ...link, rest: ": [d](e)" };
    const markdown = "[a\\](command:b) c](untitled:a%20%28b%29%3E%2a%26amp;%EF%BF%BD.md#L1,1-L1,2)";
    assert.equal(hoverText([{ kind: "link", ...link }], "markdown"), markdown);
    assert.equal(hoverText([{ kind: "list", items: [item] }], "markdown"), `- ${markdown}: \\[d\\](e)`);
  });

  it("names in plain text what a link would lead to, where nothing else does", () => {
    const link = { text: "b.md, line 3", uri: "file:///b.md#L3,1-L3,2" };
    assert.equal(
      hoverText(
        [
          { kind: "text", text: "So." },
          { kind: "link", ...link },
        ],
        "plaintext",
      ),
      "So.",
    );
    assert.equal(
      hoverText([{ kind: "list", items: [{ ...link, rest: ": exact" }] }], "plaintext"),
      "- b.md, line 3: exact",
    );
  });
});
