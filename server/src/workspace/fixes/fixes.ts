import type { CheckedCitation, CheckedNote, Finding } from "../checkedNote.ts";
import type { Cancellation } from "../workspace.ts";
import { addLines } from "./candidates/addLines.ts";
import { bracketChange } from "./candidates/bracketChange.ts";
import { bracketPath } from "./candidates/bracketPath.ts";
import { chooseFile } from "./candidates/chooseFile.ts";
import { choosePlace } from "./candidates/choosePlace.ts";
import { citeLines } from "./candidates/citeLines.ts";
import { citeOtherSource } from "./candidates/citeOtherSource.ts";
import { fillEllipsis } from "./candidates/fillEllipsis.ts";
import { fixRange } from "./candidates/fixRange.ts";
import { ignoreFinding } from "./candidates/ignore.ts";
import { insertQuotation } from "./candidates/insertQuotation.ts";
import { markOmission } from "./candidates/markOmission.ts";
import { removeComment } from "./candidates/removeComment.ts";
import { removeHidden } from "./candidates/removeHidden.ts";
import { reorderParts } from "./candidates/reorderParts.ts";
import { replaceBracket } from "./candidates/replaceBracket.ts";
import { replaceWords } from "./candidates/replaceWords.ts";
import { contextOf, type FixContext, type FixWorkspace } from "./context.ts";
import type { Candidate, Fix } from "./fix.ts";
import { isHealed, isRightAt } from "./recheck.ts";
import { editedText, inOrder, spanAfterEdits } from "./textEdit.ts";

/** In the order in which they are offered. */
const proposals: readonly ((context: FixContext) => readonly Candidate[] | Promise<readonly Candidate[]>)[] = [
  replaceWords,
  markOmission,
  bracketChange,
  fillEllipsis,
  reorderParts,
  replaceBracket,
  removeHidden,
  citeLines,
  choosePlace,
  citeOtherSource,
  addLines,
  fixRange,
  chooseFile,
  bracketPath,
  removeComment,
  ignoreFinding,
];

export interface FixOptions {
  readonly workspace: FixWorkspace;
  /** Nothing more is tried once it is asked for. */
  readonly cancellation?: Cancellation | undefined;
}

/**
 * The fixes of a finding of the note. Each was tried: checking the note that it makes finds this finding gone and no
 * other come. Costs a check of the note for each fix and each way to write it, a dozen at most.
 */
export async function fixesOf(checked: CheckedNote, finding: Finding, options: FixOptions): Promise<Fix[]> {
  const context = await contextOf(checked, finding, options.workspace);
  const fixes: Fix[] = [];
  for (const propose of proposals) {
    for (const candidate of await propose(context)) {
      if (options.cancellation?.isCancellationRequested) return [];
      const fix = await tried(context, candidate);
      if (fix !== null && !fixes.some((other) => isSameText(other, fix))) fixes.push(fix);
    }
  }
  const preferred = fixes.find((fix) => fix.preferred);
  return fixes.map((fix) => ({ ...fix, preferred: fix === preferred }));
}

/** What can be written at a citation that nothing is wrong with: the quotation that it lacks. */
export async function rewritesOf(
  checked: CheckedNote,
  citation: CheckedCitation,
  { workspace }: FixOptions,
): Promise<Fix[]> {
  const source = citation.sourceUri === null ? null : await workspace.source(citation.sourceUri);
  if (source === null) return [];
  const fixes = insertQuotation(checked, citation, source).map((each) =>
    tried({ checked, finding: null, workspace }, each),
  );
  return (await Promise.all(fixes)).filter((fix) => fix !== null);
}

async function tried({ checked: before, finding, workspace }: Trial, candidate: Candidate): Promise<Fix | null> {
  const { right: wanted = null } = candidate;
  for (const way of candidate.ways) {
    const edits = inOrder(way.edits);
    if (edits === null || edits.length === 0) continue;
    const after = await workspace.tryText(before.uri, editedText(before.text, edits));
    if (!isHealed({ before, after, edits, healed: finding === null ? [] : [finding] })) continue;
    if (wanted !== null && !isRightAt(after, spanAfterEdits(edits, wanted))) continue;
    const { kind, title, natural = false, safe = false } = candidate;
    return { kind, title, edits, preferred: natural, safe, select: way.select ?? null, finding };
  }
  return null;
}

interface Trial {
  readonly checked: CheckedNote;
  readonly finding: Finding | null;
  readonly workspace: FixWorkspace;
}

function isSameText(a: Fix, b: Fix): boolean {
  return JSON.stringify(a.edits) === JSON.stringify(b.edits);
}
