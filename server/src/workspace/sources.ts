import { t } from "../l10n.ts";
import { newTraits, type PreparedSource, prepareSource } from "../quote/prepare.ts";
import type { RuleId } from "../rules.ts";
import { decode } from "../source/decode.ts";
import { type HeldText, heldString } from "../source/heldText.ts";
import { formatOf, readSource } from "../source/read.ts";
import type { Source } from "../source/source.ts";
import { FileError, type FileStat, type FileSystem } from "./fileSystem.ts";
import type { KeepText } from "./keptText.ts";
import { boundlessRoom, type Room } from "./leastUse.ts";
import { noPause, type Pause } from "./pause.ts";
import { changesFrom, type SourceChange } from "./sourceChange.ts";
import { baseName, isBelowAny, isWithin } from "./uri.ts";

/** The largest source that is read, in bytes. */
export const maxSourceSize = 32 * 2 ** 20;

/** A file that can be quoted from. */
export interface LoadedSource {
  readonly uri: string;
  readonly source: Source;
  /** Another number for every text that was read: what is kept of a check names a source by it, and not the source. */
  readonly revision: number;
  /** Of the file's bytes, where the store was told how to make one; null of an open document. */
  readonly digest: string | null;
  /** How it differs from the texts that the file had before, the last one first. */
  readonly changes: readonly SourceChange[];
  /** Made when it is asked for, and kept for a while: not to be held on to. */
  readonly prepared: () => PreparedSource;
  readonly problem?: undefined;
}

/** Why a file cannot be quoted from, as a finding says it; `path` is left for the citation to fill in. */
export interface SourceProblem {
  readonly problem: RuleId;
  readonly variant?: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export type SourceState = LoadedSource | SourceProblem;

export interface SourceStore {
  /**
   * The source as it is now, from the open document where there is one. Otherwise the file's real path has to be in
   * one of the folders; what leads out of them is neither looked at nor read. Read at most once until `forget`. `pause` is
   * awaited before a file that was read is dealt with.
   */
  load(uri: string, folders: readonly string[], pause?: Pause): Promise<SourceState>;
  /** Another object after every change of what was loaded already. */
  readonly version: object;
  /** What `load` came to, if it did since the last `forget`. */
  loaded(uri: string): SourceState | null;
  /** The file behind the symbolic links of the URI, where it was looked at and differs. */
  realUri(uri: string): string | null;
  /** To be called with every file that changed, existing or not. */
  forget(uri: string): void;
  /** Forgets all files below changed folders. */
  forgetBelow(folders: ReadonlySet<string>): void;
  /** Looks at every file again when it is next asked for; what turns out to be the same stays what it was. */
  outdateAll(): void;
  forgetAll(): void;
}

export interface SourceStoreOptions {
  readonly fileSystem: FileSystem;
  /** The text of an open document; null where the document is not open. */
  readonly openText: (uri: string) => string | null;
  readonly keepText: KeepText;
  /** In bytes, for sources that are prepared. */
  readonly room: Room;
  /** Short text that no two files have in common. */
  readonly digest?: ((bytes: Uint8Array) => string) | undefined;
  /** Told of files that may be read another time. */
  readonly onUnreadable?: (uri: string) => void;
}

interface Entry {
  state: SourceState | null;
  loading: Promise<SourceState> | null;
  realUri: string | null;
  /** As it was before something happened to the file. Kept where the text turns out to be the same. */
  before: LoadedSource | null;
}

export function createSourceStore(options: SourceStoreOptions): SourceStore {
  const { fileSystem, openText, keepText, room, digest = () => null, onUnreadable = () => {} } = options;
  const entries = new Map<string, Entry>();
  /** Real URIs, and the URIs that lead to them by a symbolic link. */
  const links = new Map<string, Set<string>>();
  const realFolders = new Map<string, Promise<string>>();
  let version = {};

  function realFolder(folder: string): Promise<string> {
    const known = realFolders.get(folder) ?? fileSystem.realpath(folder).catch(() => folder);
    realFolders.set(folder, known);
    return known;
  }

  async function isInside(real: string, folders: readonly string[]): Promise<boolean> {
    if (folders.some((folder) => isWithin(real, folder))) return true;
    for (const folder of folders) if (isWithin(real, await realFolder(folder))) return true;
    return false;
  }

  function outdate(uri: string): void {
    const entry = entries.get(uri);
    if (entry === undefined) return;
    version = {};
    const before = entry.state?.problem === undefined ? entry.state : null;
    if (before === null && entry.before === null) entries.delete(uri);
    else entries.set(uri, { state: null, loading: null, realUri: null, before: before ?? entry.before });
  }

  async function loadFile(uri: string, folders: readonly string[], entry: Entry, pause: Pause): Promise<SourceState> {
    try {
      const real = await fileSystem.realpath(uri);
      linkTo(real, uri, entry);
      if (!(await isInside(real, folders))) return { problem: "source-outside-workspace", args: {} };
      const text = real === uri ? null : openText(real);
      return text === null
        ? await readFile(uri, real, entry, pause)
        : loadedSource(uri, heldString(text), { before: entry.before, room });
    } catch (error) {
      if (error instanceof FileError && error.missing !== null) linkTo(error.missing, uri, entry);
      return problemOf(error);
    }
  }

  function linkTo(real: string, uri: string, entry: Entry): void {
    if (real === uri) return;
    entry.realUri = real;
    links.set(real, (links.get(real) ?? new Set()).add(uri));
  }

  /** Reads by the path that was judged. What somebody else meanwhile put a link into is thrown away unseen. */
  async function readFile(uri: string, real: string, entry: Entry, pause: Pause): Promise<SourceState> {
    const problem = problemOfStat(await fileSystem.stat(real));
    if (problem !== null) return problem;
    const bytes = await fileSystem.read(real);
    if ((await fileSystem.realpath(real)) !== real) return { problem: "source-outside-workspace", args: {} };
    await pause();
    const decoded = decode(bytes);
    if (decoded.problem !== undefined) return { problem: decoded.problem, args: {} };
    const { text, encoding } = decoded;
    const known = { before: entry.before, digest: digest(bytes), room };
    return loadedSource(uri, keepText(text, encoding === "utf-8" ? bytes : null), known);
  }

  return {
    load(uri, folders, pause = noPause) {
      const known = entries.get(uri);
      if (known?.state) return Promise.resolve(known.state);
      if (known?.loading) return known.loading;
      const entry = known ?? { state: null, loading: null, realUri: null, before: null };
      entries.set(uri, entry);
      const text = openText(uri);
      const loading =
        text === null
          ? loadFile(uri, folders, entry, pause)
          : Promise.resolve(loadedSource(uri, heldString(text), { before: entry.before, room }));
      entry.loading = loading;
      return loading.then((state) => {
        entry.loading = null;
        entry.before = null;
        if (state.problem === "source-unreadable") onUnreadable(uri);
        // What may be better at the next look is not kept: nobody is told when a file can be read again.
        if (state.problem !== "source-unreadable" && state.problem !== "source-outside-workspace") entry.state = state;
        else {
          version = {};
          if (entries.get(uri) === entry) entries.delete(uri);
        }
        return state;
      });
    },
    get version() {
      return version;
    },
    loaded: (uri) => entries.get(uri)?.state ?? null,
    realUri: (uri) => entries.get(uri)?.realUri ?? null,
    forget(uri) {
      outdate(uri);
      for (const linked of links.get(uri) ?? []) outdate(linked);
      links.delete(uri);
    },
    forgetBelow(folders) {
      for (const [uri, { realUri }] of entries) {
        if (isBelowAny(uri, folders) || (realUri !== null && isBelowAny(realUri, folders))) outdate(uri);
      }
    },
    outdateAll() {
      for (const uri of entries.keys()) outdate(uri);
      realFolders.clear();
    },
    forgetAll() {
      version = {};
      entries.clear();
      links.clear();
      realFolders.clear();
    },
  };
}

let revisions = 0;
/** Bytes for each UTF-16 unit of the text: of a string, and of the reading of Markdown. */
const bytesOfString = 2;
const bytesOfReading = 10;

interface KnownSource {
  /** As it was before something happened to the file. */
  readonly before?: LoadedSource | null;
  readonly digest?: string | null;
  /** Where what is made of it is kept; without, as long as the source itself. */
  readonly room?: Room;
}

/** The file with this text; what it was before, where that was the same. */
export function loadedSource(uri: string, held: HeldText, known: KnownSource = {}): LoadedSource {
  const { before = null, digest = null, room = boundlessRoom } = known;
  // No function below may make use of it: it would be kept with that.
  const text = held.whole();
  const earlier = before?.source.text;
  if (before && earlier === text) return before.digest === digest ? before : { ...before, digest };
  const { length } = text;
  const source = readSource(held, formatOf(baseName(uri)), (make) => room.remade(bytesOfReading * length, make));
  const traits = newTraits();
  return {
    uri,
    source,
    revision: ++revisions,
    digest,
    changes: before && earlier !== undefined ? changesFrom({ ...before, text: earlier }, text) : [],
    prepared: room.remade(bytesOfString * length, (grow) =>
      prepareSource(source, { traits, onGrown: (bytes) => grow(bytesOfString * length + bytes) }),
    ),
  };
}

function problemOfStat(stat: FileStat): SourceProblem | null {
  if (stat.type === "folder") return { problem: "source-not-a-file", args: {} };
  if (stat.type === "other") return { problem: "source-not-a-file", variant: "special", args: {} };
  if (stat.size <= maxSourceSize) return null;
  const size = (stat.size / 2 ** 20).toFixed(1);
  return { problem: "source-too-large", args: { size, limit: maxSourceSize / 2 ** 20 } };
}

function problemOf(error: unknown): SourceProblem {
  if (error instanceof FileError && error.reason === "not-found") return { problem: "source-not-found", args: {} };
  const reason = error instanceof FileError ? error.message.replace(/\.$/, "") : t("an unexpected error");
  return { problem: "source-unreadable", args: { reason } };
}
