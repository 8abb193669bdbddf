import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installOnce } from "../../scripts/lib/cache.mjs";
import { makeNotebook, type Notebook, writeNotebook } from "./notebook/notebook.ts";
import { best, runProgram, type Usage } from "./program.ts";
import { atLeast, atMost, ms, type Report, table, times } from "./report.ts";

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

/** `verbatim check` of a whole notebook beside a naive script and markdown-link-check, and from what it kept. */
export async function measureCommandLine({ seed, notes, runs }: CommandLineOptions): Promise<Report> {
  const cli = buildCommandLine();
  const naive = resolve("test/bench/naive.mjs");
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const notebook = makeNotebook({ seed, notes });
    const home = join(folder, "notebook");
    writeNotebook(notebook, home);
    const rows: { naive: Usage; check: Usage; kept: Usage; cached: Usage }[] = [];
    for (let run = 0; run < runs; run++) {
      // In turn, so that what else the machine does meets all of them.
      const cache = join(folder, `cache-${run}`);
      rows.push({
        naive: runProgram(naive, [home], home),
        check: runProgram(cli, ["check"], home),
        kept: runProgram(cli, ["check", "--cache", cache], home),
        cached: runProgram(cli, ["check", "--cache", cache], home),
      });
    }
    for (const { check, cached } of rows) {
      if (check.stdout !== cached.stdout) throw new Error("What was kept says something else.");
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
    const row = (what: string, usage: Usage, other: Usage | null, bar: string, answer: string) => [
      what,
      ms(usage.wall),
      ms(usage.processor),
      other === null ? "" : times(usage.wall / other.wall),
      other === null ? "" : times(usage.processor / other.processor),
      bar,
      answer,
    ];
    const head = ["what", "wall ms", "processor ms", "wall", "processor", "bar", ""];
    const count = links.notes;
    const text = table(head, [
      row("naive script", naiveRun, null, "", ""),
      row("verbatim check, beside it", check, naiveRun, `≤ ${naiveBar}`, answers[0]),
      row("verbatim check --cache, the first time", of("kept"), check, "", ""),
      row("the same with unchanged files, beside that", of("cached"), of("kept"), `≤ ${cachedBar}`, answers[2]),
      row(`verbatim check of ${count} of the notes`, links.own, null, "", ""),
      row(`markdown-link-check of these, beside it`, links.other, links.own, `≥ ${linkBar}`, answers[1]),
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
    notes: paths.length,
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
