import type { Span } from "../../span.ts";
import type { Edit, Reading } from "../reading.ts";
import { readWithEdits } from "../reading.ts";
import { firstIndex } from "../search.ts";
import { brokenLine } from "./brokenWord.ts";
import type { RunningText } from "./runningText.ts";
import { spanWithMarkup } from "./runningText.ts";

/**
 * A range of a running text with its markup kept as words, for quoting what is markup itself: `[[Seattle]]`,
 * `AT&amp;T`, `2*3*4`. Only line ends are read as such, and footnote marks and other links that show no words are left
 * out. Null where it is the same as the reading.
 *
 * @param note the note's text with block markup blanked
 * @param words a range of the reading that is not empty; `bounds` as of `spanWithMarkup`
 */
export function readAsWritten(note: string, text: RunningText, words: Span, bounds: Span): Reading | null {
  const { start, end } = spanWithMarkup(text, words, bounds);
  const raw = note.slice(start, end);
  if (end - start === words.end - words.start || !/[[<&\\`*_~=]/.test(raw)) return null;
  const edits: Edit[] = [];
  for (let i = firstIndex(text.links, ({ span }) => span.start >= start); i < text.links.length; i++) {
    const { span, read } = text.links[i];
    if (span.start >= end) break;
    if (read.start === read.end) edits.push({ from: span.start - start, to: span.end - start, text: "" });
  }
  for (let at = raw.indexOf("\n"); at >= 0; at = raw.indexOf("\n", at + 1)) {
    let from = at;
    while (from > 0 && /[ \t]/.test(raw[from - 1])) from--;
    let to = at + 1;
    while (to < raw.length && /[ \t]/.test(raw[to])) to++;
    edits.push({ from, to, text: brokenLine(raw.slice(Math.max(0, from - 6), from), raw.slice(to, to + 2)) });
  }
  const written = readWithEdits(
    raw,
    start,
    edits.sort((a, b) => a.from - b.from),
  );
  return written.text === text.reading.text.slice(words.start, words.end) ? null : written;
}
