import type { CheckedNote } from "../checkedNote.ts";
import { nameOfSource } from "../writtenPath.ts";

/** What a citation of the source says: what the note's last one says, where that is a name; else the file's name. */
export function nameInNote(sourceUri: string, note: CheckedNote | null): string {
  const last = note?.citations.findLast(
    (cited) => cited.sourceUri === sourceUri && nameIn(note, cited.citation) !== null,
  );
  const name = note && last ? nameIn(note, last.citation) : null;
  return name ?? nameOfSource(sourceUri);
}

const longestName = 60;

/** The text of an inline link, if it is plain words that may name a source: no markup, no number, no quotation. */
function nameIn({ text, note }: CheckedNote, { form, span, target }: CheckedNote["citations"][number]["citation"]) {
  if (form !== "inline") return null;
  const name = /^\[([^[\]\\`*_<>&|!\d"“”„«»「」~=$]+)\]\($/.exec(text.slice(span.start, target.start))?.[1];
  const isQuotation = note.quotations.some(({ marked }) => marked.start < target.start && marked.end > span.start);
  if (name === undefined || isQuotation || name.length > longestName || !/\p{L}/u.test(name)) return null;
  return name.replace(/\s+/g, " ").trim();
}

/** The fragment of the note's last citation, whose form the next one takes. */
export function lastFragment(note: CheckedNote | null): string {
  const last = note?.citations.findLast(({ citation }) => citation.fragment !== null && citation.lines !== null);
  const fragment = last?.citation.fragment;
  return note && fragment ? note.text.slice(fragment.start, fragment.end) : "";
}
