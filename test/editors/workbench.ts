import { join } from "node:path";
import { format } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { installWorkbench, startWorkbench, vscodeBelow } from "../../scripts/lib/workbench.mjs";
import type { Editor, SuiteRun } from "./editor.ts";

/** What the page of a workbench shows, to be clicked, typed into and photographed. */
export interface OpenWorkbench {
  readonly page: Page;
  /** The folder of all that this editor keeps, the storage of its extensions included. */
  readonly data: string;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  readonly folder: string;
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the person speaks; English by default. */
  readonly language?: string;
  /** An extension that the page loads beside what is installed, and a suite that it runs. */
  readonly development?: Pick<SuiteRun, "extension"> & Partial<Pick<SuiteRun, "suite">>;
  /** Called before the page loads anything. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** VS Code's workbench from the package registry in a browser without a window, with a Node extension host behind it. */
export interface WorkbenchEditor extends Editor {
  /** The folder of VS Code itself. */
  readonly vscode: string;
  open(options: WorkbenchOptions): Promise<OpenWorkbench>;
  close(): Promise<void>;
}

const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A suite that takes longer hangs, in milliseconds. */
const suiteLimit = 300_000;
/** How much of the editor's log is worth reading when it ends badly. */
const logLines = 20;

export async function workbenchEditor(): Promise<WorkbenchEditor> {
  const [installation, browserProgram] = await Promise.all([
    installWorkbench(() => console.log("Installing VS Code's workbench (about 250 MB to download, once) …")),
    findChromium(() => console.log("Installing Chromium (about 70 MB to download, once) …")),
  ]);
  const browser = await chromium.launch({
    executablePath: browserProgram.path,
    env: definedOnly(browserProgram.env),
    args: browserFlags,
  });
  const open = (options: WorkbenchOptions) => openWorkbench(installation, browser, options);
  return {
    name: "VS Code's workbench from the package registry",
    vscode: join(installation, vscodeBelow),
    open,
    run: (run) => runSuite(open, run),
    close: () => browser.close(),
  };
}

async function openWorkbench(installation: string, browser: Browser, options: WorkbenchOptions) {
  const { folder, vsix, settings, language, development, prepare } = options;
  const server = await startWorkbench(installation, { vsix, settings, language, testing: development !== undefined });
  const page = await browser.newPage({
    viewport: { width: 1200, height: 760 },
    deviceScaleFactor: 1.5,
    // On the desktop nobody is asked either.
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await prepare?.(page);
  const extra: Record<string, string> = {};
  if (development) {
    const remote = (path: string) => `vscode-remote://${server.authority}${path}`;
    const payload = [["extensionDevelopmentPath", remote(development.extension)]];
    if (development.suite) payload.push(["extensionTestsPath", remote(development.suite)]);
    extra.payload = JSON.stringify(payload);
  }
  await page.goto(server.url(folder, extra));
  return {
    page,
    data: server.data,
    close: async () => {
      await page.close();
      await server.stop();
    },
  };
}

async function runSuite(open: WorkbenchEditor["open"], { suite, extension, folder, vsix }: SuiteRun): Promise<void> {
  const log: string[] = [];
  let end: (status: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const limit = setTimeout(() => end(-1), suiteLimit);
  const { close } = await open({
    folder,
    vsix,
    development: { suite, extension },
    prepare: async (page) => {
      await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => log.push(format(...args)));
      await page.exposeFunction("codeAutomationExit", (status: number) => end(status));
    },
  });
  const status = await ended;
  clearTimeout(limit);
  await close();
  if (status === 0) return;
  const how = status === -1 ? `did not end within ${suiteLimit / 1000} s` : `ended with status ${status}`;
  throw new Error(`The suite ${how}. The last lines of the editor's log:\n${log.slice(-logLines).join("\n")}`);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
