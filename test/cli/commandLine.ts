import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The built command line, as a person runs it. */
export const cliPath = resolve(process.env.VERBATIM_TEST_OUT || "out", "cli/cli.js");

/** To be called before a suite; builds once in a run of the tests. */
export function buildCommandLine(): void {
  if (isBuilt) return;
  const built = spawnSync(
    process.execPath,
    ["scripts/build.mjs", "--outdir", dirname(cliPath), "cli", "command", "server"],
    {
      encoding: "utf8",
    },
  );
  if (built.status !== 0) throw new Error(built.stderr);
  isBuilt = true;
}

let isBuilt = false;

/** Milliseconds; each test starts processes, several of them at times. */
export const suiteTimeout = 60_000;

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly in: string;
  readonly env?: NodeJS.ProcessEnv;
}

export function verbatim(args: readonly string[], options: RunOptions): Run {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cliPath, ...args], {
    cwd: options.in,
    env: environment(options.env),
    encoding: "utf8",
    timeout: 20_000,
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** The surroundings without what would change the output, and with what is given. */
export function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, ...rest } = process.env;
  return { ...rest, ...more };
}

/** A new folder with these files; folders are made as needed. It is a root of its own. */
export function makeNotebook(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-")));
  notebooks.push(folder);
  mkdirSync(join(folder, ".vscode"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const notebooks: string[] = [];

/** To be called after a suite. */
export function removeNotebooks(): void {
  for (const folder of notebooks.splice(0)) rmSync(folder, { recursive: true });
}
