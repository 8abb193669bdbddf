import ignore, { type Ignore } from "ignore";

/** The `.gitignore` files below one workspace folder, by the path from there of the folder that each lies in. */
export type GitignoreFiles = Map<string, Ignore>;

/** Case matters, and any path is judged without complaint. */
export const ignoreOptions = { ignoreCase: false, allowRelativePaths: true };

export function parseGitignore(text: string): Ignore {
  return ignore(ignoreOptions).add(text);
}

/**
 * Whether git would ignore the path, a folder's with a `/` at its end. As gitignore(5) says, the innermost file with a
 * matching pattern decides. All folders above are taken to be not ignored: nobody looks below one that is.
 */
export function isIgnored(files: GitignoreFiles, path: string): boolean {
  if (files.size === 0) return false;
  let slash = path.lastIndexOf("/", path.length - 2);
  for (;;) {
    const result = files.get(path.slice(0, Math.max(slash, 0)))?.test(path.slice(slash + 1));
    if (result?.ignored) return true;
    if (result?.unignored || slash <= 0) return false;
    slash = path.lastIndexOf("/", slash - 1);
  }
}
