import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { summaryInWords } from "../../features/summary.ts";
import { visible } from "../../visible.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import { readSettings, type Settings } from "../../workspace/settings.ts";
import { addSummaries } from "../../workspace/summary.ts";
import { counted } from "../../workspace/wording.ts";
import type { Summary } from "../../workspace/workspace.ts";
import { uriOf } from "../filePaths.ts";
import type { CheckOptions } from "./arguments.ts";
import { type CheckedTargets, checkTargets } from "./checkTargets.ts";
import { createPaint, type Paint, wantsColour } from "./colour.ts";
import { exitCodes } from "./exit.ts";
import type { ReportFormat } from "./format.ts";
import { formatJson } from "./json.ts";
import { writeFixedNote } from "./mend.ts";
import { formatMended, mendedLine } from "./mended.ts";
import { comparePaths, createPathNames } from "./paths.ts";
import { createProgress, type Progress } from "./progress.ts";
import type { Report } from "./report.ts";
import { readSettingsFile } from "./settingsFile.ts";
import { findFolder, findTargets } from "./targets.ts";

/**
 * Of a check of seconds the compiler takes a third. V8 may put less of one function into another than it is used to, and
 * optimizes sooner and in less time; in a check of half a minute nothing is lost by it.
 */
const compilerFlag = "--max-inlined-bytecode-size-cumulative=200";

/** Checks what the options name, prints what was found, and returns the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  setFlagsFromString(compilerFlag);
  const workingDirectory = process.cwd();
  const path = createPathNames(workingDirectory);
  const sourceRoots = options.sourceRoots.map((folder) => uriOf(findFolder(folder, workingDirectory)));
  const groups = findTargets({ paths: options.paths, root: options.root, workingDirectory });
  const progress = options.quiet || !process.stderr.isTTY ? null : terminalProgress();
  const format = reportFormat(options);
  const cacheFolder = options.cache === null ? null : resolve(workingDirectory, options.cache);

  const results: CheckedTargets[] = [];
  // Roots may lie in each other: what is in two of them is reported as the outer one has it.
  const reported = new Set<string>();
  for (const { root, targets } of groups) {
    const settings = { ...settingsOf(root, options, path(uriOf(root))), sourceRoots };
    const within = targets.map((target) => uriOf(target.path));
    const task = { root: uriOf(root), within, settings, format, workingDirectory, cacheFolder };
    const write = options.fix === null ? null : options.fix === "write" ? writerIn(root) : () => null;
    const result = await checkTargets({ task, targets, progress, threads: options.threads, write, reported });
    results.push(result);
    for (const { notes } of result.shares) for (const { uri } of notes) reported.add(uri);
  }
  progress?.end();
  for (const problem of cacheProblems(results)) complain(`the cache could not be written: ${problem}`);
  const report = reportOf(results, path, options.fix);
  process.stdout.write(options.format === "json" ? formatJson(report) : pretty(report, format, path));
  return exitCode(report.summary, [...unread(results, path), ...withoutNotes(results)], options);
}

function reportFormat({ format, quiet }: CheckOptions): ReportFormat {
  const { stdout, env } = process;
  return {
    name: format,
    hasColour: wantsColour(env, stdout.isTTY),
    columns: Math.max(40, stdout.isTTY ? stdout.columns : 120),
    errorsOnly: quiet,
  };
}

function writerIn(root: string): (fixed: FixedNote) => string | null {
  return (fixed) => writeFixedNote(fixed, root);
}

/** A check is none the worse for not being kept. */
function cacheProblems(results: readonly CheckedTargets[]): ReadonlySet<string> {
  return new Set(results.flatMap(({ shares }) => shares.flatMap(({ cacheProblem }) => cacheProblem ?? [])));
}

function terminalProgress(): Progress {
  return createProgress({ write: (text) => process.stderr.write(text), now: () => performance.now() });
}

/** The root's settings; what is wrong with them is one warning, and defaults stand for it. */
function settingsOf(root: string, options: CheckOptions, rootPath: string): Settings {
  const { values, problem } = readSettingsFile(root);
  const { settings, problems } = readSettings(values);
  const all = problem === null ? problems : [`${problem}.`, ...problems];
  const name = `${rootPath === "" ? "" : `${rootPath}/`}.vscode/settings.json`;
  if (all.length > 0) complain(`${name}: ${all.join(" ")}`);
  return { ...settings, scope: "workspace", rules: { ...settings.rules, ...options.rules } };
}

function reportOf(results: readonly CheckedTargets[], path: (uri: string) => string, fix: CheckOptions["fix"]): Report {
  const shares = results.flatMap((result) => result.shares);
  const fixed = results.flatMap((result) => result.fixed);
  return {
    notes: inOrder(
      shares.flatMap(({ notes }) => notes),
      ({ uri }) => path(uri),
    ),
    summary: addSummaries(
      shares.map(({ summary }) => summary),
      new Set(shares.flatMap(({ sources }) => sources)).size,
    ),
    mended:
      fix === null ? null : { notes: inOrder(fixed, ({ before }) => path(before.uri)), isDryRun: fix === "dry-run" },
  };
}

function inOrder<T>(list: T[], path: (one: T) => string): T[] {
  return list.sort((a, b) => comparePaths(path(a), path(b)));
}

function pretty(report: Report, { hasColour, errorsOnly }: ReportFormat, path: (uri: string) => string): string {
  const { notes, mended } = report;
  const findings = notes.map(({ text }) => text).join("");
  if (errorsOnly || notes.length === 0) return findings;
  const paint = createPaint(hasColour);
  const before = mended === null ? "" : formatMended(mended, path, paint);
  return `${before}${findings}${mended === null ? "" : mendedLine(mended)}${summaryLine(report, paint)}\n`;
}

function summaryLine({ notes, summary }: Report, paint: Paint): string {
  const { citations, uncited, errors, warnings, information, hints } = summary;
  const isEmpty = citations + uncited === 0;
  const checked = isEmpty ? `No citations in ${counted(notes.length, "note")}` : summaryInWords(summary);
  const counts = [
    errors > 0 ? paint("error", counted(errors, "error")) : "",
    warnings > 0 ? paint("warning", counted(warnings, "warning")) : "",
    information > 0 ? paint("information", `${information} information`) : "",
    hints > 0 ? paint("hint", counted(hints, "hint")) : "",
  ].filter((count) => count !== "");
  const found = counts.length > 0 ? counts.join(", ") : paint("good", "No findings");
  return `${checked}. ${found}.`;
}

/** Notes that could not be read or written, and why. */
function unread(results: readonly CheckedTargets[], path: (uri: string) => string): string[] {
  const reasons = results.flatMap(({ shares, unwritable }) => [
    ...shares
      .flatMap(({ unreadable }) => unreadable)
      .map(({ uri, reason }) => `${path(uri)} could not be read: ${reason}`),
    ...unwritable.map(({ uri, reason }) => `${path(uri)} could not be mended: ${reason}`),
  ]);
  return [...new Set(reasons)].sort(comparePaths);
}

function withoutNotes(results: readonly CheckedTargets[]): string[] {
  return results.flatMap(({ empty }) => empty).map(({ name }) => `no note found in ${name}`);
}

function exitCode({ errors, warnings }: Summary, problems: readonly string[], { maxWarnings }: CheckOptions): number {
  const hasTooMany = maxWarnings !== null && warnings > maxWarnings;
  if (hasTooMany) complain(`${counted(warnings, "warning")}, more than the ${maxWarnings} that --max-warnings allows`);
  for (const problem of problems) complain(problem);
  if (problems.length > 0) return exitCodes.failed;
  return errors > 0 || hasTooMany ? exitCodes.findings : exitCodes.clean;
}

function complain(message: string): void {
  process.stderr.write(`verbatim: ${visible(message)}\n`);
}
