import { pathSegments, pathSpan, readDestination } from "../../note/destination.ts";
import type { Citation } from "../../note/note.ts";
import type { Span } from "../../span.ts";
import type { TextEdit } from "../noteEdit.ts";
import { reachOf, type Target, targetOf } from "../target.ts";
import { folderOf, pathBelow, relativePath, rootOf } from "../uri.ts";
import type { Renaming } from "./renaming.ts";
import { type PathForm, writePath } from "./writePath.ts";

/** A note whose links are to be kept right. */
export interface NoteToKeep {
  readonly uri: string;
  readonly text: string;
  readonly roots: readonly string[];
  readonly renaming: Renaming;
  /** The URIs of the files of a name, after the renames. */
  readonly namedAfter: (name: string) => readonly string[];
}

/** Where a path leads from a note by its letters alone, outside of what may be read too. */
export function leadOf(citation: Citation, noteUri: string, roots: readonly string[]): Target {
  const { home } = reachOf(noteUri, roots, []);
  return targetOf(citation, noteUri, { home, folders: [rootOf(noteUri)] });
}

/**
 * How a citation has to be written to lead to `after`, which is where what it cites will be. Keeps its way of writing:
 * from the workspace folder or from the note, by name alone, encoded or in angle brackets, and the fragment as it is
 * but for one that would name no lines in a file of the new name. Null where it is right as it is, or cannot be.
 */
export function redirection(citation: Citation, after: string, note: NoteToKeep): TextEdit | null {
  const uri = note.renaming.after(note.uri);
  if (leadsTo(citation, after, note)) return null;
  const readForm = citation.form === "wikilink" ? "wikilink" : "link";
  const path = pathSpan(note.text, citation.target, readForm);
  const isAngled = note.text[citation.target.start - 1] === "<" && note.text[citation.target.end] === ">";
  const form: PathForm = readForm === "wikilink" ? "wikilink" : isAngled ? "angled" : "bare";
  const written = pathSegments(note.text, path, readForm);
  const segments = written.map(({ name }) => name).join("/") === citation.path ? written : [];
  for (const names of waysTo(citation, after, uri, note.roots)) {
    if (citation.path.endsWith("/")) names.push("");
    if (!leadsTo({ ...citation, path: names.join("/") }, after, note)) continue;
    return withFragment(citation, path, writePath(names, segments, form), note.text);
  }
  return null;
}

function leadsTo(citation: Citation, after: string, { renaming, uri, roots, namedAfter }: NoteToKeep): boolean {
  const target = leadOf(citation, renaming.after(uri), roots);
  if (target.kind === "name") {
    const uris = namedAfter(target.name);
    return uris.length === 1 && uris[0] === after;
  }
  return target.kind === "file" && isSameSpelling(target.uri, after);
}

/** File systems keep one of several Unicode forms of a name; a citation may have another. */
function isSameSpelling(a: string, b: string): boolean {
  return a === b || decodeURI(a).normalize() === decodeURI(b).normalize();
}

/** The names of every path that could be written, the one most like what is written first. */
function waysTo({ form, path }: Citation, after: string, noteUri: string, roots: readonly string[]): string[][] {
  const { home } = reachOf(noteUri, roots, []);
  const below = path.startsWith("/") ? pathBelow(home, after) : null;
  const ways = below === null ? [] : [["", ...below.split("/")]];
  const names = relativePath(folderOf(noteUri), after)?.split("/");
  if (names === undefined) return ways;
  if (form === "wikilink" && !path.includes("/")) ways.push(names.slice(-1));
  // A wikilink without a folder would be by name.
  const needsFolder = form === "wikilink" && names.length === 1;
  const isDotted = path.startsWith("./") && names[0] !== "..";
  ways.push(isDotted || needsFolder ? [".", ...names] : names);
  return ways;
}

/** The fragment stays, but for a bare number (`#3`) in front of which a file of another kind needs an `L`. */
function withFragment({ target, form, lines }: Citation, path: Span, written: string, text: string): TextEdit {
  const fragment = text.slice(path.end, target.end);
  const readsTheSame = (ending: string) => {
    const whole = written + ending;
    const read = readDestination(whole, { start: 0, end: whole.length }, form === "wikilink" ? "wikilink" : "link");
    return read !== null && read.lines?.start === lines?.start && read.lines?.end === lines?.end;
  };
  const withLetter = fragment.replace(/^#l?(?=\d)/, "#L");
  if (readsTheSame(fragment) || !readsTheSame(withLetter)) return { span: path, text: written };
  return { span: { start: path.start, end: target.end }, text: written + withLetter };
}
