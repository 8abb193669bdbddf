import { createHash } from "node:crypto";

/** A record of a file of the cache, and where it stands there. */
export interface RecordPlace {
  /** In bytes; the end is that of the record itself. */
  readonly start: number;
  readonly end: number;
  /** Of the key and the record, so that one that was torn, moved or changed is not taken for one. */
  readonly digest: string;
  /** When it was last used, in days since 1970. */
  readonly day: number;
}

export interface RecordToWrite {
  readonly key: string;
  readonly day: number;
  readonly digest: string;
  readonly record: Uint8Array;
}

const digestLength = 24;
const dayLength = 6;
const recordOffset = digestLength + 1 + dayLength + 1 + digestLength + 1;
const [tab, newline] = [9, 10];

/**
 * The records of a file by their keys, in its order; none where it begins with another line than `header`. After that
 * line each has its own: key, day, digest and record, with tabs in between. What is no such line is passed over.
 */
export function recordPlaces(bytes: Buffer, header: string): Map<string, RecordPlace> {
  const places = new Map<string, RecordPlace>();
  const firstEnd = bytes.indexOf(newline);
  if (firstEnd < 0 || bytes.toString("utf8", 0, firstEnd) !== header) return places;
  for (let at = firstEnd + 1; at < bytes.length; ) {
    const end = bytes.indexOf(newline, at);
    if (end < 0) break;
    const [key, day, digest] = bytes.toString("latin1", at, Math.min(at + recordOffset - 1, end)).split("\t");
    const isLine = at + recordOffset <= end && bytes[at + recordOffset - 1] === tab;
    if (isLine && key.length === digestLength && digest?.length === digestLength && /^\d+$/.test(day)) {
      places.set(key, { start: at + recordOffset, end, digest, day: Number(day) });
    }
    at = end + 1;
  }
  return places;
}

/** The inverse of {@link recordPlaces}, with records as long as they are within so many bytes together. */
export function fileOf(header: string, records: Iterable<RecordToWrite>, mostBytes: number): Buffer {
  const parts: Uint8Array[] = [Buffer.from(`${header}\n`)];
  let size = parts[0].length;
  for (const { key, day, digest, record } of records) {
    const start = Buffer.from(`${key}\t${String(day).padStart(dayLength, "0")}\t${digest}\t`);
    size += start.length + record.length + 1;
    if (size > mostBytes) break;
    parts.push(start, record, Buffer.of(newline));
  }
  return Buffer.concat(parts);
}

export function recordDigest(key: string, record: Uint8Array | string): string {
  return shortened(createHash("sha256").update(key).update(record));
}

export function digest(content: Uint8Array | string): string {
  return shortened(createHash("sha256").update(content));
}

/** 144 bits of SHA-256: more than anybody finds two of. */
function shortened(hash: ReturnType<typeof createHash>): string {
  return hash.digest("base64url").slice(0, digestLength);
}
