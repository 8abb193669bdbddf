import { matchesOnTheWay, type PathPattern, readPathPattern } from "./pathPattern.ts";

/** The `.gitignore` files below one workspace folder, by the path from there of the folder that each lies in. */
export type GitignoreFiles = Map<string, readonly PathPattern[]>;

export function parseGitignore(text: string): PathPattern[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .flatMap((line) => (line.startsWith("#") ? [] : (readPathPattern(line) ?? [])));
}

/**
 * Whether git would ignore the path, a folder's with a `/` at its end. As gitignore(5) says, the innermost file with a
 * matching pattern decides, and of its patterns the last. All folders above are taken to be not ignored: nobody looks
 * below one that is.
 */
export function isIgnored(files: GitignoreFiles, path: string): boolean {
  if (files.size === 0) return false;
  const isFolder = path.endsWith("/");
  const names = (isFolder ? path.slice(0, -1) : path).split("/");
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const below = names.slice(depth);
    const isMatch = (pattern: PathPattern) => matchesOnTheWay(pattern, below, isFolder).at(-1);
    const deciding = files.get(names.slice(0, depth).join("/"))?.findLast(isMatch);
    if (deciding !== undefined) return !deciding.isNegated;
  }
  return false;
}
