import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import type { CheckCache } from "../workspace/cache/checkCache.ts";
import { partCount, partOf } from "../workspace/noteShare.ts";
import { digest, fileOf, type RecordPlace, type RecordToWrite, recordDigest, recordPlaces } from "./cacheFile.ts";

export interface DiskCacheOptions {
  readonly folder: string;
  /** All that a check depends on and that no note can tell: the program's version, the language of its messages. */
  readonly context: string;
  /** The most bytes that all of it may take. */
  readonly mostBytes?: number;
  /** Asked before each file: nothing is written where it says no. */
  readonly mayWrite?: () => boolean;
  /** In milliseconds since 1970. */
  readonly now?: () => number;
}

export interface DiskCache extends CheckCache {
  /** Writes what is new. Throws the system's error where the folder cannot be written. */
  flush(): void;
  /**
   * Writes what is new in one of the files, and lets go of what is known of it. Returns whether there are more. Throws
   * as `flush` does.
   */
  flushNext(): boolean;
}

const defaultMostBytes = 128 * 2 ** 20;
/** New records that wait for the disk, in characters for each file: what a check of many notes finds is not all held. */
const mostWaiting = 128 * 2 ** 10;
/** Records that were not used for so many days are left out of what is written. */
const longestKept = 60;
/** A use is written down where the last one that was is so many days old: a check that finds nothing new mostly writes nothing. */
const usesWritten = 7;
const dayLength = 86_400_000;
/** In milliseconds: what a process that was ended in the middle of its work left behind. */
const longestWrite = 3_600_000;

/**
 * Checks kept in a folder, in files that {@link recordPlaces} reads; those used last come first. A file is replaced at
 * once, by renaming another. So whatever wrote it, two processes at a time or one that was stopped, a record is read
 * whole or not at all. Of the files only where their records stand is held in memory.
 */
export function createDiskCache(options: DiskCacheOptions): DiskCache {
  const { folder, context, mostBytes = defaultMostBytes, mayWrite = () => true, now = Date.now } = options;
  const header = `verbatim-checks 2 ${digest(context)}`;
  const mostPerFile = Math.floor(mostBytes / partCount);
  const files = new Map<string, KeptFile>();
  let hasRemovedLeftovers = false;
  /** Why a file could not be written before there was anybody to be told. */
  let failure: unknown = null;

  /** One for each part of the notes, so that little is read and written where few notes are checked. */
  function keptFile(noteUri: string): [string, KeptFile] {
    const name = `checks-${String(partOf(noteUri)).padStart(2, "0")}.txt`;
    let file = files.get(name);
    if (file === undefined) {
      const bytes = readRegularFile(join(folder, name), mostPerFile);
      file = { places: recordPlaces(bytes, header), used: new Map(), waiting: 0, isChanged: false };
      files.set(name, file);
    }
    return [name, file];
  }

  function today(): number {
    return Math.floor(now() / dayLength);
  }

  /** Another process may have put another file in its place, in which something else stands there. */
  function readRecord(name: string, key: string, { start, end, digest }: RecordPlace): string | null {
    const record = readPart(join(folder, name), start, end);
    return record !== null && recordDigest(key, record) === digest ? record.toString("utf8") : null;
  }

  function writeFile(name: string, file: KeptFile): void {
    if (!file.isChanged || !mayWrite()) return;
    fs.mkdirSync(folder, { recursive: true });
    if (!hasRemovedLeftovers) removeLeftovers();
    hasRemovedLeftovers = true;
    const path = join(folder, name);
    const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      const content = fileOf(header, recordsOf(path, file), mostPerFile);
      fs.writeFileSync(temporary, content, { flag: "wx", mode: 0o600 });
      fs.renameSync(temporary, path);
    } catch (error) {
      fs.rmSync(temporary, { force: true });
      throw error;
    }
  }

  /** What is new or was used, then what else is in the file by now: another process may have added to it. */
  function* recordsOf(path: string, { used }: KeptFile): Iterable<RecordToWrite> {
    const day = today();
    const bytes = readRegularFile(path, mostPerFile);
    const places = recordPlaces(bytes, header);
    const kept = (key: string, { start, end, digest }: RecordPlace) => ({
      key,
      digest,
      record: bytes.subarray(start, end),
    });
    for (const [key, record] of used) {
      const place = places.get(key);
      if (record !== null) yield { key, day, digest: recordDigest(key, record), record: Buffer.from(record) };
      else if (place !== undefined) yield { ...kept(key, place), day };
    }
    for (const [key, place] of places) {
      const isCurrent = Math.abs(day - place.day) <= longestKept;
      if (isCurrent && !used.has(key)) yield { ...kept(key, place), day: place.day };
    }
  }

  function removeLeftovers(): void {
    for (const name of fs.readdirSync(folder)) {
      const path = join(folder, name);
      if (!/^checks-\d\d\.txt\.[0-9a-f]{12}\.tmp$/.test(name)) continue;
      const stats = fs.lstatSync(path, { throwIfNoEntry: false });
      if (stats !== undefined && now() - stats.mtimeMs > longestWrite) fs.rmSync(path, { force: true });
    }
  }

  function flushNext(): boolean {
    if (failure !== null) {
      const error = failure;
      failure = null;
      throw error;
    }
    const [next] = files;
    if (next === undefined) return false;
    const [name, file] = next;
    files.delete(name);
    writeFile(name, file);
    return files.size > 0;
  }

  return {
    digest,
    read(noteUri) {
      const key = digest(noteUri);
      const [name, file] = keptFile(noteUri);
      const fresh = file.used.get(key);
      if (typeof fresh === "string") return fresh;
      const place = file.places.get(key);
      const record = place === undefined ? null : readRecord(name, key, place);
      if (place === undefined || record === null) return null;
      file.used.set(key, null);
      if (Math.abs(today() - place.day) >= usesWritten) file.isChanged = true;
      return record;
    },
    write(noteUri, record) {
      const key = digest(noteUri);
      const [name, file] = keptFile(noteUri);
      file.used.set(key, record);
      file.isChanged = true;
      file.waiting += record.length;
      if (file.waiting <= mostWaiting) return;
      files.delete(name);
      try {
        writeFile(name, file);
      } catch (error) {
        failure = error;
      }
    },
    flush() {
      while (flushNext());
    },
    flushNext,
  };
}

/** What is known of a file of the cache. */
interface KeptFile {
  readonly places: ReadonlyMap<string, RecordPlace>;
  /** What is new, and null for what was read, both since the file was last written. */
  readonly used: Map<string, string | null>;
  /** Characters of what is new. */
  waiting: number;
  isChanged: boolean;
}

/** Empty where there is no such file, or something else of its name. */
function readRegularFile(path: string, mostBytes: number): Buffer {
  try {
    const stats = fs.statSync(path);
    if (stats.isFile() && stats.size <= mostBytes) return fs.readFileSync(path);
  } catch {}
  return Buffer.alloc(0);
}

/** Null where there is no such file, or it ends before. */
function readPart(path: string, start: number, end: number): Buffer | null {
  try {
    const file = fs.openSync(path, "r");
    try {
      const bytes = Buffer.alloc(end - start);
      return fs.readSync(file, bytes, 0, bytes.length, start) === bytes.length ? bytes : null;
    } finally {
      fs.closeSync(file);
    }
  } catch {
    return null;
  }
}
