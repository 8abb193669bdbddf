import type { Note } from "../note/note.ts";
import { parseNote } from "../note/parse.ts";
import { reparseNote } from "../note/reparse.ts";
import type { NotePart } from "../note/stretches/assemble.ts";
import { decode } from "../source/decode.ts";
import { lineStartsOf } from "../source/lines.ts";
import { FileError, type FileSystem } from "./fileSystem.ts";
import type { Memo } from "./memo.ts";

/** A note's text, read into citations and quotations. */
export interface ParsedNote {
  readonly text: string;
  readonly lineStarts: Uint32Array;
  readonly note: Note;
  /** Of a note that is read again and again: what tells the parts that stay the same. */
  readonly parts?: readonly NotePart[] | null;
}

/** The largest note that is read, in bytes. */
const maxNoteSize = 32 * 2 ** 20;

export function parsedNote(text: string): ParsedNote {
  return { text, lineStarts: lineStartsOf(text), note: parseNote(text) };
}

/** The same of an open note, of which most stays as it was, and is kept. */
export function parsedAgain(text: string, memo: Memo): ParsedNote {
  memo.parse = reparseNote(text, memo.parse);
  return { text, lineStarts: lineStartsOf(text), note: memo.parse.note, parts: memo.parse.parts };
}

/** The same of a text that an open note might have, which is not kept. */
export function parsedAsIf(text: string, { parse }: Memo): ParsedNote {
  if (parse === null) return parsedNote(text);
  const { note, parts } = reparseNote(text, parse);
  return { text, lineStarts: lineStartsOf(text), note, parts };
}

/** A note on disk: its text, and the bytes that it was decoded from. Rejects with a {@link FileError}. */
export async function readNoteFile(
  fileSystem: FileSystem,
  uri: string,
): Promise<{ readonly text: string; readonly bytes: Uint8Array }> {
  const stat = await fileSystem.stat(uri);
  if (stat.type !== "file") throw new FileError("other", "it is not a regular file");
  if (stat.size > maxNoteSize) throw new FileError("other", `it is larger than ${maxNoteSize / 2 ** 20} MB`);
  const bytes = await fileSystem.read(uri);
  const decoded = decode(bytes);
  if (decoded.problem === undefined) return { text: decoded.text, bytes };
  const reason = decoded.problem === "source-binary" ? "it is not text" : "its encoding could not be told";
  throw new FileError("other", reason);
}
