import {
  type ApplyWorkspaceEditParams,
  LSPErrorCodes,
  type ProgressToken,
  ResponseError,
  type WorkDoneProgressReporter,
} from "vscode-languageserver";
import { workspaceEditOf } from "../../../features/workspaceEdit.ts";
import { plural, t } from "../../../l10n.ts";
import type { FixedNote, fixAll } from "../../../workspace/fixes/fixAll.ts";
import type { Cancellation, Workspace } from "../../../workspace/workspace.ts";
import type { FixAllResult } from "../../protocol.ts";
import { percentage, progressInWords } from "../progress.ts";
import type { Session } from "../session.ts";
import type { CommandCall } from "./commands.ts";
import type { RequestContext } from "./context.ts";

export interface FixAllOptions {
  /** Loads what finds fixes. */
  readonly fixes: () => Promise<{ readonly fixAll: typeof fixAll }>;
  readonly progress: (token: ProgressToken | undefined) => WorkDoneProgressReporter;
  /** Resolves with whether the client has applied the edit. */
  readonly applyEdit: (params: ApplyWorkspaceEditParams) => Promise<boolean>;
}

/** Makes all safe fixes of every note, in one edit of the client's. */
export async function fixAllNotes(
  { client, documents, session }: RequestContext,
  { workDoneToken, cancellation }: CommandCall,
  options: FixAllOptions,
): Promise<FixAllResult> {
  if (!client().applyEdit) throw new ResponseError(LSPErrorCodes.RequestFailed, "The client applies no edits.");
  const opened = await session();
  opened.flush();
  const shown = options.progress(workDoneToken);
  shown.begin(t("Verbatim: mending citations"), 0, undefined, true);
  let fixed: readonly FixedNote[];
  try {
    const report = (done: number, total: number) => shown.report(percentage(done, total), progressInWords(done, total));
    const workspace = await checkedWorkspace(opened, cancellation, report);
    fixed = await fixedNotes(workspace, (await options.fixes()).fixAll, cancellation);
  } finally {
    shown.done();
  }
  if (cancellation.isCancellationRequested) throw cancelled();
  const citations = fixed.reduce((count, { edit }) => count + edit.edits.length, 0);
  if (citations === 0) return { text: t("No citation can be mended without a look at it."), citations, applied: true };
  const { documentChanges: versioned, editMetadata } = client();
  const uriOf = (key: string) => documents.get(key)?.uri ?? key;
  const applied = await options.applyEdit({
    label: t("Fix all re-points"),
    edit: workspaceEditOf(
      fixed.map(({ edit }) => edit),
      { uriOf, versioned },
    ),
    ...(editMetadata ? { metadata: { isRefactoring: true } } : {}),
  });
  return { text: applied ? summary(citations, fixed.length) : t("The citations were not mended."), citations, applied };
}

/** All notes, checked, whatever the scope of the diagnostics is. */
async function checkedWorkspace(
  { workspace, withAllNotes, checker }: Session,
  cancellation: Cancellation,
  progress: (done: number, total: number) => void,
): Promise<Workspace> {
  const all = withAllNotes();
  const isDone =
    all === workspace
      ? await checker.checkAll(cancellation, progress)
      : await all.scan(cancellation).then(() => all.refresh({ cancellation, progress }));
  if (!isDone) throw cancelled();
  return all;
}

async function fixedNotes(workspace: Workspace, fix: typeof fixAll, cancellation: Cancellation): Promise<FixedNote[]> {
  const fixed: FixedNote[] = [];
  for (const note of workspace.notes()) {
    if (cancellation.isCancellationRequested) break;
    const found = await fix(note, { workspace, cancellation });
    if (found !== null) fixed.push(found);
  }
  return fixed;
}

function summary(citations: number, notes: number): string {
  const mended = plural(citations, "{0} citation", "{0} citations");
  return t("{0} mended in {1}.", mended, plural(notes, "{0} note", "{0} notes"));
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Mending was cancelled.");
}
