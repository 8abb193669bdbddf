import { readFileSync } from "node:fs";
import type { Fix } from "../../../server/src/workspace/fixes/fix.ts";
import { fixesOf, rewritesOf } from "../../../server/src/workspace/fixes/fixes.ts";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import { checkedDesk, type Desk } from "../workspace/desk.ts";

/** What the notes of the fixtures cite. */
export const sources: Readonly<Record<string, string>> = {
  "harbour.txt": `The harbour, which was closed in 1931, did not reopen until the spring.
"I do not want to do it," she said. "We have waited long enough," he said, "and we paid."
The council may meet again in twelve weeks. Nobody else came to the meeting.
A well-known pilot read the *old* chart at 5 [sic] in the morning.
The bell rang.
Every line counts.
The bell rang.
Only the pilot boats
went out that morning.
`,
  "voices.txt": `Der Direktor sagte: „Wir haben das nicht gewusst“, und ging nach Hause.
船は朝に港を出て、夜まで戻らなかった。
`,
  "minutes.md":
    "# Minutes\n\nThe chair thanked **all members** for their patience.\n\n- The ferry stays until autumn.\n",
  "letters/mayor.txt": "The mayor wrote in May.\nThe quay will be repaired before the winter.\n",
  "old/letter.txt": "We write to you in haste.\n",
  "new/letter.txt": "We write to you at leisure.\n",
  "my chart.txt": "The channel is nine metres deep.\n",
  // What another note cites is looked through for words that are not where they are said to be.
  "other.md": "[Mayor](letters/mayor.txt#L1)\n",
};

/** A case of a fixture file: `=== title`, a note, and for each fix `--- kind` and the note that it makes. */
export interface FixCase {
  readonly title: string;
  readonly note: string;
  /** `--- replace-words preferred`, with the text below. */
  readonly offered: readonly { readonly fix: string; readonly text: string }[];
}

export function readFixCases(name: string): FixCase[] {
  const file = readFileSync(`test/fixtures/fixes/${name}.txt`, "utf8");
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head, ...sections] = part.split(/^--- /m);
      const [title, note] = cut(head);
      return { title, note, offered: sections.map((section) => ({ fix: cut(section)[0], text: cut(section)[1] })) };
    });
}

function cut(section: string): [string, string] {
  const end = section.indexOf("\n");
  return [
    section.slice(0, end),
    `${section
      .slice(end + 1)
      .replaceAll("⟦ZWSP⟧", "\u200b")
      .trimEnd()}\n`,
  ];
}

export interface Offered {
  readonly desk: Desk;
  readonly fixes: readonly Fix[];
}

/** Every fix that is offered for the note's findings, in order, and what may be rewritten. */
export async function offeredFor(note: string): Promise<Offered> {
  const desk = await checkedDesk({ ...sources, "note.md": note });
  const checked = desk.note("note.md");
  const options = { workspace: desk.workspace };
  const fixes: Fix[] = [];
  for (const finding of checked.findings) fixes.push(...(await fixesOf(checked, finding, options)));
  for (const citation of checked.citations) fixes.push(...(await rewritesOf(checked, citation, options)));
  return { desk, fixes };
}

export function describeFix(note: string, { kind, preferred, safe, edits }: Fix): FixCase["offered"][number] {
  const fix = [kind, ...(preferred ? ["preferred"] : []), ...(safe ? ["safe"] : [])].join(" ");
  return { fix, text: editedText(note, edits) };
}
