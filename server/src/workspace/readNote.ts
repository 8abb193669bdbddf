import type { Note } from "../note/note.ts";
import { parseNote } from "../note/parse.ts";
import { type NoteParse, reparseInSteps, reparseNote } from "../note/reparse.ts";
import { type NotePart, quotesInTitles } from "../note/stretches/parts.ts";
import { decode } from "../source/decode.ts";
import type { HeldText } from "../source/heldText.ts";
import { FileError, type FileSystem } from "./fileSystem.ts";
import { type KeepText, keepAsString } from "./keptText.ts";
import type { Memo } from "./memo.ts";
import { inTurns, type Pause } from "./pause.ts";

/** A note's text, read into citations and quotations. */
export interface ParsedNote {
  readonly held: HeldText;
  readonly note: Note;
  /** Of a note that is read again and again, where it can be checked in parts. */
  readonly parts?: readonly NotePart[] | undefined;
}

/** The largest note that is read, in bytes. */
const maxNoteSize = 32 * 2 ** 20;

/** Longer texts are read in steps, which takes longer. In UTF-16 units. */
export const longText = 2 ** 15;

/** Reads a note, with pauses where it is long. Null where that was for nothing after one of them. */
export async function parsedInTurns(
  held: HeldText,
  pause: Pause,
  isForNothing: () => boolean,
): Promise<ParsedNote | null> {
  if (held.length <= longText) return parsedNote(held);
  const parse = await inTurns(reparseInSteps(held, null), pause, isForNothing);
  // Its parts are not kept.
  return parse && { held, note: { ...parse.note } };
}

/** The same of an open note, of which most stays as it was, and is kept: never for nothing. */
export async function parsedAgain(held: HeldText, memo: Memo, pause: Pause): Promise<ParsedNote> {
  memo.parse = await inTurns(reparseInSteps(held, memo.parse), pause);
  return parsedInParts(held, memo.parse);
}

function parsedNote(held: HeldText): ParsedNote {
  return { held, note: parseNote(held.whole()) };
}

/** The same of a text that an open note might have, which is not kept. */
export function parsedAsIf(held: HeldText, { parse }: Memo): ParsedNote {
  if (parse === null) return parsedNote(held);
  return parsedInParts(held, reparseNote(held, parse));
}

/** A quotation in a definition's title stands in another part than its citation. */
function parsedInParts(held: HeldText, { note, parts }: NoteParse): ParsedNote {
  return parts.some(quotesInTitles) ? { held, note } : { held, note, parts };
}

/** A note on disk. */
export interface NoteFile {
  readonly text: string;
  /** Those that the text was decoded from. */
  readonly bytes: Uint8Array;
  /** Keeps it in less memory. */
  readonly held: HeldText;
}

/** Rejects with a {@link FileError}. */
export async function readNoteFile(
  fileSystem: FileSystem,
  uri: string,
  keepText: KeepText = keepAsString,
): Promise<NoteFile> {
  const stat = await fileSystem.stat(uri);
  if (stat.type !== "file") throw new FileError("other", "it is not a regular file");
  if (stat.size > maxNoteSize) throw new FileError("other", `it is larger than ${maxNoteSize / 2 ** 20} MB`);
  const bytes = await fileSystem.read(uri);
  const decoded = decode(bytes);
  if (decoded.problem === undefined) {
    const { text, encoding } = decoded;
    return { text, bytes, held: keepText(text, encoding === "utf-8" ? bytes : null) };
  }
  const reason = decoded.problem === "source-binary" ? "it is not text" : "its encoding could not be told";
  throw new FileError("other", reason);
}
