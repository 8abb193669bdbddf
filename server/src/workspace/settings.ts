import type { RuleId, RuleLevel } from "../rules.ts";

/** What a person may set. The client's settings have the same names behind `verbatim.`. */
export interface Settings {
  /** Globs of the files that are notes. */
  readonly notes: readonly string[];
  /** Globs of files and folders in which no note is looked for. Sources are read wherever they are cited. */
  readonly exclude: readonly string[];
  /** Folders (URIs) outside the workspace that sources may be read from. */
  readonly sourceRoots: readonly string[];
  /** Which notes get diagnostics. */
  readonly scope: "workspace" | "open";
  /** Only the rules that a person set. */
  readonly rules: Readonly<Partial<Record<RuleId, RuleLevel>>>;
  readonly hoverMaxLines: number;
  /** `elision-wide` reports an ellipsis that skips more words than this. */
  readonly elisionMaxWords: number;
}

export const defaultSettings: Settings = {
  notes: ["**/*.md", "**/*.markdown"],
  exclude: ["**/node_modules/**", "**/.git/**"],
  sourceRoots: [],
  scope: "workspace",
  rules: {},
  hoverMaxLines: 12,
  elisionMaxWords: 100,
};
