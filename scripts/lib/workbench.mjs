// The real VS Code workbench as the package registry has it: code-server's VS Code, served on loopback to a browser.
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce } from "./cache.mjs";
import { npm } from "./npm.mjs";
import { onShutdown, run, start, stop } from "./processes.mjs";

const host = "127.0.0.1";

/** Whether the registry has the parts of the workbench for this machine. */
export const workbenchRunsHere = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);

/** What a person who sees this workbench for the first time should not have to click away. */
const userSettings = {
  "chat.disableAIFeatures": true,
  "editor.unicodeHighlight.nonBasicASCII": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "security.workspace.trust.banner": "never",
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/**
 * @typedef {object} Workbench
 * @property {string} authority `HOST:PORT`
 * @property {string} data the folder of all that it keeps
 * @property {(folder: string, extra?: Readonly<Record<string, string>>) => string} url the page that shows a folder
 * @property {Promise<void>} ended when the server has ended, whoever ended it
 * @property {() => Promise<void>} stop ends the server and removes what it kept
 */

/**
 * Installs the workbench where that has not been done yet.
 * @param {() => void} announce called before work starts
 */
export function installWorkbench(announce) {
  // Counted from the root: the tests bundle this file into another folder of the same depth.
  return installOnce(fileURLToPath(new URL("../../scripts/workbench", import.meta.url)), {
    announce,
    prepare: async (folder) => {
      const vscode = join(folder, vscodeBelow);
      await npm(["install", "--omit=dev"], vscode);
      for (const name of ["spdlog", "native-watchdog"]) {
        cpSync(join(folder, `${name}.cjs`), join(vscode, "node_modules/@vscode", name, "index.js"));
      }
    },
  });
}

/** Where VS Code itself is below an installation. */
export const vscodeBelow = "node_modules/code-server/lib/vscode";

/**
 * Starts a workbench with nothing in it but VS Code and the given extension package, in a profile of its own.
 * @param {string} installation from {@link installWorkbench}
 * @param {object} [options]
 * @param {number} [options.port] 0, as by default, is any that is free
 * @param {string} [options.vsix] an extension package to install
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.testing] obey the page's `payload`: extensions under development and test suites
 * @param {Readonly<Record<string, unknown>>} [options.settings] user settings beside the usual ones
 * @param {string} [options.language] what the person speaks; VS Code itself stays English
 * @returns {Promise<Workbench>}
 */
export async function startWorkbench(installation, options = {}) {
  const { port = 0, vsix, env, testing = false, settings, language } = options;
  const data = mkdtempSync(join(tmpdir(), "verbatim-workbench-"));
  const discard = onShutdown(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
  const user = join(data, "data/User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify({ ...userSettings, ...settings }, null, 2));

  const node = join(installation, `node_modules/node-linux-${process.arch}/bin/node`);
  const main = join(installation, vscodeBelow, "out/server-main.js");
  const common = [main, "--accept-server-license-terms", "--disable-telemetry", "--server-data-dir", data];
  if (vsix) {
    const { status, output } = await run(node, [...common, "--install-extension", vsix], { env });
    if (status !== 0) throw new Error(`The workbench did not install ${vsix}:\n${output}`);
  }

  const token = randomBytes(16).toString("hex");
  const driver = testing ? ["--enable-smoke-test-driver"] : [];
  const where = ["--host", host, "--port", String(port), "--connection-token", token];
  if (language) addLanguage(join(data, "data"), language);
  const spoken = language ? ["--locale", language] : [];
  const server = start(node, [...common, ...where, ...driver, ...spoken], { env });
  const ended = new Promise((/** @type {(value: void) => void} */ resolve) => server.once("close", () => resolve()));
  const authority = `${host}:${await listeningPort(server)}`;
  return {
    authority,
    data,
    url: (folder, extra = {}) => `http://${authority}/?${new URLSearchParams({ tkn: token, folder, ...extra })}`,
    ended,
    stop: async () => {
      await stop(server);
      discard();
    },
  };
}

/**
 * Makes a language known to VS Code, which speaks only those that it has a pack of. This one has not a word in it: what
 * is translated is what extensions bring.
 * @param {string} userData
 * @param {string} language
 */
function addLanguage(userData, language) {
  const vscode = join(userData, "language-pack.json");
  writeFileSync(vscode, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `verbatim.language-${language}` }, version: "1.0.0" }];
  const pack = { hash: language, label: language, extensions, translations: { vscode } };
  writeFileSync(join(userData, "languagepacks.json"), JSON.stringify({ [language]: pack }));
}

/**
 * Whether a port of the loopback interface can be listened on.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/**
 * Waits for the server to say where it listens.
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<number>}
 */
function listeningPort(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        if (said.length < 1e6) said += text;
        const port = /agent listening on (\d+)/.exec(said)?.[1];
        if (port) resolve(Number(port));
      });
    }
    server.once("error", reject);
    server.once("close", (status) => reject(new Error(`The workbench ended with status ${status}:\n${said}`)));
  });
}
