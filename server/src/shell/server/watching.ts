import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileRename,
  type FileSystemWatcher,
} from "vscode-languageserver";
import type { FileChange } from "../../workspace/workspace.ts";
import type { ClientFeatures } from "./clientFeatures.ts";

/**
 * Asks the client to tell of files and settings that change, where it can be asked. All files are watched, not some
 * patterns: a source may have any extension or none, `.gitignore` decides what is a note, and a folder that goes has no
 * extension either.
 */
export async function registerWatching(
  connection: Connection,
  client: ClientFeatures,
  sourceRoots: readonly string[],
): Promise<void> {
  const watchers: FileSystemWatcher[] = [{ globPattern: "**/*" }];
  if (client.relativePatterns) {
    for (const baseUri of sourceRoots) watchers.push({ globPattern: { baseUri, pattern: "**/*" } });
  }
  const { client: registry } = connection;
  if (client.fileWatching) await registry.register(DidChangeWatchedFilesNotification.type, { watchers });
  if (client.configurationRegistration) {
    await registry.register(DidChangeConfigurationNotification.type, { section: "verbatim" });
  }
}

/** Events of a kind that the protocol does not know are left out. */
export function fileChangesOf(events: readonly FileEvent[]): FileChange[] {
  return events.flatMap(({ uri, type }) => {
    const known = changeTypes[type];
    return known === undefined ? [] : [{ uri, type: known }];
  });
}

/** What was renamed is gone from one place and has come into being at another. */
export function changesOfRenames(files: readonly FileRename[]): FileChange[] {
  return files.flatMap(({ oldUri, newUri }) => [
    { uri: oldUri, type: "deleted" as const },
    { uri: newUri, type: "created" as const },
  ]);
}

const changeTypes: Readonly<Record<number, FileChange["type"]>> = {
  [FileChangeType.Created]: "created",
  [FileChangeType.Changed]: "changed",
  [FileChangeType.Deleted]: "deleted",
};
