import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What a run of a program took, in milliseconds. */
export interface Usage {
  readonly wall: number;
  readonly processor: number;
  readonly stdout: string;
}

/** Runs a program of Node to its end. It may find something; it must not fail. */
export function runProgram(script: string, args: readonly string[], cwd: string): Usage {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-usage-"));
  const file = join(folder, "usage");
  try {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--require", resolve("test/bench/usage.cjs"), script, ...args],
      { cwd, env: { ...process.env, VERBATIM_BENCH_USAGE: file }, encoding: "utf8", maxBuffer: 2 ** 30 },
    );
    const wall = performance.now() - start;
    if (status !== 0 && status !== 1) throw new Error(`${script} ended with ${status}:\n${stderr.slice(0, 2000)}`);
    return { wall, processor: Number(readFileSync(file, "utf8")), stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The run that took the least: what else the machine does only ever makes one longer. */
export function best(runs: readonly Usage[]): Usage {
  const wall = Math.min(...runs.map((run) => run.wall));
  const processor = Math.min(...runs.map((run) => run.processor));
  return { wall, processor, stdout: runs[0].stdout };
}
