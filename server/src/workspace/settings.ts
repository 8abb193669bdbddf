import { t } from "../l10n.ts";
import { curlyMarks, type QuoteStyle, straightMarks } from "../note/write/quoteStyle.ts";
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
  /** Whether words that were selected only in part are left out of a quotation that Verbatim writes. */
  readonly citeWholeWords: boolean;
  /** The marks for notes that have no quotation yet; null for those of the language. */
  readonly citeQuoteMarks: QuoteStyle | null;
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
  citeWholeWords: true,
  citeQuoteMarks: null,
};

/** Settings as given, nested (`{ check: { scope } }`) or by their dotted names, and what is wrong with them. */
export interface SettingsReading {
  /** Defaults stand for what is missing or wrong. */
  readonly settings: Settings;
  /** One sentence for each wrong setting, naming it. */
  readonly problems: readonly string[];
}

/** What a setting may be. */
interface Kind<T> {
  /** Null for what it may not be. */
  readonly parse: (value: unknown) => T | null;
  /** What is wrong then, as a sentence about the setting of this name. */
  readonly problem: (name: string) => string;
}

/** Never throws; settings of unknown names are left alone, since a client may have its own. */
export function readSettings(raw: unknown): SettingsReading {
  const problems: string[] = [];
  function read<T>(name: string, { parse, problem }: Kind<T>): T | null {
    const value = lookUp(raw, name);
    if (value === undefined || value === null) return null;
    const parsed = parse(value);
    if (parsed === null) problems.push(problem(`verbatim.${name}`));
    return parsed;
  }
  const settings: Settings = {
    notes: read("notes", someGlobs) ?? defaultSettings.notes,
    exclude: read("exclude", anyGlobs) ?? defaultSettings.exclude,
    sourceRoots: read("sourceRoots", absoluteFolders) ?? defaultSettings.sourceRoots,
    scope: read("check.scope", scopes) ?? defaultSettings.scope,
    rules: readRules(lookUp(raw, "rules"), problems),
    hoverMaxLines: read("hover.maxLines", counts) ?? defaultSettings.hoverMaxLines,
    elisionMaxWords: read("elision.maxWords", counts) ?? defaultSettings.elisionMaxWords,
    codeLens: read("codeLens.enabled", flags) ?? defaultSettings.codeLens,
    inlayHints: read("inlayHints.enabled", flags) ?? defaultSettings.inlayHints,
    citeWholeWords: read("cite.wholeWords", flags) ?? defaultSettings.citeWholeWords,
    citeQuoteMarks: read("cite.quoteMarks", quoteMarks)?.style ?? null,
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

const anyGlobs: Kind<string[]> = {
  parse: strings,
  problem: (name) => t("{0} must be a list of globs; the default is used.", name),
};

const someGlobs: Kind<string[]> = { ...anyGlobs, parse: globs };

const absoluteFolders: Kind<string[]> = {
  parse: folders,
  problem: (name) => t("{0} must be a list of absolute folders; the default is used.", name),
};

const scopes: Kind<Settings["scope"]> = {
  parse: (value) => (value === "workspace" || value === "open" ? value : null),
  problem: (name) => t("{0} must be “{1}” or “{2}”; the default is used.", name, "workspace", "open"),
};

const counts: Kind<number> = {
  parse: (value) => (typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null),
  problem: (name) => t("{0} must be a whole number above 0; the default is used.", name),
};

const flags: Kind<boolean> = {
  parse: (value) => (typeof value === "boolean" ? value : null),
  problem: (name) => t("{0} must be true or false; the default is used.", name),
};

const quoteStyles: Readonly<Record<string, QuoteStyle>> = {
  '""': straightMarks,
  "“”": curlyMarks,
  "‘’": { open: "‘", close: "’" },
  "„“": { open: "„", close: "“" },
  "«»": { open: "«", close: "»" },
  "« »": { open: "«\u00a0", close: "\u00a0»" },
  "»«": { open: "»", close: "«" },
  "「」": { open: "「", close: "」" },
};

const quoteMarks: Kind<{ readonly style: QuoteStyle | null }> = {
  parse: (value) => {
    if (value === "auto") return { style: null };
    return typeof value === "string" && Object.hasOwn(quoteStyles, value) ? { style: quoteStyles[value] } : null;
  },
  problem: (name) =>
    t("{0} must be “auto” or one of {1}; the default is used.", name, Object.keys(quoteStyles).join(", ")),
};

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

const levels: readonly unknown[] = ["off", "hint", "information", "warning", "error"] satisfies RuleLevel[];

function readRules(value: unknown, problems: string[]): Settings["rules"] {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    problems.push(t("{0} must be an object of rules and levels; the defaults are used.", "verbatim.rules"));
    return {};
  }
  const read: Partial<Record<RuleId, RuleLevel>> = {};
  for (const [id, level] of Object.entries(value)) {
    if (!Object.hasOwn(rules, id)) problems.push(t("{0}: there is no rule {1}.", "verbatim.rules", id));
    else if (!levels.includes(level)) {
      const allowed = levels.join(", ");
      problems.push(t("{0}: the level of {1} must be one of these: {2}.", "verbatim.rules", id, allowed));
    } else read[id as RuleId] = level as RuleLevel;
  }
  return read;
}
