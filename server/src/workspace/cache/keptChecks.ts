import type { CheckedNote } from "../checkedNote.ts";
import type { Settings } from "../settings.ts";
import type { LoadedSource, SourceState } from "../sources.ts";
import type { CheckCache } from "./checkCache.ts";
import { type CheckBasis, type CheckRecord, readRecord, writeRecord } from "./record.ts";

/** What a check looked at, whose answers the findings follow from. */
export interface LookedAt {
  readonly files: readonly string[];
  readonly names: CheckBasis["names"];
}

/** Checks of earlier runs that still hold, as long as roots and settings stay what they are. */
export interface KeptChecks {
  /** All that is known of a note before any source is looked at. */
  inputOf(bytes: Uint8Array): string;
  /** What was kept of a note that was the same then. */
  find(noteUri: string, input: string): CheckRecord | null;
  /** Whether all that a check looked at is what it was; what other sources say is left aside. */
  holds(basis: CheckBasis, state: (uri: string) => SourceState | null, filesNamed: NamedFiles): boolean;
  /** Keeps a check, if all that it looked at was files that can be told apart. */
  keep(checked: CheckedNote, from: KeptFrom): void;
  /** Of all these sources together; null where one of them is open, and may be no file's text. */
  poolDigest(sources: Iterable<string>, state: (uri: string) => SourceState | null): string | null;
}

type NamedFiles = (name: string) => readonly string[];

export interface KeptFrom extends LookedAt {
  readonly input: string;
  readonly sources: readonly LoadedSource[];
  readonly state: (uri: string) => SourceState | null;
  /** Null where no other source was looked at. */
  readonly pool: string | null;
}

export function createKeptChecks(cache: CheckCache, roots: readonly string[], settings: Settings): KeptChecks {
  const context = cache.digest(JSON.stringify([roots, settings]));
  return {
    inputOf: (bytes) => `${context} ${cache.digest(bytes)}`,
    find(noteUri, input) {
      const written = cache.read(noteUri);
      const record = written === null ? null : readRecord(written);
      return record?.basis.input === input ? record : null;
    },
    holds: ({ files, names }, state, filesNamed) =>
      files.every((file) => stateDigest(state(file.uri)) === file.state) &&
      names.every(({ name, uris }) => isSameList(filesNamed(name), uris)),
    keep(checked, { input, files, names, sources, state, pool }) {
      const states = files.map((uri) => ({ uri, state: stateDigest(state(uri)) }));
      if (!states.every(isKnown)) return;
      const basis: CheckBasis = { input, files: states, names, sources: sources.map(({ uri }) => uri), pool };
      cache.write(checked.uri, writeRecord(basis, checked));
    },
    poolDigest(sources, state) {
      const digests = [...sources].sort().map((uri) => [uri, stateDigest(state(uri))]);
      return digests.some(([, digest]) => digest === null) ? null : cache.digest(JSON.stringify(digests));
    },
  };
}

/** What a file was found to be; null where that may be no file's text, or is not known. */
function stateDigest(state: SourceState | null): string | null {
  if (state === null) return null;
  return state.problem === undefined ? state.digest : JSON.stringify([state.problem, state.variant, state.args]);
}

function isKnown(file: { readonly uri: string; readonly state: string | null }): file is CheckBasis["files"][number] {
  return file.state !== null;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
