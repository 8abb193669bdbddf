import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeNotebook } from "../notebook/notebook.ts";
import { type Answer, atMost, ms, type Report, table, times } from "../report.ts";
import { type CitedNotebook, makeCitedNotebook } from "./citedNotebook.ts";
import { atRate, hoversWhile, median, openTypist, type Typist, worst } from "./edits.ts";
import { buildServer, type ServerProcess, startServerProcess } from "./serverProcess.ts";

export interface ServerBenchOptions {
  readonly seed: number;
  /** Numbers of notes, ascending. */
  readonly sizes: readonly number[];
  /** Of typing. */
  readonly seconds: number;
  /** After which as much memory is to be held as before. */
  readonly edits: number;
}

interface Figures {
  readonly notes: number;
  readonly memory: number;
  readonly memoryBar: number;
  readonly scanning: readonly number[];
  readonly idle: readonly number[];
  readonly isHoverEarly: boolean;
  readonly shortNote: readonly number[];
  readonly longNote: readonly number[];
  readonly sourceHovers: readonly number[];
  readonly grown: number;
}

const most = {
  scanning: 3,
  keystroke: 16,
  growth: 1.2,
  sourceHover: 50,
  baseBytes: 60e6,
  bytesPerByte: 3,
  grown: 10e6,
};
const perSecond = 20;
/** A person changes a source a few times a second. */
const sourcePerSecond = 4;
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/**
 * A server that is run as editors run it. Of times is left out what it and its client waited for a processor that others had.
 */
export async function measureServer({ seed, sizes, seconds, edits }: ServerBenchOptions): Promise<Report> {
  const script = buildServer();
  const figures: Figures[] = [];
  for (const notes of sizes) figures.push(await measureAt(script, makeCitedNotebook(seed, notes), { seconds, edits }));
  const [first, last] = [figures[0], figures[figures.length - 1]];
  const rows: (readonly [string, (each: Figures) => string, (each: Figures) => Answer | null, string])[] = [
    ["peak memory, MB", (each) => megabytes(each.memory), () => null, ""],
    [
      "… of its bar",
      (each) => times(each.memory / each.memoryBar),
      (each) => atMost(each.memory / each.memoryBar, 1),
      "≤ 1",
    ],
    [
      `memory held more after ${edits} edits, MB`,
      (each) => megabytes(each.grown),
      (each) => atMost(each.grown, most.grown),
      "≤ 10",
    ],
    [
      "hover before the scan ends",
      (each) => (each.isHoverEarly ? "yes" : "no"),
      (each) => (each.isHoverEarly ? "met" : "missed"),
      "yes",
    ],
    ["hover when idle, median", (each) => ms(median(each.idle)), () => null, ""],
    ["… p99", (each) => ms(worst(each.idle)), () => null, ""],
    ["hover while scanning, median", (each) => ms(median(each.scanning)), () => null, ""],
    [
      "… beside idle",
      (each) => times(median(each.scanning) / median(each.idle)),
      (each) => atMost(median(each.scanning) / median(each.idle), most.scanning),
      "≤ 3",
    ],
    ["… p99", (each) => ms(worst(each.scanning)), () => null, ""],
    [
      "… beside idle",
      (each) => times(worst(each.scanning) / worst(each.idle)),
      (each) => atMost(worst(each.scanning) / worst(each.idle), most.scanning),
      "≤ 3",
    ],
    [
      "keystroke in a note of 5 kB, p99",
      (each) => ms(worst(each.shortNote)),
      (each) => atMost(worst(each.shortNote), most.keystroke),
      "≤ 16",
    ],
    [
      "keystroke in a note of 1 MB, p99",
      (each) => ms(worst(each.longNote)),
      (each) => atMost(worst(each.longNote), most.keystroke),
      "≤ 16",
    ],
    [
      "hover while a source of half of the notes is edited, p99",
      (each) => ms(worst(each.sourceHovers)),
      (each) => atMost(worst(each.sourceHovers), most.sourceHover),
      "≤ 50",
    ],
  ];
  const answers = rows.flatMap(([, , answer]) => figures.flatMap((each) => answer(each) ?? []));
  const growth = median(last.shortNote) / median(first.shortNote);
  answers.push(atMost(growth, most.growth));
  const head = ["ms, where nothing else is said", ...figures.map(({ notes }) => `${notes} notes`), "bar", ""];
  const missedOf = (answer: (each: Figures) => Answer | null) => [...new Set(figures.map(answer))].join(", ");
  const text = table(head, [
    ...rows.map(([what, value, answer, bar]) => [what, ...figures.map(value), bar, missedOf(answer)]),
    [
      "keystroke in a note of 5 kB, beside the first",
      ...figures.map((each) => times(median(each.shortNote) / median(first.shortNote))),
      "≤ 1.2",
      answers[answers.length - 1],
    ],
  ]);
  return { text, answers };
}

async function measureAt(
  script: string,
  cited: CitedNotebook,
  { seconds, edits }: Pick<ServerBenchOptions, "seconds" | "edits">,
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    writeNotebook(cited.notebook, folder);
    const server = await startServerProcess({ script, home: folder });
    const typist = open(server, cited.shortNote);
    const scanning = await hoversWhile(typist, () => !server.isSettled);
    const memory = server.peakMemory();
    const idle = await atRate(perSecond, seconds, typist.hover);
    const shortNote = await atRate(perSecond, seconds, typist.type);
    const longTypist = open(server, cited.longNote);
    // The note is read as a whole once.
    await longTypist.hover();
    const longNote = await atRate(perSecond, seconds, longTypist.type);
    const hub = open(server, cited.hub);
    let isTyping = true;
    const typing = atRate(sourcePerSecond, seconds, async () => {
      hub.write();
      return 0;
    }).finally(() => {
      isTyping = false;
    });
    const sourceHovers = await hoversWhile(typist, () => isTyping);
    await typing;
    await server.end();
    return {
      notes: cited.notebook.notes.length,
      memory,
      memoryBar: most.baseBytes + most.bytesPerByte * cited.bytes,
      scanning,
      idle,
      isHoverEarly: scanning.length > 1,
      shortNote,
      longNote,
      sourceHovers,
      grown: await growthOver(edits, script, folder, cited),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many bytes more the server holds after so many edits in a note and in a source. */
async function growthOver(edits: number, script: string, home: string, cited: CitedNotebook): Promise<number> {
  const server = await startServerProcess({ script, home, tellsHeld: true });
  await server.settled();
  const documents = [open(server, cited.shortNote), open(server, cited.hub)];
  // What is made once, at the first edits, is no growth.
  for (let i = 0; i < edits / 50; i++) await documents[i % 2].type();
  const before = await server.held();
  for (let i = 0; i < edits; i++) {
    if (i % 10 === 0) await documents[0].type();
    else documents[i % 2].write();
  }
  await documents[0].type();
  const after = await server.held();
  await server.end();
  return after - before;
}

/** Opened for writing in the middle of its first quotation that cites, or of its first line. */
function open(server: ServerProcess, { path, text }: { readonly path: string; readonly text: string }): Typist {
  const link = text.indexOf(".txt#");
  return openTypist(server, path, text, link < 0 ? text.indexOf(" ") : link);
}
