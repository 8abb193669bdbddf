import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { diagnosticsOf } from "../../server/src/features/diagnostics.ts";
import { createSieve } from "../../server/src/features/evidence/sieve.ts";
import { createNodeFileSystem } from "../../server/src/shell/nodeFileSystem.ts";
import { createWorkspace } from "../../server/src/workspace/createWorkspace.ts";
import { defaultSettings } from "../../server/src/workspace/settings.ts";
import type { Work, Workspace } from "../../server/src/workspace/workspace.ts";
import { bytesHeld } from "./measure.ts";
import { makeNotebook, writeNotebook } from "./notebook/notebook.ts";
import { type Answer, atLeast, atMost, ms, type Report, table, times } from "./report.ts";

export interface WorkspaceBenchOptions {
  readonly seed: number;
  /** Numbers of notes, ascending. */
  readonly sizes: readonly number[];
  readonly samples: number;
}

/** What a person waits for in a notebook that was checked, in milliseconds of the processor. */
interface Figures {
  readonly notes: number;
  readonly keystroke: number;
  readonly citing: number;
  readonly scanOfCitations: number;
  readonly sourceKeystroke: number;
  readonly rejudged: number;
  readonly evidence: number;
  readonly held: number;
}

const most = { keystroke: 16, growth: 1.2, timesScan: 50, baseBytes: 60e6, bytesPerByte: 3 };

/** Measures the workspace that the server holds, at several sizes of the notebook. */
export async function measureWorkspace({ seed, sizes, samples }: WorkspaceBenchOptions): Promise<Report> {
  const figures: Figures[] = [];
  for (const notes of sizes) figures.push(await measureAt(notes, seed, samples));
  const [first, last] = [figures[0], figures[figures.length - 1]];
  const answers: Answer[] = [
    ...figures.map(({ keystroke }) => atMost(keystroke, most.keystroke)),
    atMost(last.keystroke / first.keystroke, most.growth),
    atLeast(last.scanOfCitations / last.citing, most.timesScan),
    ...figures.map(({ held }) => atMost(held, 1)),
  ];
  const head = [
    "notes",
    "keystroke p99",
    "who cites a line",
    "than all citations",
    "source keystroke",
    "notes judged",
    "evidence",
    "memory held, of its bar",
  ];
  const rows = figures.map((each) => [
    String(each.notes),
    ms(each.keystroke),
    ms(each.citing),
    times(each.scanOfCitations / each.citing),
    ms(each.sourceKeystroke),
    String(each.rejudged),
    ms(each.evidence),
    times(each.held),
  ]);
  return { text: table(head, rows), answers };
}

async function measureAt(count: number, seed: number, samples: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const before = await bytesHeld();
    const { noteUri, hubUri, noteText, hubText, bytes } = fill(folder, count, seed);
    const work: Work[] = [];
    const workspace = createWorkspace({
      fileSystem: createNodeFileSystem(),
      roots: [pathToFileURL(folder).href],
      settings: defaultSettings,
      onWork: (piece) => work.push(piece),
    });
    await workspace.scan();
    await workspace.refresh();
    work.length = 0;
    const held = ((await bytesHeld()) - before) / (most.baseBytes + most.bytesPerByte * bytes);

    const type = typist(workspace, noteUri, noteText);
    const keystroke = await percentile(samples, 0.99, async () => {
      const checked = await type();
      if (checked !== null) await diagnosticsOf(checked, { source: (uri) => workspace.source(uri) });
    });
    const citing = await percentile(samples, 0.5, (i) => workspace.backlinksOf(hubUri, lineAt(i)));
    const scanOfCitations = await percentile(9, 0.5, (i) => scanAll(workspace, hubUri, lineAt(i)));
    const typeInHub = typist(workspace, hubUri, hubText);
    await typeInHub();
    await workspace.refresh();
    work.length = 0;
    const sourceKeystroke = await percentile(5, 0.5, async () => {
      await typeInHub();
      await workspace.refresh();
    });
    const rejudged = Math.round(work.filter(({ kind }) => kind === "judge").length / 5);
    const index = { workspace, sieve: createSieve({ verdicts: null, quotes: null }) };
    const evidence = await percentile(9, 0.5, () => [...index.sieve.tallies(workspace)]);
    return { notes: count, keystroke, citing, scanOfCitations, sourceKeystroke, rejudged, evidence, held };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lineAt = (i: number) => ({ start: 1 + (i % 40), end: 1 + (i % 40) });

function fill(folder: string, count: number, seed: number) {
  const { notes, sources } = makeNotebook({ seed, notes: count });
  const cited = new Map<string, number>();
  for (const { cites } of notes) for (const path of cites) cited.set(path, (cited.get(path) ?? 0) + 1);
  const hub = sources.reduce((a, b) => ((cited.get(b.path) ?? 0) > (cited.get(a.path) ?? 0) ? b : a));
  writeNotebook({ notes, sources }, folder);
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const used = sources.filter(({ path }) => cited.has(path));
  const bytes = [...notes, ...used].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return {
    noteUri: uriOf(notes[0].path),
    noteText: notes[0].text,
    hubUri: uriOf(hub.path),
    hubText: hub.text,
    bytes,
  };
}

/** A person who writes a letter in the middle of a document at every call. */
function typist(workspace: Workspace, uri: string, text: string) {
  let version = 1;
  let written = text;
  workspace.openDocument(uri, version, written);
  return () => {
    const at = written.length >> 1;
    written = `${written.slice(0, at)}x${written.slice(at)}`;
    workspace.changeDocument(uri, ++version, written);
    return workspace.check(uri);
  };
}

/** Who cites a line, by a look at every citation. */
function scanAll(workspace: Workspace, uri: string, lines: { readonly start: number; readonly end: number }) {
  return workspace.notes().flatMap(({ citations }) =>
    citations.filter(({ sourceUri, citation, quotes }) => {
      if (sourceUri !== uri) return false;
      const all = [citation.lines, ...quotes.map(({ passage }) => passage?.lines)];
      return all.some((range) => range && range.start <= lines.end && lines.start <= range.end);
    }),
  );
}

async function percentile(samples: number, share: number, work: (i: number) => unknown): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < samples; i++) {
    const before = process.cpuUsage();
    await work(i);
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  return taken.sort((a, b) => a - b)[Math.min(samples - 1, Math.floor(samples * share))];
}
