import { existsSync, realpathSync, type Stats, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileError } from "../nodeFileSystem.ts";
import { CannotCheck } from "./exit.ts";

/** A file or folder that is to be checked. */
export interface Target {
  /** As given. */
  readonly name: string;
  /** Absolute, links resolved (the link to a file itself is kept: a note's links start from where it is seen). */
  readonly path: string;
  readonly type: "file" | "folder";
}

/** Targets below the same root, which is the workspace folder that they are checked in. */
export interface TargetGroup {
  readonly root: string;
  readonly targets: readonly Target[];
}

export interface TargetOptions {
  /** As given; none means the working directory. */
  readonly paths: readonly string[];
  /** As given; null to find it. */
  readonly root: string | null;
  readonly workingDirectory: string;
}

/** Finds the targets and their roots; groups in the order of their roots. Throws {@link CannotCheck}. */
export function findTargets({ paths, root, workingDirectory }: TargetOptions): TargetGroup[] {
  const given = root === null ? null : findFolder(root, workingDirectory);
  const groups = new Map<string, Target[]>();
  for (const name of paths.length > 0 ? paths : ["."]) {
    const target = findTarget(name, workingDirectory);
    if (given !== null && !holds(given, target.path)) throw new CannotCheck(`${name} is not in the root ${root}`);
    const key = given ?? rootOf(target, workingDirectory);
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups].map(([root, targets]) => ({ root, targets })).sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** The folder's real path. Throws {@link CannotCheck} where there is none. */
export function findFolder(name: string, workingDirectory: string): string {
  const path = resolve(workingDirectory, name);
  if (!stat(name, path).isDirectory()) throw new CannotCheck(`${name} is not a folder`);
  return realpathSync.native(path);
}

/** Whether the path is the folder or below it. Both absolute. */
export function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function findTarget(name: string, workingDirectory: string): Target {
  const path = resolve(workingDirectory, name);
  const stats = stat(name, path);
  if (stats.isDirectory()) return { name, path: realpathSync.native(path), type: "folder" };
  if (!stats.isFile()) throw new CannotCheck(`${name} is neither a file nor a folder`);
  return { name, path: join(realpathSync.native(dirname(path)), basename(path)), type: "file" };
}

function stat(name: string, path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const { reason, message } = fileError(error);
    throw new CannotCheck(reason === "not-found" ? `no such path: ${name}` : `${name}: ${message}`);
  }
}

function rootOf(target: Target, workingDirectory: string): string {
  const start = target.type === "folder" ? target.path : dirname(target.path);
  for (let folder = start; ; folder = dirname(folder)) {
    if (marksRoot(folder)) return folder;
    if (folder === dirname(folder)) break;
  }
  return holds(workingDirectory, start) ? workingDirectory : start;
}

/** `.git` is a file in a worktree. The home folder's `.vscode` is VS Code's own, unless there are settings in it. */
function marksRoot(folder: string): boolean {
  if (existsSync(join(folder, ".git"))) return true;
  const marker = folder === homedir() ? join(".vscode", "settings.json") : ".vscode";
  return existsSync(join(folder, marker));
}
