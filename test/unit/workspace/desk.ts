import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { createWorkspace } from "../../../server/src/workspace/createWorkspace.ts";
import { defaultSettings, type Settings } from "../../../server/src/workspace/settings.ts";
import type { NoteUpdate, Work, Workspace, WorkspaceOptions } from "../../../server/src/workspace/workspace.ts";
import { type Content, createMemoryFileSystem, type MemoryFileSystem, uriOf } from "./memoryFileSystem.ts";

/** A workspace over files in memory, at `/wiki`, with everything that it said and did. */
export interface Desk {
  readonly workspace: Workspace;
  readonly files: MemoryFileSystem;
  readonly updates: NoteUpdate[];
  readonly work: Work[];
  readonly errors: { readonly uri: string; readonly error: unknown }[];
  /** The note at a path below `/wiki`, as it was last checked. */
  note(path: string): CheckedNote;
  /** `rule [words that it underlines]` of every finding of the note. */
  findings(path: string): string[];
  /** The verdicts of the note's quotes, in document order of the citations. */
  verdicts(path: string): string[];
  messages(path: string): string[];
}

export interface DeskOptions extends Partial<Omit<WorkspaceOptions, "settings" | "fileSystem">> {
  readonly settings?: Partial<Settings>;
  readonly files?: MemoryFileSystem;
}

/** Paths of files are below `/wiki`, or absolute. Nothing is checked yet. */
export function openDesk(contents: Readonly<Record<string, Content>>, options: DeskOptions = {}): Desk {
  const absolute = Object.entries(contents).map(([path, content]) => [inWork(path), content]);
  const files = options.files ?? createMemoryFileSystem(Object.fromEntries(absolute));
  const updates: NoteUpdate[] = [];
  const work: Work[] = [];
  const errors: { uri: string; error: unknown }[] = [];
  const workspace = createWorkspace({
    roots: ["file:///wiki"],
    onWork: (piece) => work.push(piece),
    onError: (uri, error) => errors.push({ uri, error }),
    ...options,
    fileSystem: files,
    settings: { ...defaultSettings, ...options.settings },
  });
  workspace.onUpdate((update) => updates.push(update));
  const note = (path: string) => {
    const found = workspace.notes().find(({ uri }) => uri === uriOf(inWork(path)));
    if (found === undefined) throw new Error(`${path} is no checked note`);
    return found;
  };
  return {
    workspace,
    files,
    updates,
    work,
    errors,
    note,
    findings: (path) =>
      note(path).findings.map(({ rule, span }) => `${rule} [${note(path).text.slice(span.start, span.end)}]`),
    verdicts: (path) => note(path).citations.flatMap(({ quotes }) => quotes.map(({ verdict }) => verdict)),
    messages: (path) => note(path).findings.map(({ message }) => message),
  };
}

/** A workspace in which all notes were found and checked. */
export async function checkedDesk(
  contents: Readonly<Record<string, Content>>,
  options: DeskOptions = {},
): Promise<Desk> {
  const desk = openDesk(contents, options);
  await desk.workspace.scan();
  await desk.workspace.refresh();
  return desk;
}

export function inWork(path: string): string {
  return path.startsWith("/") ? path : `/wiki/${path}`;
}

export function wikiUri(path: string): string {
  return uriOf(inWork(path));
}
