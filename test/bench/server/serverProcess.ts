import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { serverEnvironment } from "../../../client/src/server/serverEnvironment.ts";
import { type StatusParams, statusNotification } from "../../../server/src/shell/protocol.ts";

/** A server at work on a notebook, over standard input and output, in the environment that VS Code's client gives it. */
export interface ServerProcess {
  readonly connection: MessageConnection;
  /** The URI of a file of the notebook. */
  uriOf(path: string): string;
  /** Resolves when everything that the server knew to be out of date is checked. */
  settled(): Promise<void>;
  readonly isSettled: boolean;
  /** The most bytes of memory that it ever had. */
  peakMemory(): number;
  /** Milliseconds that something takes, without those in which this process or the server waited for a processor. */
  timed(task: () => Promise<unknown>): Promise<number>;
  /** Bytes that it holds once all garbage is collected. */
  held(): Promise<number>;
  open(path: string, text: string): void;
  close(path: string): void;
  /** Resolves when diagnostics of this version of an open note come. To be asked for one version of it at a time. */
  published(path: string, version: number): Promise<void>;
  /** Another text of an open document, or what changes of it. */
  change(path: string, version: number, change: object): void;
  end(): Promise<void>;
}

export interface ServerProcessOptions {
  /** The file to be run: {@link buildServer}. */
  readonly script: string;
  /** The notebook's folder. */
  readonly home: string;
}

/** Builds what is shipped. Returns the file to be run. */
export function buildServer(): string {
  const outdir = "out/bench";
  const built = spawnSync(process.execPath, ["scripts/build.mjs", "--outdir", outdir, "server"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
  return resolve(outdir, "server.js");
}

/** Starts a server, and resolves when it has answered `initialize`. */
export async function startServerProcess({ script, home }: ServerProcessOptions): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-held-"));
  const heldFile = join(folder, "held");
  const child = spawn(process.execPath, ["--require", resolve("test/bench/server/held.cjs"), script, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...serverEnvironment, VERBATIM_BENCH_HELD: heldFile },
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let isSettled = false;
  let tellSettled: (() => void)[] = [];
  connection.onNotification(statusNotification, ({ state }: StatusParams) => {
    isSettled = state === "ready";
    if (!isSettled) return;
    for (const tell of tellSettled) tell();
    tellSettled = [];
  });
  const awaited = new Map<string, { readonly version: number; readonly done: () => void }>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version }) => {
    const wait = awaited.get(uri);
    if (wait?.version === version) wait?.done();
  });
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    workspaceFolders: [{ uri: pathToFileURL(home).href, name: "notebook" }],
    rootUri: null,
    capabilities,
    initializationOptions: { verbatim: { status: true } },
  });
  await connection.sendNotification("initialized", {});

  const uriOf = (path: string) => pathToFileURL(join(home, path)).href;
  const notify = (method: string, params: object) => void connection.sendNotification(method, params);
  return {
    connection,
    uriOf,
    get isSettled() {
      return isSettled;
    },
    settled: () => (isSettled ? Promise.resolve() : new Promise((done) => tellSettled.push(done))),
    async timed(task) {
      const waited = () => waitOf(String(child.pid)) + waitOf("self");
      const before = waited();
      const start = performance.now();
      await task();
      return Math.max(0, performance.now() - start - (waited() - before));
    },
    peakMemory: () => kilobytes(child, "VmHWM") * 1024,
    async held() {
      rmSync(heldFile, { force: true });
      child.kill("SIGUSR2");
      while (!existsSync(heldFile)) await new Promise((done) => setTimeout(done, 20));
      return Number(readFileSync(heldFile, "utf8"));
    },
    open: (path, text) =>
      notify("textDocument/didOpen", {
        textDocument: { uri: uriOf(path), languageId: "markdown", version: 1, text },
      }),
    close: (path) => notify("textDocument/didClose", { textDocument: { uri: uriOf(path) } }),
    published: (path, version) => new Promise((done) => awaited.set(uriOf(path), { version, done })),
    change: (path, version, change) =>
      notify("textDocument/didChange", { textDocument: { uri: uriOf(path), version }, contentChanges: [change] }),
    async end() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What Linux says of a process. */
function kilobytes({ pid }: ChildProcess, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]);
}

/** Milliseconds that the main thread of a process could run and was not let. */
function waitOf(pid: string): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
}

/** As VS Code's. */
const capabilities = {
  textDocument: {
    hover: { contentFormat: ["markdown"] },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};
