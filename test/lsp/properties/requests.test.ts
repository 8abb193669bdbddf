import assert from "node:assert/strict";
import fc from "fast-check";
import { CancellationTokenSource, type PublishDiagnosticsParams } from "vscode-languageserver/node";
import { anyText } from "../../unit/properties/anything.ts";
import { holds } from "../../unit/properties/run.ts";
import { ableToAll, endServers } from "../client.ts";
import type { Exchange } from "../protocol/traffic.ts";
import { installClock } from "./clock.ts";
import { type Disk, memoryDisk } from "./disk.ts";
import { counted } from "./inProcess.ts";
import { createPerson, type Person, paramsOf } from "./person.ts";
import { hasRanges, type Place, placesIn, placesOfTokens } from "./ranges.ts";
import { beginning, notePaths, questions, type Step, sourcePaths, steps } from "./steps.ts";

/** Something that a client asks, rightly or wrongly. */
interface Request {
  readonly method: string;
  readonly path: string;
  readonly at: number;
  /** What is wrong with the parameters: a property of them, and what stands in its place. */
  readonly wrong: { readonly name: string; readonly value?: unknown } | null;
  /** After so many turns it is cancelled; never where it is null. */
  readonly cancelAfter: number | null;
}

type Action = { readonly step: Step } | { readonly request: Request };

const methods = [
  ...questions,
  ...questions,
  "completionItem/resolve",
  "codeAction/resolve",
  "codeLens/resolve",
  "workspace/executeCommand",
  "workspace/willRenameFiles",
  "verbatim/cite",
  "verbatim/citingPlaces",
  "verbatim/evidence",
  "verbatim/checkAll",
  "textDocument/rename",
  "verbatim/unheard",
];

/** Beside files: what is there no more, is no file, or is no URI at all. */
const strange = ["untitled:Untitled-1", "file:///", "file://host/share/a.md", "http://localhost/a.md", "a.md", "", "%"];
const junk = [null, -1, 0.5, 1e20, "x", "", true, [], {}, [null], { line: -1, character: 0 }, { start: null }];
const names = [
  "textDocument",
  "position",
  "range",
  "context",
  "uri",
  "files",
  "command",
  "arguments",
  "source",
  "branches",
];

const request: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom(...methods),
  path: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...notePaths, ...sourcePaths) },
    { weight: 1, arbitrary: fc.constantFrom(...strange) },
  ),
  at: fc.constantFrom(0, 0.1, 0.3, 0.5, 0.7, 0.9, 1, 2),
  wrong: fc.option(fc.record({ name: fc.constantFrom(...names), value: fc.constantFrom(undefined, ...junk) }), {
    nil: null,
    freq: 3,
  }),
  cancelAfter: fc.option(fc.nat(4), { nil: null, freq: 3 }),
});

const action: fc.Arbitrary<Action> = fc.oneof(
  steps.filter((some) => some.length > 0).map(([step]) => ({ step: toldAtOnce(step) })),
  request.map((request) => ({ request })),
  request.map((request) => ({ request })),
);

const examples = fc.record({
  beginning,
  isScanned: fc.boolean(),
  /** A note that may be anything. */
  opened: fc.option(anyText, { nil: null }),
  actions: fc.array(action, { maxLength: 30, size: "max" }),
});

describe("requests of every kind, cancelled or not, in the midst of edits", () => {
  before(() => import("../../../server/src/shell/server/core.ts"));
  afterEach(endServers);

  holds("get one reply each, which names no place that its documents have not", 150, examples, async (example) => {
    const disk = memoryDisk();
    const files = counted(disk.fileSystem);
    let person: Person | null = null;
    const clock = installClock({
      activity: () => {
        const calls = files.calls();
        return calls === null ? null : calls + (person?.client.traffic.count() ?? 0);
      },
    });
    try {
      for (const [path, text] of example.beginning) disk.write(path, text);
      person = await createPerson({ disk, files, clock, capabilities: ableToAll });
      person.client.answer("workspace/applyEdit", () => ({ applied: true }));
      if (example.isScanned) await clock.advance(1000);
      const { opened } = example;
      if (opened !== null) await person.carryOut({ do: "open", path: "wiki/a.md", text: opened });
      const history = createHistory(disk, person);
      for (const action of example.actions) {
        if ("step" in action) await person.carryOut(action.step);
        else ask(person, disk, action.request);
        history.note();
      }
      await clock.advance(60_000);
      checkReplies(person, history);
      checkDiagnostics(person, disk, history);
    } catch (error) {
      if (error instanceof Error) error.message = `${JSON.stringify(example, null, 1)}\n${error.message}`;
      throw error;
    } finally {
      person?.client.dispose();
      clock.uninstall();
    }
  });
});

/** What nobody tells of nobody can know, and positions are then of another text. */
function toldAtOnce(step: Step): Step {
  return "told" in step ? { ...step, told: "now" } : step;
}

function ask({ client, state }: Person, disk: Disk, { method, path, at, wrong, cancelAfter }: Request): void {
  const uri = strange.includes(path) ? path : disk.uri(path);
  const text = state.open.get(path)?.text ?? disk.read(path) ?? "";
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
  const params = {
    ...(paramsOf(uri, text, Math.min(at, 1)) as object),
    ...(at > 1 ? { position: { line: 1_000_000, character: 7 } } : {}),
    files: [{ oldUri: uri, newUri: disk.uri("wiki/new.txt") }],
    command: at > 0.5 ? "verbatim.fixAll" : "verbatim.cite",
    arguments: [{ source: { uri, ranges: [range] } }],
    source: { uri, ranges: [range] },
    line: at * 4,
    grouping: "source",
    filter: { verdicts: null, quotes: null },
    branches: [{ parent: at > 0.5 ? `source:${uri}` : null, limit: 20 }],
  };
  const item = itemOf(client.traffic.exchanges, method);
  const given = item ?? (wrong === null ? params : { ...params, [wrong.name]: wrong.value });
  if (given !== item && wrong !== null) wronglyAsked.add(given);
  const source = new CancellationTokenSource();
  client.request(method, given, source.token).catch(() => {});
  const cancel = (turns: number) => (turns === 0 ? source.cancel() : void setImmediate(() => cancel(turns - 1)));
  if (cancelAfter !== null) cancel(cancelAfter);
}

/** Parameters that break the protocol: any error may answer them. */
const wronglyAsked = new WeakSet<object>();

const resolvable: Readonly<Record<string, { readonly listed: string; readonly plain: object }>> = {
  "completionItem/resolve": { listed: "textDocument/completion", plain: { label: "x" } },
  "codeAction/resolve": { listed: "textDocument/codeAction", plain: { title: "x" } },
  "codeLens/resolve": {
    listed: "textDocument/codeLens",
    plain: { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  },
};

/** What is to be resolved: of the last reply that had any; null where the method resolves nothing. */
function itemOf(exchanges: readonly Exchange[], method: string): object | null {
  if (!Object.hasOwn(resolvable, method)) return null;
  const { listed, plain } = resolvable[method];
  const results = exchanges
    .filter((exchange) => exchange.method === listed)
    .map(({ replies }) => replies[0]?.result as { items?: object[] } & object[]);
  return results.flatMap((result) => result?.items ?? result ?? []).at(-1) ?? plain;
}

interface History {
  /** To be called after everything that may have changed a text. */
  note(): void;
  /** The texts that a document had while these messages passed. */
  during(uri: string, from: number, to: number): string[];
  /** The texts that had this version: one, unless the document was closed and opened again. */
  version(uri: string, version: number): readonly string[];
}

function createHistory(disk: Disk, person: Person): History {
  const texts = new Map<string, { readonly at: number; readonly text: string }[]>();
  const versions = new Map<string, string[]>();
  const paths = new Set([...notePaths, ...sourcePaths]);

  function note(): void {
    const { state, client } = person;
    for (const path of [...disk.paths(), ...state.open.keys()]) paths.add(path);
    for (const path of paths) {
      const document = state.open.get(path);
      const text = document?.text ?? disk.read(path) ?? "";
      if (document !== undefined) {
        const key = `${disk.uri(path)} ${document.version}`;
        versions.set(key, [...(versions.get(key) ?? []), text]);
      }
      const known = texts.get(disk.uri(path)) ?? [];
      texts.set(disk.uri(path), known);
      if (known.at(-1)?.text !== text) known.push({ at: client.traffic.count(), text });
    }
  }
  note();
  return {
    note,
    during(uri, from, to) {
      const known = texts.get(uri) ?? [];
      const first = known.findLastIndex(({ at }) => at <= from);
      return known.filter(({ at }, index) => index >= first && at <= to).map(({ text }) => text);
    },
    version: (uri, version) => versions.get(`${uri} ${version}`) ?? [],
  };
}

function checkReplies({ client }: Person, history: History): void {
  for (const { method, params, sentAt, replies } of client.traffic.exchanges) {
    assert.equal(replies.length, 1, `${replies.length} replies to ${method} ${JSON.stringify(params)}`);
    const [{ result, at, error }] = replies;
    const isWrong = typeof params === "object" && params !== null && wronglyAsked.has(params);
    if (!isWrong) assert.notEqual(error?.code, -32603, `${method} ${JSON.stringify(params)}: ${error?.message}`);
    const asked = (params ?? {}) as { uri?: string; textDocument?: { uri?: string } | null };
    const uri = (method.startsWith("verbatim/") ? asked.uri : asked.textDocument?.uri) ?? "";
    const { data } = (method === "textDocument/semanticTokens/full" ? (result ?? {}) : {}) as { data?: number[] };
    if (method.endsWith("/resolve")) continue;
    const places = [...placesIn(result, uri), ...(data === undefined ? [] : placesOfTokens(data, uri))];
    for (const [of, ranges] of rangesByUri(places)) {
      const texts = history.during(of, sentAt, at);
      const shown = JSON.stringify({ method, asked, result, texts });
      assert.ok(
        texts.some((text) => hasRanges(text, ranges)),
        `a place outside of ${of}: ${shown}`,
      );
    }
  }
}

/** Of an open document at its version, and at rest of every document. */
function checkDiagnostics(person: Person, disk: Disk, history: History): void {
  for (const { method, params } of person.client.received) {
    if (method !== "textDocument/publishDiagnostics") continue;
    const { uri, version, diagnostics } = params as PublishDiagnosticsParams;
    if (version === undefined) continue;
    const texts = history.version(uri, version);
    assert.ok(texts.length > 0, `diagnostics of a version that was never open: ${uri} ${version}`);
    const ranges = diagnostics.map(({ range }) => range);
    assert.ok(
      texts.some((text) => hasRanges(text, ranges)),
      `${uri} ${version}: ${JSON.stringify(diagnostics)}`,
    );
  }
  for (const [path, { diagnostics }] of person.diagnostics()) {
    for (const [of, ranges] of rangesByUri(placesIn(diagnostics, disk.uri(path)))) {
      const text = person.state.open.get(disk.path(of))?.text ?? disk.read(disk.path(of)) ?? "";
      assert.ok(hasRanges(text, ranges), `a place outside of ${of}: ${JSON.stringify(diagnostics)}`);
    }
  }
}

function rangesByUri(places: readonly Place[]): Map<string, Place["range"][]> {
  const byUri = new Map<string, Place["range"][]>();
  for (const { uri, range } of places) byUri.set(uri, [...(byUri.get(uri) ?? []), range]);
  return byUri;
}
