// `npm start`: builds Verbatim, checks a notebook, and opens it in VS Code. Uses nothing but Node's own modules until
// the project's packages are installed.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installPackages } from "./lib/npm.mjs";
import { onPath } from "./lib/path.mjs";
import { endTogether, isEnding, run } from "./lib/processes.mjs";
import { installWorkbench, isFree, startWorkbench, workbenchRunsHere } from "./lib/workbench.mjs";

const usage = `Usage: npm start -- [options]

Builds Verbatim, checks a notebook, prints what it found, and opens the notebook
in VS Code with the extension loaded: in the desktop editor where \`code\` is on
the path, else in a browser.

  --folder PATH  the notebook to open instead of sample/
  --port N       serve VS Code to a browser at this port of 127.0.0.1, also where
                 \`code\` is on the path (otherwise any port that is free)
  --no-editor    only build and check
  --help         print this`;

const root = fileURLToPath(new URL("..", import.meta.url));
const options = readOptions();
endTogether();
try {
  await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error), 1);
}

async function main() {
  if (options.port !== undefined && !(await isFree(options.port))) {
    fail(`Port ${options.port} is in use. Choose another with --port, or leave it out.`, 2);
  }
  await installPackages(root, () => say("Installing the project's packages (once) …"));
  say("Building …");
  await node(["scripts/build.mjs"]);
  say(`Checking ${options.folder}`);
  await run(process.execPath, [join(root, "dist/cli.js"), "check", options.folder], { output: "inherit" });
  if (!options.editor) return;
  if (options.port === undefined && (await openDesktop())) return;
  await serveWorkbench();
}

/** @returns {Promise<boolean>} whether the desktop VS Code was there and opened the notebook */
async function openDesktop() {
  // In a terminal of a remote window `code` is another program, which loads no extension under development.
  const { VSCODE_IPC_HOOK_CLI } = process.env;
  const windows = process.platform === "win32";
  const code = onPath(windows ? "code.cmd" : "code");
  if (VSCODE_IPC_HOOK_CLI || code === undefined) return false;
  say("Opening VS Code …");
  const args = ["--new-window", `--extensionDevelopmentPath=${root}`, options.folder];
  const quoted = windows ? args.map((arg) => `"${arg}"`) : args;
  const { status } = await run(windows ? `"${code}"` : code, quoted, { output: "inherit", shell: windows });
  if (status !== 0) say(`${code} ended with status ${status}.`);
  return status === 0;
}

async function serveWorkbench() {
  if (!workbenchRunsHere) {
    fail("Install VS Code and put `code` on the path to open the notebook: https://code.visualstudio.com", 1);
  }
  await node(["scripts/package.mjs"]);
  const installation = await installWorkbench(() =>
    say("Installing VS Code's workbench (about 250 MB to download, once) …"),
  );
  say("Starting VS Code …");
  const workbench = await startWorkbench(installation, {
    port: options.port,
    vsix: join(root, "out/verbatim-notes.vsix"),
  });
  const url = workbench.url(options.folder);
  say(`\nVS Code is ready. Open this address in a browser; Ctrl-C ends it.\n\n  ${url}\n`);
  openBrowser(url);
  await workbench.ended;
  if (isEnding()) return;
  await workbench.stop();
  fail("VS Code has ended.", 1);
}

/**
 * Opens the address where there is a desktop to open it on.
 * @param {string} url
 */
function openBrowser(url) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!DISPLAY && !WAYLAND_DISPLAY) return;
  const opener = onPath("xdg-open");
  if (opener === undefined) return;
  // The browser is the person's own, and stays when we end.
  spawn(opener, [url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

/** @param {readonly string[]} args */
async function node(args) {
  const { status, output } = await run(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(`${args[0]} failed:\n${output.trim()}`);
}

function readOptions() {
  const options = {
    folder: { type: /** @type {const} */ ("string") },
    port: { type: /** @type {const} */ ("string") },
    "no-editor": { type: /** @type {const} */ ("boolean") },
    help: { type: /** @type {const} */ ("boolean") },
  };
  const { values } = (() => {
    try {
      return parseArgs({ options });
    } catch (error) {
      return fail(`${error instanceof Error ? error.message : error}\n\n${usage}`, 2);
    }
  })();
  if (values.help) {
    say(usage);
    process.exit(0);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (values.port !== undefined && !(/^\d+$/.test(values.port) && port !== undefined && port >= 1 && port <= 65535)) {
    fail(`--port must be a number from 1 to 65535, not "${values.port}".`, 2);
  }
  // npm runs this in the project's folder; the person named the path in theirs.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), values.folder ?? join(root, "sample"));
  if (!existsSync(folder)) fail(`There is no folder ${folder}.`, 2);
  if (!statSync(folder).isDirectory()) fail(`${folder} is not a folder.`, 2);
  return { folder, port, editor: !values["no-editor"] };
}

/** @param {string} text */
function say(text) {
  console.log(text);
}

/**
 * @param {string} message
 * @param {number} status
 * @returns {never}
 */
function fail(message, status) {
  console.error(message);
  process.exit(status);
}
