import type { Note } from "../../note/note.ts";
import { asWritten } from "../asWritten.ts";
import type { AttachedQuote, Attachments } from "../attachments.ts";
import type { NoteToCheck } from "../checkNote.ts";
import type { SourcedCitation } from "../sourcedCitation.ts";
import type { JudgedPart } from "./judgedPart.ts";
import type { LoadedPart } from "./loadedPart.ts";
import type { LoadedParts } from "./loadParts.ts";

/** A note that was loaded in parts. The list of its citations is made when it is asked for, which is linear in the note. */
export function noteInParts(read: Omit<NoteToCheck, "citations" | "parts">, loaded: LoadedParts): NoteToCheck {
  const { uri, version, held, note } = read;
  let citations: (SourcedCitation | null)[] | null = null;
  return {
    uri,
    version,
    held,
    note,
    parts: loaded,
    get citations() {
      citations ??= wholeCitations(note, loaded.parts);
      return citations;
    },
  };
}

/** As `loadCitations` gives them. */
function wholeCitations(note: Note, parts: readonly LoadedPart[]): (SourcedCitation | null)[] {
  const citations: (SourcedCitation | null)[] = [];
  for (const { own } of parts) {
    for (const sourced of own.citations) {
      const index = citations.length;
      citations.push(sourced && { ...sourced, index, citation: note.citations[index] });
    }
  }
  return citations;
}

/** What was attached in a note that was checked in parts. */
export function wholeAttachments(
  { quotations }: Note,
  citations: readonly (SourcedCitation | null)[],
  parts: readonly JudgedPart[],
): Attachments {
  const firsts = new Map<object, number>();
  let first = 0;
  for (const { loaded } of parts) {
    firsts.set(loaded.read.part.reading, first);
    first += loaded.read.own;
  }
  const quotes: AttachedQuote[] = [];
  const uncited: number[] = [];
  let start = 0;
  for (const { loaded, attachments } of parts) {
    const { read } = loaded;
    const { part, own } = read;
    const sourcedAt = ({ index }: SourcedCitation): SourcedCitation => {
      if (index < own) return citations[firsts.get(part.reading)! + index]!;
      const { home, citation } = part.borrowed[index - own];
      return citations[firsts.get(home)! + citation]!;
    };
    for (const { index, group, citation, touches, quotation, judgement } of attachments.quotes) {
      const isWritten = quotation !== read.note.quotations[index];
      const original = quotations[start + index];
      quotes.push({
        index: start + index,
        quotation: isWritten ? (asWritten(original) ?? original) : original,
        group: group.map(sourcedAt),
        citation: sourcedAt(citation),
        touches,
        judgement,
      });
    }
    for (const index of attachments.uncited) uncited.push(start + index);
    start += read.note.quotations.length;
  }
  return { quotes, uncited };
}
