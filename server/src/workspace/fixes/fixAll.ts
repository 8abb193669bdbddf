import type { CheckedNote, Finding } from "../checkedNote.ts";
import type { NoteEdit, TextEdit } from "../noteEdit.ts";
import type { Cancellation } from "../workspace.ts";
import { citeLines } from "./candidates/citeLines.ts";
import { fixRange } from "./candidates/fixRange.ts";
import { contextOf, type FixWorkspace } from "./context.ts";
import { isHealed } from "./recheck.ts";
import { editedText, inOrder } from "./textEdit.ts";

/** A note in which everything is mended that nobody needs to look at. */
export interface FixedNote {
  readonly before: CheckedNote;
  /** What checking the mended note found. */
  readonly after: CheckedNote;
  /** Of `before`. */
  readonly edit: NoteEdit;
}

export interface FixAllOptions {
  readonly workspace: FixWorkspace;
  readonly cancellation?: Cancellation | undefined;
}

/** An edit, and the findings that it is to heal. */
interface Repair {
  readonly edit: TextEdit;
  readonly healed: readonly Finding[];
}

/**
 * Makes all safe fixes of a note at once: citations come to name the lines that their quotes stand in, in the source
 * that they name already. Words are never touched. Null where there is nothing to make.
 *
 * As many fixes as agree with each other are made: the whole lot is tried first, and halves of it where it does harm. So
 * a note with `n` fixes costs one check where all are right, and about `log n` more for each that is not.
 */
export async function fixAll(checked: CheckedNote, options: FixAllOptions): Promise<FixedNote | null> {
  const { workspace, cancellation } = options;
  const made: Repair[] = [];
  let after = checked;

  async function make(repairs: readonly Repair[]): Promise<boolean> {
    const edits = editsOf([...made, ...repairs]);
    if (edits === null || cancellation?.isCancellationRequested) return false;
    const tried = await workspace.tryText(checked.uri, editedText(checked.text, edits));
    const healed = [...made, ...repairs].flatMap((repair) => repair.healed);
    if (!isHealed({ before: checked, after: tried, edits, healed })) return false;
    made.push(...repairs);
    after = tried;
    return true;
  }

  /** Of each list one is made, the first that does no harm. */
  async function makeMost(choices: readonly (readonly Repair[])[]): Promise<void> {
    if (choices.length === 0 || (await make(choices.map(([best]) => best)))) return;
    if (choices.length > 1) {
      const half = choices.length >>> 1;
      await makeMost(choices.slice(0, half));
      await makeMost(choices.slice(half));
      return;
    }
    for (const repair of choices[0].slice(1)) if (await make([repair])) return;
  }

  await makeMost(await choicesOf(checked, workspace));
  if (made.length === 0 || cancellation?.isCancellationRequested) return null;
  const { uri, version, text, lineStarts } = checked;
  return { before: checked, after, edit: { uri, version, text, lineStarts, edits: editsOf(made) ?? [] } };
}

/** Null where two are about the same text. */
function editsOf(repairs: readonly Repair[]): readonly TextEdit[] | null {
  return inOrder(repairs.map(({ edit }) => edit));
}

/** By the range that they change, all repairs of a note; in front those that are to heal every finding of their range. */
async function choicesOf(checked: CheckedNote, workspace: FixWorkspace): Promise<(readonly Repair[])[]> {
  const choices = new Map<number, Repair[]>();
  for (const finding of checked.findings) {
    const context = await contextOf(checked, finding, workspace);
    for (const { safe, ways } of [...fixRange(context), ...citeLines(context)]) {
      if (!safe) continue;
      for (const edit of ways.flatMap(({ edits }) => edits)) {
        const repairs = choices.get(edit.span.start) ?? [];
        choices.set(edit.span.start, repairs);
        repairs.push({ edit, healed: [finding] });
      }
    }
  }
  return [...choices.values()].map((repairs) => {
    const healed = [...new Set(repairs.flatMap((repair) => repair.healed))];
    const texts = new Map(repairs.map((repair) => [repair.edit.text, repair.edit]));
    return [...[...texts.values()].map((edit) => ({ edit, healed })), ...repairs];
  });
}
