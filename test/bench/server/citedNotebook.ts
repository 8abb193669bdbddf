import { type CitingNote, makeNotebook, type Notebook, type NotebookFile } from "../notebook/notebook.ts";

/** A notebook with a source that half of its notes cite, and a very long note. */
export interface CitedNotebook {
  readonly notebook: Notebook;
  readonly hub: NotebookFile;
  readonly shortNote: CitingNote;
  readonly longNote: CitingNote;
  /** Bytes of the notes and of the sources that are cited. */
  readonly bytes: number;
}

const longNoteSize = 1_000_000;
const shortNoteSize = 5000;

export function makeCitedNotebook(seed: number, count: number): CitedNotebook {
  const { notes, sources } = makeNotebook({ seed, notes: count });
  const hub = sources.find(({ text }) => text.length < 20_000) ?? sources[0];
  const words = hub.text.split(" ").slice(0, 6).join(" ").replace(/\s+/g, " ");
  const citing = `\nAll agree on “${words}” ([the report](../../${hub.path}#L1)).\n`;
  const written = notes.map((note, index) =>
    index % 2 === 0 ? { ...note, text: `${note.text}${citing}`, cites: [...note.cites, hub.path] } : note,
  );
  let text = "";
  const cites = new Set<string>();
  for (const note of notes) {
    if (text.length >= longNoteSize) break;
    text += `${note.text}\n`;
    for (const path of note.cites) cites.add(path);
  }
  const longNote = { path: "notes/000/long.md", text, cites: [...cites] };
  const shortNote = written.reduce((a, b) =>
    Math.abs(b.text.length - shortNoteSize) < Math.abs(a.text.length - shortNoteSize) ? b : a,
  );
  const all = [...written, longNote];
  const cited = new Set(all.flatMap((note) => note.cites));
  const files = [...all, ...sources.filter(({ path }) => cited.has(path))];
  const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
  return { notebook: { notes: all, sources }, hub, shortNote, longNote, bytes };
}
