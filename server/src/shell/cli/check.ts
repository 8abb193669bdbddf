import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { version } from "../../../../package.json";
import { summaryInWords } from "../../features/summary.ts";
import { visible } from "../../visible.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import { readSettings, type Settings } from "../../workspace/settings.ts";
import { summarize } from "../../workspace/summary.ts";
import { counted } from "../../workspace/wording.ts";
import type { Summary } from "../../workspace/workspace.ts";
import { createDiskCache, type DiskCache } from "../diskCache.ts";
import { createNodeFileSystem, fileError } from "../nodeFileSystem.ts";
import type { CheckOptions } from "./arguments.ts";
import { type CheckedTargets, checkTargets } from "./checkTargets.ts";
import { createPaint, type Paint, wantsColour } from "./colour.ts";
import { exitCodes } from "./exit.ts";
import { formatJson } from "./json.ts";
import { writeFixedNote } from "./mend.ts";
import { formatMended, mendedLine } from "./mended.ts";
import { comparePaths, createPathNames, uriOf } from "./paths.ts";
import { formatFindings } from "./pretty.ts";
import { createProgress, type Progress } from "./progress.ts";
import type { Report } from "./report.ts";
import { readSettingsFile } from "./settingsFile.ts";
import { findFolder, findTargets } from "./targets.ts";

/** Checks what the options name, prints what was found, and returns the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const workingDirectory = process.cwd();
  const path = createPathNames(workingDirectory);
  const sourceRoots = options.sourceRoots.map((folder) => uriOf(findFolder(folder, workingDirectory)));
  const groups = findTargets({ paths: options.paths, root: options.root, workingDirectory });
  const progress = options.quiet || !process.stderr.isTTY ? null : terminalProgress();
  const fileSystem = createNodeFileSystem({ blocking: true });

  const write = options.fix === null ? null : options.fix === "write" ? writeFixedNote : () => null;
  const cache = options.cache === null ? undefined : openCache(resolve(workingDirectory, options.cache));
  const results: CheckedTargets[] = [];
  for (const group of groups) {
    const settings = settingsOf(group.root, options, path(uriOf(group.root)));
    results.push(
      await checkTargets(group, { fileSystem, settings: { ...settings, sourceRoots }, cache, progress, write }),
    );
  }
  progress?.end();
  flush(cache);
  const report = reportOf(results, path, options.fix);
  process.stdout.write(options.format === "json" ? await formatJson(report) : await pretty(report, options));
  return exitCode(report.summary, [...unread(results, path), ...withoutNotes(results)], options);
}

/** What another build of this program found does not count, whatever its version. */
function openCache(folder: string): DiskCache {
  return createDiskCache({ folder, context: `${version} ${readFileSync(__filename, "latin1")}` });
}

/** A check is none the worse for not being kept. */
function flush(cache: DiskCache | undefined): void {
  try {
    cache?.flush();
  } catch (error) {
    complain(`the cache could not be written: ${fileError(error).message}`);
  }
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

/** Roots may lie in each other: what is in two of them is reported as the outer one has it. */
function reportOf(results: readonly CheckedTargets[], path: (uri: string) => string, fix: CheckOptions["fix"]): Report {
  const owners = new Map<string, CheckedTargets>();
  const notes = results.flatMap((result) =>
    result.notes.filter(({ uri }) => {
      if (owners.has(uri)) return false;
      owners.set(uri, result);
      return true;
    }),
  );
  return {
    notes: notes.sort((a, b) => comparePaths(path(a.uri), path(b.uri))),
    summary: summarize(notes),
    mended: fix === null ? null : { notes: mendedNotes(results), isDryRun: fix === "dry-run" },
    path,
    source: (note, uri) => owners.get(note.uri)!.source(uri),
  };
}

async function pretty(report: Report, { quiet }: CheckOptions): Promise<string> {
  const { stdout, env } = process;
  const paint = createPaint(wantsColour(env, stdout.isTTY));
  const columns = Math.max(40, stdout.isTTY ? stdout.columns : 120);
  const findings = await formatFindings(report, { paint, columns, errorsOnly: quiet });
  if (quiet || report.notes.length === 0) return findings;
  return `${formatMended(report, paint)}${findings}${mendedLine(report)}${summaryLine(report, paint)}\n`;
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

/** The first that has a note is the one that reports it. */
function mendedNotes(results: readonly CheckedTargets[]): ReadonlyMap<string, FixedNote> {
  const notes = new Map<string, FixedNote>();
  for (const fixed of results.flatMap((result) => result.fixed)) {
    if (!notes.has(fixed.before.uri)) notes.set(fixed.before.uri, fixed);
  }
  return notes;
}

/** Notes that could not be read or written, and why. */
function unread(results: readonly CheckedTargets[], path: (uri: string) => string): string[] {
  const reasons = results.flatMap(({ unreadable, unwritable }) => [
    ...unreadable.map(({ uri, reason }) => `${path(uri)} could not be read: ${reason}`),
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
