import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { lineAt, lineStartsOf } from "../../source/lines.ts";
import { fileError } from "../nodeFileSystem.ts";
import { readJsonMembers } from "./jsonMembers.ts";

export interface SettingsFile {
  /** The settings whose names begin with `verbatim.`, by what stands behind it; of any type. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What is wrong with the file, in words; null where nothing is. */
  readonly problem: string | null;
}

/**
 * Reads a folder's `.vscode/settings.json` as VS Code does: comments are allowed, and of a broken file what can be
 * read counts. `verbatim.sourceRoots` does not, as only a person may widen what is read, and not a folder they opened.
 */
export function readSettingsFile(root: string): SettingsFile {
  const text = readText(join(root, ".vscode", "settings.json"));
  if (typeof text !== "string") return { values: {}, problem: text.problem };
  const { members, problem } = readJsonMembers(text);
  const ours = members.filter(([name]) => name.startsWith(prefix) && name !== `${prefix}sourceRoots`);
  return {
    values: Object.fromEntries(ours.map(([name, value]) => [name.slice(prefix.length), value])),
    problem: problem === null ? null : `${problem.words} in line ${lineAt(lineStartsOf(text), problem.at) + 1}`,
  };
}

const prefix = "verbatim.";

function readText(path: string): string | { readonly problem: string | null } {
  try {
    if (!statSync(path).isFile()) return { problem: "it is not a file" };
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    const { reason, message } = fileError(error);
    return { problem: reason === "not-found" ? null : message };
  }
}
