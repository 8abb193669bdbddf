import assert from "node:assert/strict";
import fc from "fast-check";
import { documentLinksOf } from "../../../server/src/features/documentLinks.ts";
import { noteMarksOf } from "../../../server/src/features/noteMarks.ts";
import { writtenDestination } from "../../../server/src/note/write/destination.ts";
import { holds } from "../properties/run.ts";
import { openDesk, wikiUri } from "../workspace/desk.ts";

const schemes = [
  "command",
  "javascript",
  "data",
  "vscode",
  "vscode-insiders",
  "vbscript",
  "file",
  "http",
  "mailto",
  "x",
];

/** Ways to write a letter or a colon so that who looks at the letters alone does not see a scheme. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => ` ${text}`,
  (text) => text.replace(":", "%3A"),
  (text) => text.replace(":", "&colon;"),
  (text) => text.replace(":", "\\:"),
  (text) => text.replace("a", "%61"),
  (text) => text.replace("a", "&#97;"),
  (text) => text.replace("a", "a\u200b"),
  (text) => text.replace(":", "：:"),
  (text) => `\u0001${text}`,
];

const hostile = fc
  .tuple(
    fc.constantFrom(...schemes),
    fc.constantFrom(...disguises),
    fc.constantFrom("alert(1)", "//host/x.txt", "x.txt"),
  )
  .map(([scheme, disguise, rest]) => disguise(`${scheme}:${rest}`));

describe("a scheme that is not that of a file", () => {
  holds(
    "is neither a link nor checked, however it is disguised",
    300,
    fc.array(hostile, { maxLength: 4 }),
    async (targets) => {
      const links = targets.flatMap((target) => [
        `“One more word here” ([a](<${target}#L1>))`,
        `“One more word here” [[${target}#L1]]`,
      ]);
      const names = ["javascript:alert(1)", "command:x.txt", "data:x.txt"];
      const files = Object.fromEntries(names.map((name) => [name, "One more word here.\n"]));
      const desk = openDesk(files);
      desk.workspace.openDocument(wikiUri("note.md"), 1, links.join("\n\n"));
      const checked = await desk.workspace.check(wikiUri("note.md"));
      assert.ok(checked !== null);
      const source = (uri: string) => desk.workspace.source(uri);
      for (const { target } of await documentLinksOf(checked, source)) assert.match(target ?? "", /^file:\/\/\/wiki\//);
      const { links: plain, wikilinks } = await noteMarksOf(checked, { source, maxLines: 5 });
      for (const { destination } of [...plain, ...wikilinks])
        assert.doesNotMatch(destination, /^[\p{C}\s]*[a-z][\w+.-]*:/iu);
      for (const uri of Object.values(desk.files.calls).flat()) assert.ok(uri.startsWith("file:///wiki"), uri);
    },
  );

  it("is not what a link to a file of such a name is written as", () => {
    for (const scheme of schemes) assert.doesNotMatch(writtenDestination(`${scheme}:alert(1).txt`), /:/);
  });
});
