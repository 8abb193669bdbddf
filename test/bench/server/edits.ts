import { percentileOf } from "./percentile.ts";
import type { ServerProcess } from "./serverProcess.ts";

/** A document that a person has open and writes in. */
export interface Typist {
  /** Writes a letter, or takes the last one back. */
  write(): void;
  /** The same, and resolves with the milliseconds until the server was done with it. */
  type(): Promise<number>;
  /** How long a hover in it takes, in milliseconds. */
  hover(): Promise<number>;
}

/** Opens the document. `offset`: where letters are written, and what a hover is asked for. */
export function openTypist(server: ServerProcess, path: string, text: string, offset: number): Typist {
  server.open(path, text);
  const before = text.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before[before.length - 1].length };
  let version = 1;

  async function hover(): Promise<number> {
    return server.timed(() =>
      server.connection.sendRequest("textDocument/hover", { textDocument: { uri: server.uriOf(path) }, position }),
    );
  }

  function write(): void {
    const isWritten = version % 2 === 0;
    const end = { ...position, character: position.character + (isWritten ? 1 : 0) };
    version++;
    server.change(path, version, { range: { start: position, end }, text: isWritten ? "" : "x" });
  }

  return {
    hover,
    write,
    type() {
      write();
      // A request ends the wait for more letters, as those that an editor sends at each keystroke do.
      return hover();
    },
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
