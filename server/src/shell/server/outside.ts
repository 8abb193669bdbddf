import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether a folder, which need not be there yet, is in none of others and is none of them, by their real paths. */
export function isOutside(folder: string, otherUris: readonly string[]): boolean {
  const real = realPath(folder);
  return otherUris.every((uri) => {
    const other = pathOf(uri);
    if (other === null) return true;
    const path = relative(realPath(other), real);
    return path.startsWith("..") || isAbsolute(path);
  });
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}

/** Null for what is no place of this machine. */
function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
