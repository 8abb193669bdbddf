import type { Citation, Note } from "../../note/note.ts";
import { plainLinks } from "../../note/plainLinks.ts";
import { withText } from "../../source/heldText.ts";
import { spellingsOf } from "../loadCitations.ts";
import type { NoteEdit, TextEdit } from "../noteEdit.ts";
import type { NoteEntry } from "../noteTable.ts";
import { createPause } from "../pause.ts";
import { baseName } from "../uri.ts";
import type { Cancellation } from "../workspace.ts";
import { leadOf, redirection } from "./redirect.ts";
import type { EditorKeeps, Renaming } from "./renaming.ts";
import { createTouchTest, isByName } from "./touch.ts";

/** A note with where its citations lead now. */
export interface LinkedNote {
  readonly uri: string;
  readonly version: number | null;
  readonly text: string;
  readonly lineStarts: Uint32Array;
  readonly note: Note;
  /** By citation, the source that was found for it. Links that are no citations are not in it. */
  readonly sources: ReadonlyMap<Citation, string>;
}

/** Null for a note that is gone or was not read yet. */
export function linkedNote({ uri, mark, parsed, ready, checked }: NoteEntry): LinkedNote | null {
  const read = mark === null ? checked : ready;
  if (read === null || parsed === null) return null;
  const { version, note } = read;
  const { held } = parsed;
  const leads =
    mark === null
      ? checked?.citations.map(({ citation, sourceUri }) => ({ citation, uri: sourceUri }))
      : ready?.citations.filter((sourced) => sourced !== null);
  const sources = new Map<Citation, string>();
  for (const { citation, uri: source } of leads ?? []) if (source !== null) sources.set(citation, source);
  return withText({ uri, version, lineStarts: held.lineStarts, note, sources }, held);
}

export interface RenameOptions {
  readonly renaming: Renaming;
  /** Of the workspace. */
  readonly roots: readonly string[];
  /** The file behind the symbolic links of a source, where it is known and differs. */
  readonly realUri: (uri: string) => string | null;
  /** The files of each name, wherever they are. */
  readonly filesNamed: (names: readonly string[]) => Promise<(name: string) => readonly string[]>;
  /** Whether a file would be found by its name alone. */
  readonly isFoundByName: (uri: string) => boolean;
  readonly editorKeeps: EditorKeeps;
  readonly cancellation?: Cancellation | undefined;
}

/**
 * What has to be written in the notes, as long as nothing is renamed yet, so that after the renames each link to a source
 * leads to where it led before: those of all notes to what is renamed, and all of a note that is renamed itself, there
 * also those to other notes, and images. A link that leads to a file counts whether or not a quote is attached to it.
 * Linear in the links, and in the text of notes that are renamed.
 */
export async function renameEdits(notes: Iterable<LinkedNote>, options: RenameOptions): Promise<NoteEdit[]> {
  const found: NoteEdit[] = [];
  const pause = createPause();
  const { renaming, isFoundByName } = options;
  const touches = createTouchTest({
    renames: renaming.renames,
    uriAfter: (uri) => uriAfter(uri, options),
    isFoundByName,
  });
  for (const note of notes) {
    if (options.cancellation?.isCancellationRequested) break;
    const isMoved = renaming.after(note.uri) !== note.uri;
    const { citations } = note.note;
    const touched = isMoved
      ? [...citations, ...plainLinks(note.text)].filter((link) => !isLeftToEditor(link, note, options))
      : citations.filter((citation) => touches(citation, note.sources.get(citation)));
    const edits = touched.length === 0 ? [] : await editsOf(note, touched, options);
    const { uri, version, text, lineStarts } = note;
    if (edits.length > 0) found.push({ uri, version, text, lineStarts, edits });
    await pause();
  }
  return found;
}

async function editsOf(note: LinkedNote, citations: readonly Citation[], options: RenameOptions): Promise<TextEdit[]> {
  const { renaming, roots } = options;
  const names = await namesIn(citations, options);
  const edits = new Map<number, TextEdit>();
  for (const citation of citations) {
    if (edits.has(citation.target.start)) continue;
    const lead = leadOf(citation, note.uri, roots);
    const named = lead.kind === "name" ? names.before(lead.name) : [];
    const uri = note.sources.get(citation) ?? (lead.kind === "file" ? lead.uri : named.length === 1 ? named[0] : null);
    if (uri === null) continue;
    const edit = redirection(citation, uriAfter(uri, options), { ...note, roots, renaming, namedAfter: names.after });
    if (edit !== null) edits.set(citation.target.start, edit);
  }
  return [...edits.values()].sort((a, b) => a.span.start - b.span.start);
}

/** What is reached through a symbolic link, or by another spelling of its name, moves with the file itself. */
function uriAfter(uri: string, { renaming, realUri }: RenameOptions): string {
  const after = renaming.after(uri);
  const real = after === uri ? realUri(uri) : null;
  if (real === null) return after;
  const realAfter = renaming.after(real);
  return realAfter === real ? uri : realAfter;
}

/** VS Code's Markdown support rewrites what is relative to the note. It knows no wikilinks. */
function isLeftToEditor(
  { form, path }: Citation,
  { uri }: LinkedNote,
  { renaming, editorKeeps }: RenameOptions,
): boolean {
  const isRenamedItself = renaming.renames.some(({ from }) => from === uri);
  const { movedNotes, movedFolders } = editorKeeps;
  return (isRenamedItself ? movedNotes : movedFolders) && form !== "wikilink" && !path.startsWith("/");
}

interface NamedFiles {
  readonly before: (name: string) => readonly string[];
  readonly after: (name: string) => readonly string[];
}

const noNames: NamedFiles = { before: () => [], after: () => [] };

/** The files of the names that wikilinks give without a folder, or could. */
async function namesIn(citations: readonly Citation[], options: RenameOptions): Promise<NamedFiles> {
  const { renaming, filesNamed, isFoundByName } = options;
  const names = citations.filter(isByName).map(({ path }) => path);
  if (names.length === 0) return noNames;
  const renamed = renaming.renames.flatMap(({ from, to }) => [baseName(from), baseName(to)]);
  const files = await filesNamed([...new Set([...names, ...renamed].flatMap(spellingsOf))]);
  const before = (name: string) => [...new Set(spellingsOf(name).flatMap(files))];
  const arrived = renaming.renames.filter(({ from }) => files(baseName(from)).includes(from)).map(({ to }) => to);
  const after = (name: string) => {
    const uris = [...before(name).map(renaming.after), ...arrived];
    const isNamed = (uri: string) => spellingsOf(baseName(uri)).includes(name) && isFoundByName(uri);
    return [...new Set(uris.filter(isNamed))];
  };
  return { before, after };
}
