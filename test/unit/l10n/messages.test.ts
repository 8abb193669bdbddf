import assert from "node:assert/strict";
import { messagesOf, sources, unsaidProse } from "../../../scripts/lib/messages.mjs";

describe("the messages of the sources", () => {
  it("are all written where they are said", () => {
    const { messages, problems } = messagesOf(sources(".", "client/src", "server/src"));
    assert.deepEqual(problems, []);
    assert.ok(messages.includes("Show Problems"));
    assert.ok(messages.includes("{0} of {1}"));
  });
});

describe("the client", () => {
  it("says nothing that is not to be translated", () => {
    assert.deepEqual(unsaidProse(sources(".", "client/src")), []);
  });
});

describe("the search for messages", () => {
  const search = (code: string) => messagesOf(new Map([["a.ts", code]]));

  it("finds those of both halves, over several lines, each once", () => {
    const code =
      'l10n.t("Show \\"{0}\\"", name); t(\n  "One",\n  2,\n); t("One"); plural(a - b(c), "{0} line", "{0} lines");';
    assert.deepEqual(search(code), { messages: ["One", 'Show "{0}"', "{0} line", "{0} lines"], problems: [] });
  });

  it("leaves comments and other calls alone", () => {
    const code = '// t(message)\n/** t(message) */\nset(message); object.t(message); /n\'t(?:ve)/; start("x");';
    assert.deepEqual(search(code), { messages: [], problems: [] });
  });

  it("names what is said without it", () => {
    const code = [
      'import { a } from "./Some file.ts";',
      'show(l10n.t("Open {0}", name), "Check now", `half of them`, "Stop");',
      'item.name = "Verbatim"; add("verbatim-quote is-good", "verbatim.open", "text/plain");',
    ].join("\n");
    assert.deepEqual(unsaidProse(new Map([["a.ts", code]])), [
      'a.ts: "Check now"',
      "a.ts: `half of them`",
      'a.ts: "Stop"',
    ]);
  });

  it("names what it cannot read", () => {
    const code = 't(message);\nt("a" + "b");\nt(`a`);\nplural(n, "line", "{0} lines");\n';
    assert.deepEqual(search(code).problems, [
      "a.ts:1: t(…) without a message in quotation marks",
      "a.ts:2: t(…) without a message in quotation marks",
      "a.ts:3: t(…) without a message in quotation marks",
      "a.ts:4: “line” does not name its count",
    ]);
  });
});
