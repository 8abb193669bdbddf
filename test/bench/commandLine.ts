import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installOnce } from "../../scripts/lib/cache.mjs";
import { makeNotebook, type Notebook, writeNotebook } from "./notebook/notebook.ts";
import { best, runProgram, type Usage } from "./program.ts";
import { type Answer, atLeast, atMost, type Frame, type FrameRow, filled, ms, type Report, times } from "./report.ts";

export interface CommandLineOptions {
  readonly seed: number;
  readonly notes: number;
  readonly runs: number;
}

/** Times as long as the naive script, at most. */
const naiveBar = 6;
/** Times as fast as markdown-link-check, at least. */
const linkBar = 5;
/** Of the first time, where nothing has changed since. */
const cachedBar = 0.4;
/** How many notes markdown-link-check is run over. */
const linkedNotes = 2000;

/** Notes of the notebooks that are checked. */
export const commandLineSizes = [1000, 10_000];

/** What is measured over so many notes. */
export function commandLineFrame(notes: number): Frame {
  return {
    title: `The command line, on a notebook of ${notes} notes`,
    head: ["what", "wall ms", "processor ms", "wall", "processor", "bar", ""],
    rows: [
      { what: "naive script", bar: "" },
      { what: "verbatim check, beside it", bar: `≤ ${naiveBar}` },
      { what: "the same in one thread, beside that", bar: "" },
      { what: "verbatim check --cache, the first time", bar: "" },
      { what: "the same with unchanged files, beside that", bar: `≤ ${cachedBar}` },
      { what: `verbatim check of ${Math.min(notes, linkedNotes)} of the notes`, bar: "" },
      { what: "markdown-link-check of these, beside it", bar: `≥ ${linkBar}` },
    ],
  };
}

/** `verbatim check` of a whole notebook beside a naive script and markdown-link-check, and from what it kept. */
export async function measureCommandLine({ seed, notes, runs }: CommandLineOptions): Promise<Report> {
  const cli = buildCommandLine();
  const naive = resolve("test/bench/naive.mjs");
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const notebook = makeNotebook({ seed, notes });
    const home = join(folder, "notebook");
    writeNotebook(notebook, home);
    const rows: { naive: Usage; check: Usage; alone: Usage; kept: Usage; cached: Usage }[] = [];
    for (let run = 0; run < runs; run++) {
      // In turn, so that what else the machine does meets all of them.
      const cache = join(folder, `cache-${run}`);
      rows.push({
        naive: runProgram(naive, [home], home),
        check: runProgram(cli, ["check"], home),
        alone: runProgram(cli, ["check", "--threads", "1"], home),
        kept: runProgram(cli, ["check", "--cache", cache], home),
        cached: runProgram(cli, ["check", "--cache", cache], home),
      });
    }
    for (const { check, alone, cached } of rows) {
      if (check.stdout !== cached.stdout) throw new Error("What was kept says something else.");
      if (check.stdout !== alone.stdout) throw new Error("One thread says something else.");
    }
    const of = (key: keyof (typeof rows)[number]) => best(rows.map((row) => row[key]));
    const links = await measureLinks(cli, { ...notebook, notes: notebook.notes.slice(0, linkedNotes) }, folder);
    const naiveRun = of("naive");
    const check = of("check");
    const cachedShare = of("cached").wall / of("kept").wall;
    const answers = [
      atMost(check.wall / naiveRun.wall, naiveBar),
      atLeast(links.other.wall / links.own.wall, linkBar),
      atMost(cachedShare, cachedBar),
    ];
    const row = (usage: Usage, other: Usage | null, answer: Answer | ""): FrameRow => ({
      figures: [
        ms(usage.wall),
        ms(usage.processor),
        other === null ? "" : times(usage.wall / other.wall),
        other === null ? "" : times(usage.processor / other.processor),
      ],
      answer,
    });
    const text = filled(commandLineFrame(notes), [
      row(naiveRun, null, ""),
      row(check, naiveRun, answers[0]),
      row(of("alone"), check, ""),
      row(of("kept"), check, ""),
      row(of("cached"), of("kept"), answers[2]),
      row(links.own, null, ""),
      row(links.other, links.own, answers[1]),
    ]);
    return { text, answers };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureLinks(cli: string, notebook: Notebook, folder: string) {
  const home = join(folder, "linked");
  writeNotebook(notebook, home);
  const installed = await installOnce(resolve("scripts/markdown-link-check"), {
    announce: () => console.log("Installing markdown-link-check outside the checkout …"),
  });
  const script = join(installed, "node_modules/markdown-link-check/markdown-link-check");
  const paths = notebook.notes.map(({ path }) => path);
  return {
    own: runProgram(cli, ["check"], home),
    other: runProgram(script, ["--quiet", "--config", resolve("test/bench/linkCheck.json"), ...paths], home),
  };
}

function buildCommandLine(): string {
  const outdir = "out/bench";
  const built = spawnSync(process.execPath, ["scripts/build.mjs", "--outdir", outdir, "cli", "command"], {
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(built.stderr);
  return resolve(outdir, "cli.js");
}
