import { percentileOf } from "./percentile.ts";
import type { ServerProcess } from "./serverProcess.ts";

/** A document that a person has open and writes in. */
export interface Typist {
  /** Writes a letter, or takes the last one back. */
  write(): void;
  /** The same, and resolves with the milliseconds until the note's diagnostics came. */
  type(): Promise<number>;
  /** How long a hover in it takes, in milliseconds. */
  hover(): Promise<number>;
}

/**
 * Opened for writing in the path of its first citation, whose source is then not there, and there again: more to do than for
 * a letter of prose. Where nothing is cited, in its first line.
 */
export function openForWriting(
  server: ServerProcess,
  { path, text }: { readonly path: string; readonly text: string },
): Typist {
  const link = text.indexOf(".txt#");
  return openTypist(server, path, text, link < 0 ? text.indexOf(" ") : link);
}

/** `offset`: where letters are written, and what a hover is asked for. */
function openTypist(server: ServerProcess, path: string, text: string, offset: number): Typist {
  server.open(path, text);
  const before = text.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before[before.length - 1].length };
  let version = 1;

  function askHover(): Promise<unknown> {
    return server.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: server.uriOf(path) },
      position,
    });
  }

  function write(): void {
    const isWritten = version % 2 === 0;
    const end = { ...position, character: position.character + (isWritten ? 1 : 0) };
    version++;
    server.change(path, version, { range: { start: position, end }, text: isWritten ? "" : "x" });
  }

  return {
    hover: () => server.timed(askHover),
    write,
    type: () =>
      server.timed(() => {
        write();
        // A request ends the wait for more letters, as those that an editor sends at each keystroke do.
        return Promise.all([server.published(path, version), askHover()]);
      }),
  };
}

/** Does something so many times a second for so long, whatever it takes, and gives what it took. */
export async function atRate(
  perSecond: number,
  seconds: number,
  task: () => Promise<number>,
): Promise<readonly number[]> {
  const taken: number[] = [];
  const start = performance.now();
  for (let i = 0; i < perSecond * seconds; i++) {
    const wait = start + (1000 * i) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    taken.push(await task());
  }
  return taken;
}

/** What hovers took while something goes on. */
export async function hoversWhile(typist: Typist, goesOn: () => boolean): Promise<readonly number[]> {
  const taken: number[] = [];
  while (goesOn()) {
    taken.push(await typist.hover());
    await new Promise((resolve) => setTimeout(resolve, hoverInterval));
  }
  return taken;
}

const hoverInterval = 20;

export const median = (taken: readonly number[]) => percentileOf(taken, 0.5);
export const worst = (taken: readonly number[]) => percentileOf(taken, 0.99);
