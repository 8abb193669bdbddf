import assert from "node:assert/strict";
import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import {
  type CancellationToken,
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { createTraffic, type Traffic } from "./protocol/traffic.ts";

/** Milliseconds after which a state that does not come is a failure. */
const timeLimit = 10_000;

/** A plain client: what it can do and answer is what the test says. */
export interface Client {
  readonly process: ChildProcess;
  /** Everything that the server sent without being asked, oldest first. */
  readonly received: readonly Received[];
  request<R>(method: string, params?: unknown, token?: CancellationToken): Promise<R>;
  notify(method: string, params?: unknown): void;
  /** Answers a request of the server's. Without an answer of the test's, the reply is null. */
  answer(method: string, reply: (params: never) => unknown): void;
  /** `initialize` and `initialized`. */
  start(params?: Partial<InitializeParams>): Promise<InitializeResult>;
  open(uri: string, text: string, version?: number, languageId?: string): void;
  change(uri: string, version: number, ...changes: readonly unknown[]): void;
  close(uri: string): void;
  /** The first notification, of those that came or come, that fits. */
  notification<P>(method: string, fits: (params: P) => boolean): Promise<P>;
  /** The newest diagnostics at the document as soon as they fit. */
  diagnostics(uri: string, fits?: (published: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  /** Resolves with the exit code. */
  exit(): Promise<number | null>;
  /** Everything that passed over the connection. */
  readonly traffic: Traffic;
  dispose(): void;
}

export interface Received {
  readonly method: string;
  readonly params: unknown;
}

/** VERBATIM_TEST_OUT names another folder than the tree's own, where nothing may be written into that. */
const outdir = join(process.env.VERBATIM_TEST_OUT || "out", "lsp");

let isBuilt = false;

/** Builds, once, what the tests run: the very bundles that are shipped. */
export function buildServer(): void {
  if (isBuilt) return;
  const built = spawnSync(process.execPath, ["scripts/build.mjs", "--outdir", outdir, "server", "cli"], {
    stdio: "inherit",
  });
  if (built.status !== 0) throw new Error("the server cannot be built");
  isBuilt = true;
}

const running = new Set<ChildProcess>();
const watched = new Set<Traffic>();

/** Kills what still runs. Throws where a server said something that the protocol does not allow. */
export function endServers(): void {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  const problems = [...watched].flatMap((traffic) => traffic.problems());
  watched.clear();
  assert.deepEqual(problems, []);
}

export interface ClientOptions {
  readonly args?: readonly string[];
  /** How many files the server may have open at a time, its own included. */
  readonly openFiles?: number;
}

/** Over standard input and output, as most editors do. */
export function startClient(options: ClientOptions = {}): Client {
  const { args = [`${outdir}/server.js`, "--stdio"], openFiles } = options;
  const command = [process.execPath, ...args];
  const [program, ...rest] =
    openFiles === undefined ? command : ["sh", "-c", `ulimit -n ${openFiles} && exec "$@"`, "sh", ...command];
  const child = spawn(program, rest, { stdio: ["pipe", "pipe", "inherit"] });
  const reader = new StreamMessageReader(child.stdout);
  // A server that is killed in mid-message would leave a timer that waits for the rest for ever.
  reader.partialMessageTimeout = 0;
  return serve(child, reader, new StreamMessageWriter(child.stdin));
}

/** Over Node's own channel between processes, as VS Code does. */
export function startIpcClient(): Client {
  const child = fork(`${outdir}/server.js`, ["--node-ipc"]);
  return serve(child, new IPCMessageReader(child), new IPCMessageWriter(child));
}

function serve(child: ChildProcess, reader: MessageReader, writer: MessageWriter): Client {
  running.add(child);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve)).finally(() =>
    running.delete(child),
  );
  return { ...connect(reader, writer), process: child, exit: () => exited };
}

/** A client over any connection. What passes over it is held to the protocol; see {@link endServers}. */
export function connect(reader: MessageReader, writer: MessageWriter): Omit<Client, "process" | "exit"> {
  const traffic = createTraffic();
  watched.add(traffic);
  const connection = createMessageConnection(observedReader(reader, traffic), observedWriter(writer, traffic));
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const answers = new Map<string, (params: never) => unknown>();
  const receive = (method: string, params: unknown) => {
    received.push({ method, params });
    for (const look of waiting) look();
  };
  connection.onNotification(receive);
  connection.onUnhandledProgress((params) => receive("$/progress", params));
  connection.onRequest((method, params) => answers.get(method)?.(params as never) ?? null);
  connection.onError(() => {});
  connection.listen();

  /** What `find` gives as soon as it gives anything. */
  function until<T>(what: string, find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`${what} did not come; last: ${JSON.stringify(received.slice(-3))}`));
      }, timeLimit);
      waiting.add(look);
      look();
    });
  }

  const request = <R>(method: string, params?: unknown, token?: CancellationToken): Promise<R> =>
    token === undefined ? connection.sendRequest<R>(method, params) : connection.sendRequest<R>(method, params, token);
  const notify = (method: string, params: unknown = {}) => void connection.sendNotification(method, params);
  return {
    traffic,
    received,
    request,
    notify,
    answer: (method, reply) => void answers.set(method, reply),
    async start(params = {}) {
      const result = await request<InitializeResult>("initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
        ...params,
      });
      notify("initialized");
      return result;
    },
    open: (uri, text, version = 1, languageId = "markdown") =>
      notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } }),
    change: (uri, version, ...contentChanges) =>
      notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    close: (uri) => notify("textDocument/didClose", { textDocument: { uri } }),
    notification: <P>(method: string, fits: (params: P) => boolean) =>
      until(method, () => received.find((each) => each.method === method && fits(each.params as P))?.params as P),
    diagnostics: (uri, fits = () => true) =>
      until(`diagnostics of ${uri}`, () => {
        const published = received
          .filter(({ method }) => method === "textDocument/publishDiagnostics")
          .map(({ params }) => params as PublishDiagnosticsParams)
          .findLast((params) => params.uri === uri);
        return published !== undefined && fits(published) ? published : undefined;
      }),
    dispose: () => connection.dispose(),
  };
}

function observedReader(reader: MessageReader, traffic: Traffic): MessageReader {
  const listen: MessageReader["listen"] = (callback) =>
    reader.listen((message) => {
      traffic.toClient(message);
      callback(message);
    });
  return Object.assign(Object.create(reader), { listen });
}

function observedWriter(writer: MessageWriter, traffic: Traffic): MessageWriter {
  const write: MessageWriter["write"] = (message) => {
    traffic.toServer(message);
    return writer.write(message);
  };
  return Object.assign(Object.create(writer), { write });
}

/** What VS Code says of itself, as far as the server asks. */
export const able: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

/** Everything that the server makes use of. */
export const ableToAll: ClientCapabilities = {
  ...able,
  textDocument: {
    ...able.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      dataSupport: true,
      disabledSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    completion: {
      completionItem: { labelDetailsSupport: true, insertReplaceSupport: true, documentationFormat: ["markdown"] },
    },
  },
  window: { workDoneProgress: true },
  workspace: {
    ...able.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

/** The rules that the diagnostics name. */
export function codes({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): unknown[] {
  return diagnostics.map(({ code }) => code);
}

/** The position of the words in the text, and as far behind it as `plus` says. */
export function positionIn(text: string, words: string, plus = 0): Position {
  const offset = text.indexOf(words);
  if (offset < 0) throw new Error(`not in the text: ${words}`);
  const before = text.slice(0, offset + plus).split("\n");
  return { line: before.length - 1, character: before[before.length - 1].length };
}
