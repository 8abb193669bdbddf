import { english } from "../../l10n.ts";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import { createWorkspace } from "../../workspace/createWorkspace.ts";
import { FileError } from "../../workspace/fileSystem.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import type { NoteShare } from "../../workspace/noteShare.ts";
import { workAlone } from "../../workspace/pause.ts";
import type { Settings } from "../../workspace/settings.ts";
import { summarize } from "../../workspace/summary.ts";
import { isWithin } from "../../workspace/uri.ts";
import type { Summary, Workspace } from "../../workspace/workspace.ts";
import { createNodeFileSystem, fileError } from "../nodeFileSystem.ts";
import { openCache } from "../openCache.ts";
import { type ReportFormat, reportOn } from "./format.ts";
import { createPathNames } from "./paths.ts";
import type { NoteReport } from "./report.ts";

/** What is to be checked, and how. Plain data: other threads are told so too. */
export interface CheckTask {
  /** URI of the root. */
  readonly root: string;
  /** The notes at or below these URIs are to be checked. */
  readonly within: readonly string[];
  readonly settings: Settings;
  readonly format: ReportFormat;
  readonly workingDirectory: string;
  /** Where checks are kept for the next time; null where they are not. */
  readonly cacheFolder: string | null;
}

/** What was found in all notes of a task, or in those of one thread. Plain data. */
export interface CheckedShare {
  /** In no particular order. */
  readonly notes: readonly NoteReport[];
  readonly summary: Summary;
  /** The URIs of the sources that are cited. */
  readonly sources: readonly string[];
  /** Notes and folders that could not be read. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
  /** Why nothing could be kept for the next time. */
  readonly cacheProblem: string | null;
}

export interface ShareCheck {
  readonly workspace: Workspace;
  /** Checks the notes, those of the share alone where there is one. The workspace must have been scanned. */
  run(progress: (done: number, total: number) => void, share: NoteShare | null): Promise<void>;
  /** Says what was found in the notes, which may have been mended. */
  report(notes: readonly CheckedNote[], fixed: ReadonlyMap<string, FixedNote> | null): Promise<CheckedShare>;
}

/** A note that was listed and cannot be opened by its name. */
const notThere = "it is gone, or its name is not UTF-8";

/**
 * Begins a check. Whether words that are not in their source are in another one depends on what all notes of the root cite,
 * as in an editor: only where a quote was not found are notes beside those of the task looked at too.
 */
export function openCheck({ root, within, settings, format, workingDirectory, cacheFolder }: CheckTask): ShareCheck {
  workAlone();
  const unreadable = new Map<string, string>();
  const cache = cacheFolder === null ? null : openCache({ folder: cacheFolder, language: english });
  const workspace = createWorkspace({
    fileSystem: createNodeFileSystem({ blocking: true }),
    roots: [root],
    settings,
    cache: cache ?? undefined,
    within,
    onError: (uri, error) => void unreadable.set(uri, reasonOf(error)),
  });
  const isWanted = (uri: string) => within.some((target) => isWithin(uri, target));

  return {
    workspace,
    async run(progress, share) {
      if (share !== null) workspace.share(share);
      await workspace.refresh({ progress });
      if (!within.includes(root) && workspace.notes().some(hasQuoteNotFound)) {
        workspace.lookBeside([root]);
        await workspace.refresh({ progress });
      }
      const checked = new Set(workspace.notes().map(({ uri }) => uri));
      for (const uri of workspace.noteUris()) {
        const isOwn = isWanted(uri) && (share?.isOwn(uri) ?? true);
        if (isOwn && !checked.has(uri) && !unreadable.has(uri)) unreadable.set(uri, notThere);
      }
    },
    async report(notes, fixed) {
      const context = { path: createPathNames(workingDirectory), source: (uri: string) => workspace.source(uri) };
      const reports: NoteReport[] = [];
      for (const note of notes) reports.push(await reportOn(note, { format, context, fixed }));
      return {
        notes: reports,
        summary: summarize(notes),
        sources: [...new Set(notes.flatMap(({ citations }) => citations.flatMap(({ sourceUri }) => sourceUri ?? [])))],
        unreadable: [...unreadable].filter(([uri]) => isWanted(uri)).map(([uri, reason]) => ({ uri, reason })),
        cacheProblem: cache && problemOf(() => cache.flush()),
      };
    },
  };
}

function problemOf(task: () => void): string | null {
  try {
    task();
    return null;
  } catch (error) {
    return fileError(error).message;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof FileError ? error.message : `internal error: ${(error as Error).message}`;
}

function hasQuoteNotFound({ citations }: CheckedNote): boolean {
  return citations.some(({ quotes }) => quotes.some(({ verdict }) => verdict === "altered" || verdict === "absent"));
}
