import type { CitedNotebook } from "./citedNotebook.ts";
import { openForWriting, type Typist } from "./edits.ts";
import type { ServerProcess } from "./serverProcess.ts";

/** How much more memory a server takes after very many edits, in bytes. */
export interface Endurance {
  /** What it holds once all garbage is collected. */
  readonly held: number;
  /** The most that it ever had. */
  readonly peak: number;
}

export interface EnduranceOptions {
  readonly cited: CitedNotebook;
  /** Open: of the short note, and of the source that half of the notes cite. */
  readonly documents: readonly Typist[];
  readonly edits: number;
}

/** The server's answer to every so many edits is waited for: they come as fast as it takes them. */
const editsPerAnswer = 10;
/** Another note is opened, edited and closed as often. */
const editsPerVisit = 100;
const warmUps = 500;

/** Edits open documents in turn, and visits one other note after another meanwhile. */
export async function measureEndurance(
  server: ServerProcess,
  { cited, documents, edits }: EnduranceOptions,
): Promise<Endurance> {
  const visited = cited.notebook.notes.filter((note) => note !== cited.shortNote && note !== cited.longNote);

  async function edit(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      documents[i % documents.length].write();
      if (i % editsPerVisit === 0) await visit(visited[(i / editsPerVisit) % visited.length]);
      if (i % editsPerAnswer === 0) await documents[0].hover();
    }
    await documents[0].hover();
    await server.settled();
  }

  async function visit(note: { readonly path: string; readonly text: string }): Promise<void> {
    const typist = openForWriting(server, note);
    await typist.type();
    server.close(note.path);
  }

  // What is made once, at the first edits, is no growth.
  await edit(warmUps);
  const before = { held: await server.held(), peak: server.peakMemory() };
  await edit(edits);
  const after = { held: await server.held(), peak: server.peakMemory() };
  return { held: after.held - before.held, peak: after.peak - before.peak };
}
