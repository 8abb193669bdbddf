import { type GlobPattern, RelativePattern, type Uri, type WorkspaceFolder, workspace } from "vscode";

/** Patterns of the files of a folder that are notes, as far as can be told without the server. */
export function noteGlobs(folder: WorkspaceFolder): GlobPattern[] {
  return setting(folder, "notes")
    .filter((glob) => !glob.startsWith("!"))
    .map((glob) => new RelativePattern(folder, glob));
}

/** The notes of a folder, at most so many. No file is read for it. Rejects for a glob that VS Code cannot read. */
export async function findNotes(folder: WorkspaceFolder, most: number): Promise<Uri[]> {
  const excluded = setting(folder, "exclude").filter((glob) => !glob.startsWith("!"));
  const exclude = excluded.length > 0 ? `{${excluded.join(",")}}` : undefined;
  const found = new Map<string, Uri>();
  for (const pattern of noteGlobs(folder)) {
    if (found.size >= most) break;
    for (const uri of await workspace.findFiles(pattern, exclude, most - found.size)) found.set(uri.toString(), uri);
  }
  return [...found.values()];
}

/** What is no list of globs is left to the server to complain of. */
function setting(folder: WorkspaceFolder, name: "notes" | "exclude"): string[] {
  const value = workspace.getConfiguration("verbatim", folder).get<unknown>(name);
  return Array.isArray(value) ? value.filter((glob) => typeof glob === "string") : [];
}
