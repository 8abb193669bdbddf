import assert from "node:assert/strict";
import { type FixedNote, fixAll } from "../../../server/src/workspace/fixes/fixAll.ts";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import { anyDesk } from "../properties/desks.ts";
import { holds } from "../properties/run.ts";
import { checkedDesk } from "../workspace/desk.ts";
import { sources } from "./fixture.ts";

interface Outcome {
  /** As the note then is; null where nothing was mended. */
  readonly text: string | null;
  readonly fixed: FixedNote | null;
  /** How many times a whole note was checked for it. */
  readonly checks: number;
}

async function mend(note: string, files: Readonly<Record<string, string>> = sources): Promise<Outcome> {
  const desk = await checkedDesk({ ...files, "note.md": note });
  let checks = 0;
  const workspace: typeof desk.workspace = {
    ...desk.workspace,
    tryText: (uri, text) => {
      checks++;
      return desk.workspace.tryText(uri, text);
    },
  };
  const fixed = await fixAll(desk.note("note.md"), { workspace });
  return { fixed, checks, text: fixed && editedText(note, fixed.edit.edits) };
}

describe("fixing all that is safe", () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      "lines that moved",
      '"It rang," he said, "every line counts" ([x](harbour.txt#L2)).',
      '"It rang," he said, "every line counts" ([x](harbour.txt#L6)).',
    ],
    [
      "lines that are too few",
      '["Only the pilot boats went out"](harbour.txt#L8)',
      '["Only the pilot boats went out"](harbour.txt#L8-L9)',
    ],
    [
      "one citation of two quotes, which then covers both",
      '"We have waited long enough" and then "only the pilot boats" ([x](harbour.txt#L4)).',
      '"We have waited long enough" and then "only the pilot boats" ([x](harbour.txt#L2-L8)).',
    ],
    [
      "a definition of two citations, which then covers both",
      '"We have waited long enough" [x]. Then "only the pilot boats" [x].\n\n[x]: harbour.txt#L4\n',
      '"We have waited long enough" [x]. Then "only the pilot boats" [x].\n\n[x]: harbour.txt#L2-L8\n',
    ],
    ["a reversed range", '["Every line counts"](harbour.txt#L7-L5)', '["Every line counts"](harbour.txt#L5-L7)'],
    ["a range past the end", '["Every line counts"](harbour.txt#L60)', '["Every line counts"](harbour.txt#L6)'],
    [
      "every one of a note",
      '["Every line counts"](harbour.txt#L1), ["The ferry stays until autumn"](minutes.md#L1), ["The quay will be repaired"](letters/mayor.txt#L1)',
      '["Every line counts"](harbour.txt#L6), ["The ferry stays until autumn"](minutes.md#L5), ["The quay will be repaired"](letters/mayor.txt#L2)',
    ],
  ];
  for (const [what, before, after] of cases) {
    it(`mends ${what}`, async () => assert.equal((await mend(before)).text, after));
  }

  const left: readonly (readonly [what: string, note: string])[] = [
    ["changed words", '["Every line is counted"](harbour.txt#L6)'],
    ["words of another source", '["The quay will be repaired"](harbour.txt#L1)'],
    ["words that stand at several places", '["The bell rang"](harbour.txt#L1)'],
    ["words that stand at several places, cited past the end", '["The bell rang"](harbour.txt#L60)'],
    ["a citation without lines", '["Every line counts"](harbour.txt)'],
    ["a source that is not there", '["Every line counts"](gone.txt#L1)'],
    [
      "what a comment silences",
      '<!-- verbatim-ignore-next quote-moved: cited for the heading -->\n["Every line counts"](harbour.txt#L1)',
    ],
    ["what is right", '["Every line counts"](harbour.txt#L6)'],
  ];
  for (const [what, note] of left) {
    it(`leaves ${what}`, async () => assert.deepEqual(await mend(note), { text: null, fixed: null, checks: 0 }));
  }

  it("mends what can be beside what cannot", async () => {
    const bad = '["Every line is counted"](harbour.txt#L1)';
    const { text } = await mend(`${bad} and ["Every line counts"](harbour.txt#L1)`);
    assert.equal(text, `${bad} and ["Every line counts"](harbour.txt#L6)`);
  });

  it("checks a note once for all of its fixes", async () => {
    const note = Array.from({ length: 60 }, () => '["Every line counts"](harbour.txt#L1)').join("\n\n");
    const { text, checks } = await mend(note);
    assert.equal(text, note.replaceAll("#L1", "#L6"));
    assert.equal(checks, 1);
  });

  holds("changes ranges alone, brings no finding, and leaves nothing for a second time", 60, anyDesk, async (desk) => {
    for (const note of desk.notes) {
      const { fixed, text } = await mend(note, desk.sources);
      if (fixed === null || text === null) continue;
      assert.equal(withoutRanges(text), withoutRanges(note));
      assert.ok(fixed.after.findings.length < fixed.before.findings.length);
      assert.equal((await mend(text, desk.sources)).text, null, text);
    }
  });
});

function withoutRanges(text: string): string {
  return text.replace(/#(?:line=)?[L\d,C\-–]+/g, "#");
}
