import { skippedFolders } from "../fileNames.ts";
import { createFileSet } from "../fileSet.ts";
import type { FileSystem } from "../fileSystem.ts";
import { baseName } from "../uri.ts";

/** The names of all symbolic links below the workspace folders. Linear in the folders' entries. */
export async function symbolicLinkNames(fileSystem: FileSystem, roots: readonly string[]): Promise<Set<string>> {
  const names = new Set<string>();
  const walk = createFileSet({
    fileSystem,
    roots,
    onError: () => {},
    rule: {
      async entered(_folder, entries) {
        for (const { name, type } of entries) if (type === "link") names.add(name);
      },
      enters: ({ uri }) => !skippedFolders.has(baseName(uri)),
      takes: () => false,
    },
  });
  await walk.revisit(roots);
  return names;
}
