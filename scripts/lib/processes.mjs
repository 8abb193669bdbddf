// Child processes, each in a process group of its own, so that it can be stopped with everything that it started.
import { spawn } from "node:child_process";

const windows = process.platform === "win32";
/** How long a group may take to end by itself, in milliseconds. */
const patience = 5000;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
/** @type {Set<() => void>} */
const cleanUps = new Set();

/**
 * Starts a program; it is stopped at the latest when this process ends. Its standard input is empty.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: "inherit" | "pipe", shell?: boolean }} [options]
 */
export function start(command, args, { cwd, env, output = "pipe", shell = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    shell,
    stdio: ["ignore", output, output],
    detached: !windows,
    windowsHide: true,
  });
  if (child.pid !== undefined) running.add(child);
  child.once("error", () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end. Rejects where it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof start>[2]} [options] `output: "pipe"` collects what it writes.
 * @returns {Promise<{ status: number, output: string }>} 128 or more where a signal ended it
 */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ status: code ?? 128, output });
    });
  });
}

/**
 * Ends a program and everything that it started: asks first, kills what is left after a while.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function stop(child) {
  running.delete(child);
  if (child.pid === undefined) return;
  if (windows) {
    await new Promise((resolve) => {
      spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" }).once("close", resolve);
    });
    return;
  }
  const deadline = Date.now() + patience;
  signalGroup(child.pid, "SIGTERM");
  while (signalGroup(child.pid, 0)) {
    if (Date.now() > deadline) {
      signalGroup(child.pid, "SIGKILL");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Has something undone when this process is told to end.
 * @param {() => void} undo
 * @returns {() => void} undoes it now
 */
export function onShutdown(undo) {
  cleanUps.add(undo);
  return () => {
    cleanUps.delete(undo);
    undo();
  };
}

/**
 * From now on a signal, an error that nothing handles, or the end of the process that started this one ends everything
 * that was started here.
 */
export function endTogether() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) shutDown(129);
  }, 1000).unref();
  process.on("SIGINT", () => shutDown(130));
  process.on("SIGTERM", () => shutDown(143));
  process.on("SIGHUP", () => shutDown(129));
  // Who read what we print is gone.
  process.stdout.on("error", () => shutDown(141));
  process.on("uncaughtException", (error) => {
    console.error(error);
    shutDown(1);
  });
}

let ending = false;

/** Whether {@link endTogether} is at work, and children end because they were told to. */
export function isEnding() {
  return ending;
}

/** @param {number} status */
async function shutDown(status) {
  if (ending) return;
  ending = true;
  await Promise.all([...running].map(stop));
  for (const undo of cleanUps) undo();
  process.exit(status);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether there was anything to signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
