import { type RuleId, type RuleLevel, rules } from "../rules.ts";
import { normalizeUri } from "./uri.ts";

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
  /** Whether cited lines of a source have a line above them that says who cites them. */
  readonly codeLens: boolean;
  /** Whether verdicts stand behind citations. */
  readonly inlayHints: boolean;
}

export const defaultSettings: Settings = {
  notes: ["**/*.md", "**/*.markdown"],
  exclude: ["**/node_modules/**", "**/.git/**"],
  sourceRoots: [],
  scope: "workspace",
  rules: {},
  hoverMaxLines: 12,
  elisionMaxWords: 100,
  codeLens: true,
  inlayHints: false,
};

/** Settings as given, nested (`{ check: { scope } }`) or by their dotted names, and what is wrong with them. */
export interface SettingsReading {
  /** Defaults stand for what is missing or wrong. */
  readonly settings: Settings;
  /** One sentence for each wrong setting, naming it. */
  readonly problems: readonly string[];
}

/** Never throws; settings of unknown names are left alone, since a client may have its own. */
export function readSettings(raw: unknown): SettingsReading {
  const problems: string[] = [];
  function read<T>(name: string, expected: string, parse: (value: unknown) => T | null): T | null {
    const value = lookUp(raw, name);
    if (value === undefined || value === null) return null;
    const parsed = parse(value);
    if (parsed === null) problems.push(`verbatim.${name} must be ${expected}; the default is used.`);
    return parsed;
  }
  const settings: Settings = {
    notes: read("notes", "a list of globs", globs) ?? defaultSettings.notes,
    exclude: read("exclude", "a list of globs", strings) ?? defaultSettings.exclude,
    sourceRoots: read("sourceRoots", "a list of absolute folders", folders) ?? defaultSettings.sourceRoots,
    scope: read("check.scope", "“workspace” or “open”", scope) ?? defaultSettings.scope,
    rules: readRules(lookUp(raw, "rules"), problems),
    hoverMaxLines: read("hover.maxLines", "a whole number above 0", count) ?? defaultSettings.hoverMaxLines,
    elisionMaxWords: read("elision.maxWords", "a whole number above 0", count) ?? defaultSettings.elisionMaxWords,
    codeLens: read("codeLens.enabled", "true or false", flag) ?? defaultSettings.codeLens,
    inlayHints: read("inlayHints.enabled", "true or false", flag) ?? defaultSettings.inlayHints,
  };
  return { settings, problems };
}

function lookUp(raw: unknown, name: string): unknown {
  if (!isObject(raw)) return undefined;
  if (Object.hasOwn(raw, name)) return raw[name];
  const dot = name.indexOf(".");
  return dot < 0 ? undefined : lookUp(raw[name.slice(0, dot)], name.slice(dot + 1));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function strings(value: unknown): string[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "") ? value : null;
}

function globs(value: unknown): string[] | null {
  const list = strings(value);
  return list === null || list.length === 0 ? null : list;
}

/** URIs, or absolute paths of any platform. */
function folders(value: unknown): string[] | null {
  const uris = strings(value)?.map(folderUri) ?? null;
  return uris === null || uris.includes(null) ? null : (uris as string[]);
}

function folderUri(folder: string): string | null {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(folder)) return normalizeUri(folder);
  const path = folder.replaceAll("\\", "/");
  if (path.startsWith("//")) return normalizeUri(`file:${encodePath(path)}`);
  if (path.startsWith("/") || /^[a-z]:\//i.test(path)) return normalizeUri(`file:///${encodePath(path)}`);
  return null;
}

/** A path may hold what a URI gives a meaning to. */
function encodePath(path: string): string {
  return path.replace(/[%?#]/g, encodeURIComponent);
}

function scope(value: unknown): Settings["scope"] | null {
  return value === "workspace" || value === "open" ? value : null;
}

function count(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

const levels: readonly unknown[] = ["off", "hint", "information", "warning", "error"] satisfies RuleLevel[];

function readRules(value: unknown, problems: string[]): Settings["rules"] {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    problems.push("verbatim.rules must be an object of rules and levels; the defaults are used.");
    return {};
  }
  const read: Partial<Record<RuleId, RuleLevel>> = {};
  for (const [id, level] of Object.entries(value)) {
    if (!Object.hasOwn(rules, id)) problems.push(`verbatim.rules: there is no rule ${id}.`);
    else if (!levels.includes(level)) {
      problems.push(`verbatim.rules: the level of ${id} must be off, hint, information, warning or error.`);
    } else read[id as RuleId] = level as RuleLevel;
  }
  return read;
}
