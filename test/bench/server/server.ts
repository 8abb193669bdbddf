import { type Answer, atLeast, atMost, type Frame, filled, ms, type Report, times } from "../report.ts";
import { median, worst } from "./edits.ts";
import { measureServerFigures, type ScanMemory, type ServerFigures } from "./figures.ts";
import { buildServer } from "./serverProcess.ts";

export interface ServerBenchOptions {
  readonly seed: number;
  /** Numbers of notes, ascending. */
  readonly sizes: readonly number[];
  /** Of typing, for each row that has some. */
  readonly seconds: number;
  /** After which as much memory is to be held as before. */
  readonly edits: number;
}

/** What the figures of docs/performance.md were measured with. */
export const serverDefaults = { sizes: [1000, 10_000], seconds: 60, edits: 100_000 };

interface Row {
  readonly what: string;
  readonly figure: (each: ServerFigures, first: ServerFigures) => number;
  readonly shown: (figure: number) => string;
  readonly bar?: Bar;
}

interface Bar {
  readonly text: string;
  readonly answer: (figure: number) => Answer;
}

/** So many times fewer in all but the first notebook: half of the notes are marked again by every second one. */
const fewerEdits = 20;

/** Bytes of the server alone, and for each byte of the notes and sources. */
const wanted = { base: 60e6, perByte: 3 };

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/**
 * A server that is run as editors run it. Of times is left out what it and its client waited for a processor that others had.
 */
export async function measureServer({ seed, sizes, seconds, edits }: ServerBenchOptions): Promise<Report> {
  const script = buildServer();
  const figures: ServerFigures[] = [];
  for (const notes of sizes) {
    const own = notes === sizes[0] ? edits : edits / fewerEdits;
    figures.push(await measureServerFigures({ script, seed, notes, seconds, edits: own }));
  }
  const measured = rowsOf(edits).map(({ figure, shown, bar }) => {
    const values = figures.map((each) => figure(each, figures[0]));
    return { figures: values.map(shown), answer: bar === undefined ? "" : worstOf(values.map(bar.answer)) } as const;
  });
  return {
    text: filled(serverFrame({ sizes, seconds, edits }), measured),
    answers: measured.flatMap(({ answer }) => (answer === "" ? [] : answer)),
  };
}

/** What is measured over notebooks of so many notes. */
export function serverFrame({ sizes, seconds, edits }: Omit<ServerBenchOptions, "seed">): Frame {
  return {
    title: `The server; times in ms, of ${seconds} seconds of typing`,
    head: ["what", ...sizes.map((notes) => `${notes} notes`), "bar", ""],
    rows: rowsOf(edits).map(({ what, bar }) => ({ what, bar: bar?.text ?? "" })),
  };
}

function rowsOf(edits: number): readonly Row[] {
  return [
    ...memoryRows("peak memory, MB", ({ withoutLongNote }) => withoutLongNote),
    ...memoryRows("peak memory with a note of 1 MB, MB", ({ withLongNote }) => withLongNote),
    {
      what: `memory held more after ${edits} edits (in others ${edits / fewerEdits}), MB`,
      figure: ({ endurance }) => endurance.held,
      shown: megabytes,
      bar: { text: "≤ 10", answer: (figure) => atMost(figure, 10e6) },
    },
    { what: "… peak memory more, MB", figure: ({ endurance }) => endurance.peak, shown: megabytes },
    {
      what: "hovers answered before the scan ends",
      figure: ({ scanning }) => scanning.length - 1,
      shown: String,
      bar: { text: "≥ 1", answer: (figure) => atLeast(figure, 1) },
    },
    { what: "hover when idle, median", figure: ({ idle }) => median(idle), shown: ms },
    { what: "… p99", figure: ({ idle }) => worst(idle), shown: ms },
    { what: "hover while scanning, median", figure: ({ scanning }) => median(scanning), shown: ms },
    {
      what: "… beside idle",
      figure: ({ scanning, idle }) => median(scanning) / median(idle),
      shown: times,
      bar: upTo(3),
    },
    { what: "… p99", figure: ({ scanning }) => worst(scanning), shown: ms },
    {
      what: "… beside idle",
      figure: ({ scanning, idle }) => worst(scanning) / worst(idle),
      shown: times,
      bar: upTo(3),
    },
    ...keystrokeRows("5 kB", ({ shortNote }) => shortNote),
    ...keystrokeRows("1 MB", ({ longNote }) => longNote),
    {
      what: "hover while a source of half of the notes is edited, median",
      figure: ({ sourceHovers }) => median(sourceHovers),
      shown: ms,
    },
    { what: "… p99", figure: ({ sourceHovers }) => worst(sourceHovers), shown: ms, bar: upTo(50) },
  ];
}

function memoryRows(what: string, memory: (each: ServerFigures) => ScanMemory): readonly Row[] {
  const share = ({ peak, files }: ScanMemory) => peak / (wanted.base + wanted.perByte * files);
  return [
    { what, figure: (each) => memory(each).peak, shown: megabytes },
    {
      what: `… beside ${wanted.base / 1e6} MB and ${wanted.perByte} times the files`,
      figure: (each) => share(memory(each)),
      shown: times,
      bar: upTo(1),
    },
  ];
}

/**
 * Growth is told by the median: what a notebook's size adds, it adds to every keystroke. The p99 of a minute is a dozen of its
 * keystrokes, which one collection of garbage more moves; it has a bar of its own.
 */
function keystrokeRows(size: string, taken: (each: ServerFigures) => readonly number[]): readonly Row[] {
  return [
    { what: `keystroke in a note of ${size}, median`, figure: (each) => median(taken(each)), shown: ms },
    {
      what: "… beside the first notebook",
      figure: (each, first) => median(taken(each)) / median(taken(first)),
      shown: times,
      bar: upTo(1.2),
    },
    { what: "… p99", figure: (each) => worst(taken(each)), shown: ms, bar: upTo(16) },
  ];
}

function upTo(most: number): Bar {
  return { text: `≤ ${most}`, answer: (figure) => atMost(figure, most) };
}

function worstOf(answers: readonly Answer[]): Answer {
  return answers.find((answer) => answer === "missed") ?? answers.find((answer) => answer === "close") ?? "met";
}
