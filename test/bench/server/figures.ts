import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeNotebook } from "../notebook/notebook.ts";
import { type CitedNotebook, makeCitedNotebook } from "./citedNotebook.ts";
import { atRate, hoversWhile, openForWriting } from "./edits.ts";
import { type Endurance, measureEndurance } from "./endurance.ts";
import { startServerProcess } from "./serverProcess.ts";

/** What was measured on a notebook. Memory in bytes, lists of times in milliseconds. */
export interface ServerFigures {
  readonly notes: number;
  readonly withoutLongNote: ScanMemory;
  readonly withLongNote: ScanMemory;
  /** Of hovers that were asked for until all was checked. */
  readonly scanning: readonly number[];
  readonly idle: readonly number[];
  readonly shortNote: readonly number[];
  readonly longNote: readonly number[];
  /** Of hovers while a source that half of the notes cite is edited. */
  readonly sourceHovers: readonly number[];
  readonly endurance: Endurance;
}

/** The most memory that a server has until it has checked everything, and what there is to check. */
export interface ScanMemory {
  readonly peak: number;
  /** Of the notes and of the sources that are cited. */
  readonly files: number;
}

export interface ServerFiguresOptions {
  /** The server's file: `buildServer`. */
  readonly script: string;
  readonly seed: number;
  readonly notes: number;
  /** Of typing, for each row that has some. */
  readonly seconds: number;
  readonly edits: number;
}

const perSecond = 20;
/** A person changes a source a few times a second. */
const sourcePerSecond = 4;
/** What an idle server takes is told by fewer answers. */
const idleShare = 1 / 3;
/** Hovers come as fast as they are answered. */
const sourceShare = 1 / 2;

/** Measures one server after another on a notebook that is written to a temporary folder. */
export async function measureServerFigures(options: ServerFiguresOptions): Promise<ServerFigures> {
  const { script, seed, notes } = options;
  const cited = makeCitedNotebook(seed, notes);
  const home = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    writeNotebook({ ...cited.notebook, notes: cited.notebook.notes.filter((note) => note !== cited.longNote) }, home);
    const longNote = Buffer.byteLength(cited.longNote.text);
    const withoutLongNote = { peak: await peakOfScan(script, home), files: cited.bytes - longNote };
    writeNotebook({ notes: [cited.longNote], sources: [] }, home);
    const { peak, ...answers } = await measureAnswers(cited, home, options);
    return { notes, withoutLongNote, withLongNote: { peak, files: cited.bytes }, ...answers };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function peakOfScan(script: string, home: string): Promise<number> {
  const server = await startServerProcess({ script, home });
  await server.settled();
  const peak = server.peakMemory();
  await server.end();
  return peak;
}

async function measureAnswers(cited: CitedNotebook, home: string, { script, seconds, edits }: ServerFiguresOptions) {
  const server = await startServerProcess({ script, home });
  const typist = openForWriting(server, cited.shortNote);
  const scanning = await hoversWhile(typist, () => !server.isSettled);
  const peak = server.peakMemory();
  const idle = await atRate(perSecond, seconds * idleShare, typist.hover);
  const shortNote = await atRate(perSecond, seconds, typist.type);
  const longTypist = openForWriting(server, cited.longNote);
  // The note is read as a whole once.
  await longTypist.hover();
  const longNote = await atRate(perSecond, seconds, longTypist.type);
  server.close(cited.longNote.path);
  const hub = openForWriting(server, cited.hub);
  let isTyping = true;
  const typing = atRate(sourcePerSecond, seconds * sourceShare, async () => {
    hub.write();
    return 0;
  }).finally(() => {
    isTyping = false;
  });
  const sourceHovers = await hoversWhile(typist, () => isTyping);
  await typing;
  const endurance = await measureEndurance(server, { cited, documents: [typist, hub], edits });
  await server.end();
  return { peak, scanning, idle, shortNote, longNote, sourceHovers, endurance };
}
