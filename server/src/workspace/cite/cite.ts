import { t } from "../../l10n.ts";
import { writtenFragment } from "../../note/write/fragment.ts";
import { insertionAt } from "../../note/write/insertion.ts";
import { type QuoteStyle, quoteStyleOf } from "../../note/write/quoteStyle.ts";
import { offsetAt, type Position } from "../../source/lines.ts";
import { formatOf } from "../../source/read.ts";
import type { Source } from "../../source/source.ts";
import type { Span } from "../../span.ts";
import type { CheckedNote } from "../checkedNote.ts";
import type { Settings } from "../settings.ts";
import { baseName, childOf, displayPath, folderOf, innermostFolder } from "../uri.ts";
import { writtenPath } from "../writtenPath.ts";
import { type Cited, type CiteShape, compositions } from "./compose.ts";
import { lastFragment, nameInNote } from "./naming.ts";
import { marksForLanguage } from "./quoteMarks.ts";
import { type SelectedWords, selectedWords } from "./selection.ts";
import { firstRight } from "./trial.ts";

/** A stretch of a source. An empty one stands for its line. */
export interface Selection {
  readonly start: Position;
  readonly end: Position;
  /** What stood there when it was copied, where that may be some time ago. */
  readonly copied?: string;
}

export interface CiteRequest {
  readonly source: { readonly uri: string; readonly read: Source | null };
  /** None: the whole source, of which there is a citation only. */
  readonly selections: readonly Selection[];
  /** Where it is written: `at` is replaced. Null for a note that is not known yet, in the source's workspace folder. */
  readonly note: { readonly uri: string; readonly text: string; readonly at: Span } | null;
  readonly shape: CiteShape;
}

/** What to write, or why nothing can be. */
export type CiteAnswer =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: string };

export interface CiteContext {
  readonly roots: readonly string[];
  readonly settings: Settings;
  readonly tryText: (uri: string, text: string) => Promise<CheckedNote>;
}

/**
 * Writes words of a source into a note as the shape asks, or as what fits the place. Of the ways there are the first is
 * taken that a check of the note would find nothing wrong with, and that changes nothing of what it found elsewhere.
 */
export async function cite(request: CiteRequest, context: CiteContext): Promise<CiteAnswer> {
  const { source, selections, note, shape } = request;
  const { roots, settings, tryText } = context;
  const noteUri = note?.uri ?? childOf(innermostFolder(roots, source.uri) ?? folderOf(source.uri), "note.md");
  const path = writtenPath(noteUri, source.uri, { roots, sourceRoots: settings.sourceRoots });
  if (path === null) return { problem: t("No note can cite {0} from here.", displayPath(source.uri, roots)) };
  const without = note && note.text.slice(0, note.at.start) + note.text.slice(note.at.end);
  const insertion = insertionAt(without ?? "", note?.at.start ?? 0);
  if (insertion.isInLink) return { problem: t("No citation can stand inside a link.") };
  if (insertion.inert) return { problem: t("Nothing is read as a citation in code, HTML, comments and front matter.") };

  const fileName = baseName(source.uri);
  const words = source.read === null ? [] : wordsOf(source.read, selections, settings);
  if (words === null) return { problem: t("The copied words are no longer in {0}.", fileName) };
  const checked = without === null ? null : await tryText(noteUri, without);
  const cited = citedOf(request, path, checked, words);
  const style = styleFor(request, checked, settings);
  const lineEnd = /\r\n?|\n/.exec(note?.text ?? "")?.[0] ?? "\n";
  const ways = [cited, cited.map(withoutEdgeMarks)]
    .flatMap((each) => compositions({ shape, cited: each, style }, insertion))
    .map((way) => way.replaceAll("\n", lineEnd));
  if (ways.length === 0) return { problem: t("The selection in {0} holds no words.", fileName) };
  if (note === null || checked === null || shape === "citation") return { text: ways[0] };
  const { text, at } = note;
  const trial = { uri: noteUri, text, at, without: checked, quotes: cited.length, tryText };
  const right = await firstRight([...new Set(ways)], trial);
  if (right !== null) return { text: right };
  // Half a word is what somebody wants who turned that setting off, and stands in no source.
  if (cutsWords(request, settings, words)) return { text: ways[0] };
  return { problem: t("These words cannot be quoted rightly at this place: try another.") };
}

/** The whole source where nothing is selected. Of what is selected, a quotation is only what has a letter or digit. */
function citedOf(
  { source, selections, shape }: CiteRequest,
  path: string,
  checked: CheckedNote | null,
  words: readonly SelectedWords[],
): Cited[] {
  const name = nameInNote(source.uri, checked);
  if (selections.length === 0) return shape === "citation" ? [{ text: "", place: { name, path, fragment: "" } }] : [];
  const like = fragmentForm(checked, source.uri);
  return words
    .filter(({ text }) => shape === "citation" || /[\p{L}\p{N}]/u.test(text))
    .map(({ text, lines }) => ({ text, place: { name, path, fragment: writtenFragment(lines, like) } }));
}

/** Marks at the ends of a selection may be read otherwise without what stood beside them. */
function withoutEdgeMarks({ text, place }: Cited): Cited {
  return { text: text.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}]+$/gu, ""), place };
}

/** What was selected, in document order; null where words were copied that the source has no more. */
function wordsOf(
  source: Source,
  selections: readonly Selection[],
  { citeWholeWords }: Settings,
): SelectedWords[] | null {
  const found: SelectedWords[] = [];
  for (const selection of selections.toSorted(byStart)) {
    const span = spanOf(source, selection);
    if (span === null) return null;
    const selected = selectedWords(source, span, { wholeWords: citeWholeWords });
    if (selected.text !== "") found.push(selected);
  }
  return found;
}

/** Whether what was selected holds parts of words, and is to be quoted with them. */
function cutsWords(
  { source, selections }: CiteRequest,
  settings: Settings,
  selected: readonly SelectedWords[],
): boolean {
  if (settings.citeWholeWords || source.read === null) return false;
  const whole = wordsOf(source.read, selections, { ...settings, citeWholeWords: true });
  return !whole?.every(({ text }, index) => text === selected[index]?.text);
}

function byStart({ start: a }: Selection, { start: b }: Selection): number {
  return a.line - b.line || a.character - b.character;
}

/** Where the selected text stands now; null where it was copied and stands nowhere any more. */
function spanOf(source: Source, { start, end, copied }: Selection): Span | null {
  const span = { start: offsetAt(source, start), end: offsetAt(source, end) };
  const { text } = source;
  if (copied === undefined || copied === text.slice(span.start, span.end)) return span;
  for (const lineEnd of ["\n", "\r\n", "\r"]) {
    const words = copied.replace(/\r\n?|\n/g, lineEnd);
    const behind = text.indexOf(words, span.start);
    const before = text.lastIndexOf(words, span.start);
    const isBehind = behind >= 0 && (before < 0 || behind - span.start < span.start - before);
    const found = isBehind ? behind : before;
    if (found >= 0 && words !== "") return { start: found, end: found + words.length };
  }
  return null;
}

/** In Markdown a bare number is a heading. */
function fragmentForm(checked: CheckedNote | null, sourceUri: string): string {
  const like = lastFragment(checked);
  return formatOf(baseName(sourceUri)) === "markdown" && /^#\d/.test(like) ? "" : like;
}

function styleFor({ source, note }: CiteRequest, checked: CheckedNote | null, settings: Settings): QuoteStyle {
  const own = checked && quoteStyleOf(checked.note, checked.text);
  return own ?? settings.citeQuoteMarks ?? marksForLanguage(note?.text ?? "", source.read?.text ?? "");
}
