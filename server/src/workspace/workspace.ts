import type { Quotation } from "../note/note.ts";
import type { Verdict } from "../quote/judgement.ts";
import type { PiecedText } from "../source/piecedText.ts";
import type { Source } from "../source/source.ts";
import type { LineRange } from "../span.ts";
import type { Backlink, Backlinks } from "./backlinks.ts";
import type { CheckCache } from "./cache/checkCache.ts";
import type { CheckedNote, Passage } from "./checkedNote.ts";
import type { CiteAnswer, CiteRequest } from "./cite/cite.ts";
import type { FileSystem } from "./fileSystem.ts";
import type { NoteEdit } from "./noteEdit.ts";
import type { NoteShare } from "./noteShare.ts";
import type { EditorKeeps, FileRename } from "./renames/renaming.ts";
import type { Settings } from "./settings.ts";
import type { Suggestions } from "./suggest/suggestion.ts";

export interface WorkspaceOptions {
  readonly fileSystem: FileSystem;
  /** URIs of the workspace folders, without a `/` at the end. */
  readonly roots: readonly string[];
  readonly settings: Settings;
  /** What is kept of checks from one run to the next. */
  readonly cache?: CheckCache | undefined;
  /** Where given, notes are looked for at or below these URIs only; a file among them is a note whatever its name. */
  readonly within?: readonly string[];
  /**
   * Bytes for what can be made again: prepared sources, and strings of texts, which are kept as the bytes that were read. Right for
   * who holds a notebook for days. Where not given, texts are kept as strings, and memory is not short.
   */
  readonly room?: number;
  /** Told of what went wrong with one note, file or folder; everything else goes on. */
  readonly onError?: (uri: string, error: unknown) => void;
  /** Told of each piece of work, so that tests and measurements can count. */
  readonly onWork?: (work: Work) => void;
}

/** A note that was parsed, or whose quotes were judged; or a source in which a quote of others was looked for. */
export interface Work {
  readonly kind: "parse" | "judge" | "look";
  readonly uri: string;
  /** Of judging: how many quotations of the note, where not all of them. */
  readonly quotations?: number;
}

export interface RefreshOptions {
  readonly cancellation?: Cancellation;
  readonly progress?: (done: number, total: number) => void;
  /**
   * Leaves out notes that are not open and of which nothing has changed but a document that somebody types in, until
   * `rested` is called.
   */
  readonly whileTyping?: boolean;
  /** Leaves out all notes that are not open, and which there are. */
  readonly onlyOpen?: boolean;
}

/** Asked between two notes; a true answer ends the work with what was done so far. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export interface FileChange {
  readonly uri: string;
  readonly type: "created" | "changed" | "deleted";
}

export interface Summary {
  /** Notes that hold at least one citation. */
  readonly notes: number;
  readonly citations: number;
  readonly quotes: number;
  /** Distinct sources that are cited. */
  readonly sources: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** How many quotes got each verdict. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Quotations of four words or more that cite nothing. */
  readonly uncited: number;
}

/** A note that was checked, or that is no more (`checked` null: deleted, excluded, unreadable, or no note any longer). */
export interface NoteUpdate {
  readonly uri: string;
  readonly checked: CheckedNote | null;
}

export interface RenameEditsOptions {
  readonly editorKeeps?: EditorKeeps;
  readonly cancellation?: Cancellation;
}

/**
 * Notes and the sources they cite: what is open before what is on disk. Events only mark what they touch; `refresh`
 * re-checks exactly the notes that an event could have changed, open ones first.
 */
export interface Workspace {
  openDocument(uri: string, version: number, text: string | PiecedText): void;
  changeDocument(uri: string, version: number, text: string | PiecedText): void;
  closeDocument(uri: string): void;
  /** Says that nobody types in an open document any more. */
  rested(): void;
  filesChanged(changes: readonly FileChange[]): void;
  /**
   * Marks what may be better by now and nobody tells of: what could not be read for a reason that may pass (no access,
   * too many open files), or everything that is on disk.
   */
  lookAgain(what: "unread" | "everything"): void;
  /** Whether anything could not be read for such a reason when it was last looked at. */
  readonly hasUnread: boolean;
  setRoots(roots: readonly string[]): void;
  setSettings(settings: Settings): void;
  /**
   * With `within`: from now on the notes at or below these URIs count too for what sources there are, in which words
   * may be that are not in their own. They are not checked themselves.
   */
  lookBeside(uris: readonly string[]): void;
  /**
   * Leaves the notes that are not of the share to other workspaces, and finds out from them what theirs cite, before the first
   * is judged. To be called after the first scan; what changes on disk afterwards is not followed.
   */
  share(share: NoteShare): void;

  /** Called whenever something was marked, so that the shell can schedule a `refresh`. */
  onMarked(listener: () => void): void;
  /** Called with every note that `refresh` or `checkAll` checked. */
  onUpdate(listener: (update: NoteUpdate) => void): void;

  /** Finds all notes below the roots and marks those that are new. Yields between folders. */
  scan(cancellation?: Cancellation): Promise<void>;
  /**
   * Checks what is marked, a note at a time, yielding between two: open notes first, the one that a person had to do with last
   * before the others. Returns false where it was cancelled.
   */
  refresh(options?: RefreshOptions): Promise<boolean>;
  /** The note as it is now, checked if it has changed since; null where the URI names no note. */
  check(uri: string): Promise<CheckedNote | null>;
  /**
   * What checking the note would find if its text were this, with its sources and all others as they are now. Leaves no
   * trace: nothing is marked, no listener is told, and the note stays what it is.
   */
  tryText(uri: string, text: string): Promise<CheckedNote>;
  /**
   * What has to be written in the notes before files or folders are renamed, so that no citation is lost: open or not,
   * checked already or not. Null where it was cancelled.
   */
  renameEdits(renames: readonly FileRename[], options?: RenameEditsOptions): Promise<readonly NoteEdit[] | null>;
  /** The URIs of the workspace's files of a name or a near one, nearest first, git-ignored ones included. */
  filesNear(name: string): Promise<readonly string[]>;
  /** All sources that some note cites, those of the note first. */
  citedSources(noteUri: string): readonly string[];
  /** Where a quotation stands, exact or equivalent, in the first of the sources that has it; null where none has. */
  findQuote(quotation: Quotation, sourceUris: readonly string[]): Promise<Passage | null>;
  /** The destination of a link in the note that leads to the source; null where none can. */
  pathTo(noteUri: string, sourceUri: string): string | null;
  /** Writes words of a source into a note; changes nothing itself. */
  cite(request: Omit<CiteRequest, "source"> & { readonly sourceUri: string }): Promise<CiteAnswer>;
  /**
   * What could be written with sources at an offset of the note, if its text is this: files, lines, or the rest of a
   * quotation. Waits for no check: of what the note cites elsewhere it knows what the last one found. Nothing is found
   * where the URI names no note, or where it was cancelled.
   */
  suggest(uri: string, text: string, cursor: number, cancellation?: Cancellation): Promise<Suggestions>;
  /** The source as it is now (also of a file that nothing cites yet); null where it cannot be read. */
  source(uri: string): Promise<Source | null>;
  /**
   * Checks the notes that are known to cite the source, where they or it have changed since. False where no note is
   * known to. O(notes that are marked).
   */
  checkCiting(sourceUri: string, cancellation?: Cancellation): Promise<boolean>;
  /** As {@link Backlinks} says, of what was checked so far. */
  citationsOf(sourceUri: string): ReturnType<Backlinks["citationsOf"]>;
  backlinksOf(sourceUri: string, lines?: LineRange): readonly Backlink[];
  /**
   * Files that nobody cites, in URI order: text files that are no notes, in the folders of cited sources and below them
   * (of a workspace folder itself only those directly in it).
   */
  uncitedFiles(): Promise<readonly string[]>;
  /** What `scan` found, and what is open and a note, in URI order. */
  noteUris(): readonly string[];
  /** All checked notes, in URI order. */
  notes(): readonly CheckedNote[];
  summary(): Summary;
}
