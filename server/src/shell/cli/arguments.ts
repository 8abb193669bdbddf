import { parseArgs } from "node:util";
import { type RuleId, type RuleLevel, rules } from "../../rules.ts";
import { CannotCheck } from "./exit.ts";

export interface CheckOptions {
  /** As given; empty where none was. */
  readonly paths: readonly string[];
  readonly format: "pretty" | "json";
  readonly rules: Readonly<Partial<Record<RuleId, RuleLevel>>>;
  /** More warnings than this fail the check; null for any number. */
  readonly maxWarnings: number | null;
  readonly quiet: boolean;
  /** As given. */
  readonly root: string | null;
  /** As given. */
  readonly sourceRoots: readonly string[];
  /** Where checks are kept for the next time, as given; null where they are not. */
  readonly cache: string | null;
  /** How many threads share the notes; null for as many as pay. */
  readonly threads: number | null;
  /** Whether to mend what needs no look, or only to say what would be mended. */
  readonly fix: "write" | "dry-run" | null;
  readonly help: boolean;
}

/** More than any notebook pays for. */
const mostThreads = 64;

export const levels: readonly RuleLevel[] = ["off", "hint", "information", "warning", "error"];

/** Reads what stands behind `verbatim check`. Throws {@link CannotCheck} for anything that is not understood. */
export function parseCheckArguments(args: readonly string[]): CheckOptions {
  const { values, positionals } = parse(args);
  return {
    paths: positionals.map((path) => required("PATH", path)),
    format: format(values.format),
    rules: Object.fromEntries((values.rule ?? []).map(ruleSetting)),
    maxWarnings: values["max-warnings"] === undefined ? null : count("--max-warnings", values["max-warnings"]),
    quiet: values.quiet ?? false,
    root: values.root === undefined ? null : required("--root", values.root),
    sourceRoots: (values["source-root"] ?? []).map((folder) => required("--source-root", folder)),
    cache: values.cache === undefined ? null : required("--cache", values.cache),
    threads: values.threads === undefined ? null : threads(values.threads),
    fix: fix(values.fix ?? false, values["dry-run"] ?? false),
    help: values.help ?? false,
  };
}

/** A mistake in the arguments, with the way to the help. */
export function misuse(message: string, command = "check"): CannotCheck {
  return new CannotCheck(message, command === "" ? "verbatim --help" : `verbatim ${command} --help`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        rule: { type: "string", multiple: true },
        "max-warnings": { type: "string" },
        quiet: { type: "boolean" },
        root: { type: "string" },
        "source-root": { type: "string", multiple: true },
        cache: { type: "string" },
        threads: { type: "string" },
        fix: { type: "boolean" },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw misuse(parseProblem(error as NodeJS.ErrnoException));
  }
}

/** Node's message, shortened: it names the option in quotes first, and then goes on for two more sentences. */
function parseProblem({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(?:-\w, )?(--?[^' ]*)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `unknown option ${option}`;
  return message.includes("does not take") ? `${option} takes no value` : `${option} needs a value`;
}

function required(name: string, value: string): string {
  if (value === "") throw misuse(`${name} must not be empty`);
  return value;
}

function format(value = "pretty"): CheckOptions["format"] {
  if (value === "pretty" || value === "json") return value;
  throw misuse(`unknown format ${value}: it is pretty or json`);
}

function fix(isWanted: boolean, isDryRun: boolean): CheckOptions["fix"] {
  if (isDryRun && !isWanted) throw misuse("--dry-run goes with --fix");
  return isWanted ? (isDryRun ? "dry-run" : "write") : null;
}

function count(option: string, value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw misuse(`${option} needs a whole number, not ${value}`);
}

function threads(value: string): number {
  const number = count("--threads", value);
  if (number >= 1 && number <= mostThreads) return number;
  throw misuse(`--threads is 1 to ${mostThreads}, not ${value}`);
}

function ruleSetting(setting: string): [RuleId, RuleLevel] {
  const [id, level, ...more] = setting.split("=");
  if (level === undefined || more.length > 0) throw misuse(`--rule needs ID=SEVERITY, not ${setting}`);
  if (!Object.hasOwn(rules, id)) throw misuse(`unknown rule ${id}`);
  const known = levels.find((each) => each === level);
  if (known === undefined) throw misuse(`unknown severity ${level}: it is one of ${levels.join(", ")}`);
  return [id as RuleId, known];
}
