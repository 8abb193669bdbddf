// npm, as it was found or as it started us. Nothing but Node's own modules: this runs before anything is installed.
import { mkdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { run } from "./processes.mjs";

/**
 * Runs npm without install scripts. Throws with npm's own words where it fails.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const { npm_execpath: own } = process.env;
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--engine-strict=false"];
  const all = [...args, ...quiet, "--include=optional", "--loglevel=error"];
  const windows = process.platform === "win32";
  const [command, prefix] = own?.endsWith("npm-cli.js") ? [process.execPath, [own]] : ["npm", []];
  const { status, output } = await run(command, [...prefix, ...all], {
    cwd,
    env: environment(),
    shell: windows && command === "npm",
  }).catch((error) => ({ status: 127, output: String(error) }));
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${output.trim()}`);
}

/**
 * Installs the project's packages unless what is installed is what the lockfile names. Throws where Node is too old.
 * @param {string} root
 * @param {() => void} announce called before work starts
 */
export async function installPackages(root, announce) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Verbatim is built with Node 20.19 or newer; this is ${process.versions.node}.`);
  }
  if (isInstalled(root)) return;
  announce();
  await npm(["ci", "--include=dev"], root);
}

/**
 * npm leaves a lockfile of what it installed in node_modules.
 * @param {string} root
 */
function isInstalled(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(join(root, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, "utf8")).packages;
  } catch {
    return {};
  }
}

/** What npm told us of the script that it runs would make another npm work in the wrong folder. */
function environment() {
  const own = /^npm_(package|lifecycle|command)|^npm_config_(local_prefix|prefix)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  if (isAbsolute(homedir())) return env;
  const home = join(tmpdir(), "verbatim-notes-home");
  mkdirSync(home, { recursive: true });
  return { ...env, HOME: home };
}
