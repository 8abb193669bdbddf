import {
  CancellationTokenSource,
  type ClientCapabilities,
  FileChangeType,
  type PublishDiagnosticsParams,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { DiskCache } from "../../../server/src/shell/diskCache.ts";
import { able } from "../client.ts";
import type { Clock } from "./clock.ts";
import type { Disk } from "./disk.ts";
import { type CountedFileSystem, connectInProcess, type InProcess } from "./inProcess.ts";
import { offsetAt, positionAt } from "./places.ts";
import { type Delivery, type Edit, type Step, settingsOf } from "./steps.ts";

/** Everything that decides what a server has to say. */
export interface State {
  readonly open: ReadonlyMap<string, { readonly version: number; readonly text: string }>;
  readonly folders: readonly string[];
  readonly settings: number;
  /** All notes were asked for since the settings changed. */
  readonly isWidened: boolean;
}

export interface Event {
  readonly path: string;
  readonly type: FileChangeType;
}

/** Someone with an editor, who works on files that others change too. */
export interface Person {
  readonly client: InProcess;
  readonly state: State;
  carryOut(step: Step): Promise<void>;
  /** The watcher tells what it held back, and of everything that it never told. */
  catchUp(how: "check all" | "tell"): Promise<void>;
  /** Waits, in the server's time, until there is a reply. */
  ask(method: string, params: unknown): Promise<unknown>;
  /** What the client was told last of each document that is open or has diagnostics, by path. */
  diagnostics(): Map<string, { readonly version?: number; readonly diagnostics: readonly unknown[] }>;
}

export interface PersonOptions {
  readonly disk: Disk;
  readonly files: CountedFileSystem;
  readonly clock: Clock;
  readonly state?: State;
  readonly capabilities?: ClientCapabilities;
  /** Where the server keeps what it found. */
  readonly cache?: DiskCache | undefined;
}

/** Seconds of the server's time that a reply may take. */
const longestReply = 30;

const nothingOpen: State = { open: new Map(), folders: ["wiki"], settings: 0, isWidened: false };

/** Starts a server in a state. */
export async function createPerson(options: PersonOptions): Promise<Person> {
  const { disk, files, clock, state = nothingOpen, capabilities = able, cache } = options;
  const client = connectInProcess(files.fileSystem, { cache });
  const open = new Map(state.open);
  let { folders, settings, isWidened } = state;
  const held: Event[] = [];
  const untold = new Map<string, Event>();
  const asked: Promise<unknown>[] = [];

  const folderItems = (paths: readonly string[]) => paths.map((path) => ({ uri: disk.uri(path), name: path }));
  const { verbatim } = settingsOf(settings) as { verbatim: unknown };
  const started = client.start({
    processId: null,
    capabilities,
    workspaceFolders: folderItems(folders),
    initializationOptions: {
      settings: verbatim,
      ...(cache === undefined ? {} : { cacheFolder: "/cache" }),
      verbatim: { status: true },
    },
  });
  await clock.advance(0);
  await started;
  for (const [path, { version, text }] of open) client.open(disk.uri(path), text, version, languageOf(path));
  if (isWidened) await ask("verbatim/checkAll", {});

  async function ask(method: string, params: unknown): Promise<unknown> {
    let settled = false;
    const reply = client.request(method, params).finally(() => {
      settled = true;
    });
    reply.catch(() => {});
    for (let tenths = 0; !settled && tenths < longestReply * 10; tenths++) await clock.advance(tenths === 0 ? 0 : 100);
    if (!settled) throw new Error(`no reply to ${method}`);
    return reply;
  }

  function isWatched(path: string): boolean {
    return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
  }

  function send(events: readonly Event[]): void {
    const changes = events.filter(({ path }) => isWatched(path));
    if (changes.length === 0) return;
    client.notify("workspace/didChangeWatchedFiles", {
      changes: changes.map(({ path, type }) => ({ uri: disk.uri(path), type })),
    });
  }

  function tell(told: Delivery, ...events: Event[]): void {
    if (told === "later") held.push(...events);
    else if (told === "lost") for (const event of events) untold.set(event.path, event);
    else for (let times = told === "twice" ? 2 : 1; times > 0; times--) send(events);
  }

  function write(path: string, text: string, told: Delivery): void {
    const type = disk.read(path) === null ? FileChangeType.Created : FileChangeType.Changed;
    disk.write(path, text);
    tell(told, { path, type });
  }

  function change(path: string, text: string, contentChanges: readonly unknown[]): void {
    const document = open.get(path);
    if (document === undefined) return;
    const version = document.version + 1;
    open.set(path, { version, text });
    client.change(disk.uri(path), version, ...contentChanges);
  }

  function edit(path: string, edits: readonly Edit[]): void {
    let { text = "" } = open.get(path) ?? {};
    const changes = edits.map((each) => {
      const [from, to] = [each.from, each.to].sort((a, b) => a - b).map((part) => Math.floor(part * text.length));
      const range = { start: positionAt(text, from), end: positionAt(text, to) };
      text = text.slice(0, offsetAt(text, range.start)) + each.text + text.slice(offsetAt(text, range.end));
      return { range, text: each.text };
    });
    change(path, text, changes);
  }

  function editNothing(path: string, how: "no change" | "same text" | "same words"): void {
    const { text = "" } = open.get(path) ?? {};
    const half = text.length >> 1;
    const range = { start: positionAt(text, 0), end: positionAt(text, half) };
    const words = { range, text: text.slice(0, offsetAt(text, range.end)) };
    change(path, text, how === "no change" ? [] : [how === "same text" ? { text } : words]);
  }

  function begin(path: string, text: string): void {
    // A client that lost track opens what is open already.
    const version = (open.get(path)?.version ?? 0) + 1;
    open.set(path, { version, text });
    client.open(disk.uri(path), text, version, languageOf(path));
  }

  function close(path: string): void {
    if (open.delete(path)) client.close(disk.uri(path));
  }

  function move(from: string, to: string, told: Delivery): void {
    disk.move(from, to);
    tell(told, { path: from, type: FileChangeType.Deleted }, { path: to, type: FileChangeType.Created });
  }

  /** As editors do: the notes are edited first, and what is open moves along. */
  async function rename(from: string, to: string, told: Delivery): Promise<void> {
    const files = [{ oldUri: disk.uri(from), newUri: disk.uri(to) }];
    applyEdit((await ask("workspace/willRenameFiles", { files })) as WorkspaceEdit | null);
    const moved = [...open.keys()].filter((path) => path === from || path.startsWith(`${from}/`));
    disk.move(from, to);
    for (const path of moved) {
      const { text } = open.get(path)!;
      close(path);
      begin(to + path.slice(from.length), text);
    }
    client.notify("workspace/didRenameFiles", { files });
    tell(told, { path: from, type: FileChangeType.Deleted }, { path: to, type: FileChangeType.Created });
  }

  function applyEdit(edit: WorkspaceEdit | null): void {
    const ofDocuments = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const changed: [string, readonly TextEdit[]][] = [
      ...Object.entries(edit?.changes ?? {}),
      ...ofDocuments.map(({ textDocument, edits }): [string, TextEdit[]] => [textDocument.uri, edits as TextEdit[]]),
    ];
    for (const [uri, edits] of changed) {
      const path = disk.path(uri);
      const before = open.get(path)?.text ?? disk.read(path);
      if (before === null) continue;
      const after = edited(before, edits);
      if (open.has(path)) change(path, after, [{ text: after }]);
      else write(path, after, "now");
    }
  }

  function chooseFolders(chosen: readonly string[]): void {
    const added = chosen.filter((folder) => !folders.includes(folder));
    const removed = folders.filter((folder) => !chosen.includes(folder));
    folders = chosen;
    const event = { added: folderItems(added), removed: folderItems(removed) };
    client.notify("workspace/didChangeWorkspaceFolders", { event });
  }

  function request(method: string, path: string, at: number, cancel: boolean): void {
    const text = open.get(path)?.text ?? disk.read(path) ?? "";
    const source = new CancellationTokenSource();
    const reply = client.request(method, paramsOf(disk.uri(path), text, at), source.token);
    asked.push(reply.catch(() => {}));
    if (cancel) source.cancel();
  }

  const person: Person = {
    client,
    get state() {
      return { open, folders, settings, isWidened };
    },
    ask,
    async carryOut(step) {
      switch (step.do) {
        case "open":
          return begin(step.path, step.text ?? disk.read(step.path) ?? "");
        case "type":
          return change(step.path, step.text, [{ text: step.text }]);
        case "edit":
          return edit(step.path, step.edits);
        case "edit nothing":
          return editNothing(step.path, step.how);
        case "close":
          return close(step.path);
        case "save": {
          const document = open.get(step.path);
          if (document === undefined) return;
          write(step.path, document.text, step.told);
          return client.notify("textDocument/didSave", { textDocument: { uri: disk.uri(step.path) } });
        }
        case "write":
          return write(step.path, step.text, step.told);
        case "remove":
          disk.remove(step.path);
          return tell(step.told, { path: step.path, type: FileChangeType.Deleted });
        case "move":
          return move(step.from, step.to, step.told);
        case "rename":
          return rename(step.from, step.to, step.told);
        case "set":
          if (step.settings !== settings) isWidened = false;
          settings = step.settings;
          return client.notify("workspace/didChangeConfiguration", { settings: settingsOf(settings) });
        case "choose folders":
          return chooseFolders(step.folders);
        case "ask":
          return request(step.method, step.path, step.at, step.cancel);
        case "check all":
          isWidened = true;
          await ask("verbatim/checkAll", {});
          return;
        case "wait":
          return clock.advance(step.milliseconds);
        case "tell":
          send(held.splice(0).reverse());
      }
    },
    async catchUp(how) {
      send(held.splice(0).reverse());
      if (how === "tell") {
        // Whatever the type says: it is another one of the many that came after.
        const types: FileChangeType[] = [FileChangeType.Changed, FileChangeType.Deleted, FileChangeType.Created];
        send([...untold.keys()].map((path, index) => ({ path, type: types[index % types.length] })));
      } else if (untold.size > 0) {
        isWidened = true;
        await ask("verbatim/checkAll", {});
      }
      await clock.advance(10_000);
      await Promise.all(asked);
    },
    diagnostics() {
      const latest = new Map<string, { version?: number; diagnostics: unknown[] }>();
      for (const { method, params } of client.received) {
        if (method !== "textDocument/publishDiagnostics") continue;
        const { uri, version, diagnostics } = params as PublishDiagnosticsParams;
        latest.set(disk.path(uri), { ...(version === undefined ? {} : { version }), diagnostics });
      }
      for (const [path, { diagnostics }] of latest)
        if (diagnostics.length === 0 && !open.has(path)) latest.delete(path);
      return new Map([...latest].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
  return person;
}

/** Parameters that all of the requests understand. */
export function paramsOf(uri: string, text: string, at: number): unknown {
  const position = positionAt(text, Math.floor(at * text.length));
  return {
    uri,
    textDocument: { uri },
    position,
    range: { start: { line: 0, character: 0 }, end: position },
    context: { includeDeclaration: true, diagnostics: [] },
  };
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const spans = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    newText,
  }));
  return spans
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
}

function languageOf(path: string): string {
  return path.endsWith(".md") ? "markdown" : "plaintext";
}
