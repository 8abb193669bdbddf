import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { visible } from "../../../server/src/visible.ts";
import { makeNotebook } from "../../bench/notebook/notebook.ts";
import { buildCommandLine, verbatim } from "../../cli/commandLine.ts";
import { anyBytes, anyText } from "../../unit/properties/anything.ts";
import { holds } from "../../unit/properties/run.ts";
import { able, buildServer, type Client, endServers, startClient } from "../client.ts";
import { notebook, removeNotebooks } from "../notebook.ts";
import { noteText, sourceText } from "./steps.ts";

/** Whatever serves notes. Each has to find what the command line finds. */
const servers: Readonly<Record<string, () => Client>> = { "the server": startClient };

type Files = Readonly<Record<string, string | Uint8Array>>;

const settings = fc.constantFrom<Record<string, unknown>[]>(
  {},
  { "verbatim.rules": { "quote-without-citation": "warning", "quote-moved": "off" } },
  { "verbatim.exclude": ["sub/deep/**"], "verbatim.elision.maxWords": 2 },
  { "verbatim.notes": ["**/*.md", "**/*.txt"] },
  { "verbatim.rules": 7, "verbatim.hover.maxLines": -1 },
);

const name = fc.constantFrom("a", "ü n", "100%", "a#b", "a?b", "it's", "(x)", "ｘ", "e\u0301", "[1]", "&amp;");
const folder = fc.constantFrom("", "sub/", "sub/deep/", "ö/");
const note = fc
  .tuple(folder, name, fc.oneof(noteText, anyText, anyBytes))
  .map(([in_, name, text]) => [`${in_}${name}.md`, text]);
const source = fc
  .tuple(fc.constantFrom("x.txt", "sub/y.txt", "sub/deep/m.md", "source.txt"), fc.oneof(sourceText, anyBytes))
  .map(([path, text]) => [path, text]);

const notebooks = fc
  .tuple(
    fc.array(note, { minLength: 8, maxLength: 24, size: "max" }),
    fc.array(source, { minLength: 2, maxLength: 6, size: "max" }),
    fc.constantFrom("", "deep\n", "*.md\n!a.md\n"),
  )
  .map(([notes, sources, gitignore]): Files => Object.fromEntries([...notes, ...sources, [".gitignore", gitignore]]));

describe("the command line and every server", () => {
  before(() => {
    buildServer();
    buildCommandLine();
  });
  afterEach(endServers);
  after(removeNotebooks);

  const weird = fc.record({ files: notebooks, settings });
  holds("find the same in notebooks that nobody would write", 12, weird, ({ files, settings }) =>
    findTheSame(files, settings),
  );

  holds("find the same in notebooks that somebody may have written", 2, fc.nat(0x7fffffff), (seed) => {
    const { notes, sources } = makeNotebook({ seed, notes: 40 });
    return findTheSame(Object.fromEntries([...notes, ...sources].map(({ path, text }) => [path, text])), {});
  });
});

async function findTheSame(files: Files, settings: Record<string, unknown>): Promise<void> {
  const { folder } = notebook({ ...files, ".vscode/settings.json": JSON.stringify(settings) });
  const expected = foundByCommandLine(folder);
  for (const [name, start] of Object.entries(servers)) {
    assert.deepEqual(await foundBy(start(), folder, settings), expected, `${name} ${JSON.stringify(files)}`);
  }
}

type Found = Record<string, readonly unknown[]>;

function foundByCommandLine(folder: string): Found {
  const { stdout, stderr, code } = verbatim(["check", "--format", "json"], { in: folder });
  assert.ok(code === 0 || code === 1 || code === 2, stderr);
  const { notes } = JSON.parse(stdout) as { notes: { path: string; diagnostics: Reported[] }[] };
  return sorted(
    notes.map(({ path, diagnostics }) => [
      path,
      diagnostics.map(({ code, severity, message, range }) => ({ code, severity, message: visible(message), range })),
    ]),
  );
}

interface Reported {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
}

const severities = ["", "error", "warning", "information", "hint"];

async function foundBy(client: Client, folder: string, given: Record<string, unknown>): Promise<Found> {
  const root = pathToFileURL(folder).href;
  const settings = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.replace(/^verbatim\./, ""), value]),
  );
  await client.start({
    capabilities: able,
    workspaceFolders: [{ uri: root, name: "notebook" }],
    initializationOptions: { settings },
  });
  await client.request("verbatim/checkAll", {});
  const latest = new Map<string, readonly unknown[]>();
  for (const { method, params } of client.received) {
    if (method !== "textDocument/publishDiagnostics") continue;
    const { uri, diagnostics } = params as PublishDiagnosticsParams;
    const found = diagnostics.map(({ code, severity = 0, message, range }) => ({
      code,
      severity: severities[severity],
      message,
      range,
    }));
    latest.set(decodeURIComponent(uri.slice(root.length + 1)), found);
  }
  client.process.kill();
  return sorted([...latest]);
}

/** By path, without notes in which nothing was found. */
function sorted(found: (readonly [string, readonly unknown[]])[]): Found {
  const some = found.filter(([, findings]) => findings.length > 0);
  return Object.fromEntries(some.sort(([a], [b]) => (a < b ? -1 : 1)));
}
