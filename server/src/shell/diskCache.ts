import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import type { CheckCache } from "../workspace/cache/checkCache.ts";
import { partCount, partOf } from "../workspace/noteShare.ts";

export interface DiskCacheOptions {
  readonly folder: string;
  /** All that a check depends on and that no note can tell: the program's version, the language of its messages. */
  readonly context: string;
  /** The most bytes that all of it may take. */
  readonly mostBytes?: number;
}

export interface DiskCache extends CheckCache {
  /** Writes what is new. Throws the system's error where the folder cannot be written. */
  flush(): void;
}

const defaultMostBytes = 128 * 2 ** 20;
/** In milliseconds: what a process that was ended in the middle of its work left behind. */
const longestWrite = 3_600_000;

/**
 * Checks kept in a folder. Each file begins with a line that has its format, the context and a digest of all that
 * follows; then come lines of a note's digest and its record, those used last first. A file is replaced at once, by
 * renaming another. So whatever wrote it, two processes at a time or one that was stopped, it is read whole or not at all.
 */
export function createDiskCache({ folder, context, mostBytes = defaultMostBytes }: DiskCacheOptions): DiskCache {
  const header = `verbatim-checks 1 ${digest(context)}`;
  const mostPerFile = Math.floor(mostBytes / partCount);
  const files = new Map<string, KeptFile>();

  /** One for each part of the notes, so that little is read and written where few notes are checked. */
  function fileOf(noteUri: string): KeptFile {
    const name = `checks-${String(partOf(noteUri)).padStart(2, "0")}.txt`;
    let file = files.get(name);
    if (file === undefined) {
      file = { records: readRecords(name), used: new Map(), isChanged: false };
      files.set(name, file);
    }
    return file;
  }

  function readRecords(name: string): Map<string, string> {
    const text = readRegularFile(join(folder, name), mostPerFile * 2);
    const end = text?.indexOf("\n") ?? -1;
    if (text === null || end < 0) return new Map();
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== `${header} ${digest(body)}`) return new Map();
    const lines = body.split("\n").map((line) => line.split("\t"));
    return new Map(lines.flatMap(([key, record]) => (record === undefined ? [] : [[key, record] as const])));
  }

  function writeFile(name: string, { used }: KeptFile): void {
    // Another process may have added to it.
    const records = new Map([...used, ...[...readRecords(name)].filter(([key]) => !used.has(key))]);
    let body = "";
    for (const [key, record] of records) {
      if (body.length + record.length > mostPerFile) break;
      body += `${key}\t${record}\n`;
    }
    const path = join(folder, name);
    const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      fs.writeFileSync(temporary, `${header} ${digest(body)}\n${body}`, { flag: "wx", mode: 0o600 });
      fs.renameSync(temporary, path);
    } catch (error) {
      fs.rmSync(temporary, { force: true });
      throw error;
    }
  }

  function removeLeftovers(): void {
    for (const name of fs.readdirSync(folder)) {
      const path = join(folder, name);
      if (!/^checks-\d\d\.txt\.[0-9a-f]{12}\.tmp$/.test(name)) continue;
      const stats = fs.lstatSync(path, { throwIfNoEntry: false });
      if (stats !== undefined && Date.now() - stats.mtimeMs > longestWrite) fs.rmSync(path, { force: true });
    }
  }

  return {
    digest,
    read(noteUri) {
      const key = digest(noteUri);
      const { records, used } = fileOf(noteUri);
      const record = used.get(key) ?? records.get(key) ?? null;
      if (record !== null) used.set(key, record);
      return record;
    },
    write(noteUri, record) {
      const key = digest(noteUri);
      const file = fileOf(noteUri);
      file.used.set(key, record);
      file.isChanged = true;
    },
    flush() {
      if (![...files.values()].some(({ isChanged }) => isChanged)) return;
      fs.mkdirSync(folder, { recursive: true });
      removeLeftovers();
      for (const [name, file] of files) {
        if (!file.isChanged) continue;
        writeFile(name, file);
        file.isChanged = false;
      }
    },
  };
}

/** A file of the cache as it was found, and what was read from it or put into it since. */
interface KeptFile {
  readonly records: ReadonlyMap<string, string>;
  readonly used: Map<string, string>;
  isChanged: boolean;
}

/** 144 bits of SHA-256: more than anybody finds two of. */
function digest(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 24);
}

/** Null where there is no such file, or something else of its name. */
function readRegularFile(path: string, mostBytes: number): string | null {
  try {
    const stats = fs.statSync(path);
    return stats.isFile() && stats.size <= mostBytes ? fs.readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}
