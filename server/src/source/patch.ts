import type { Span } from "../span.ts";
import { decode } from "./decode.ts";
import { decodeBytes } from "./decodeBytes.ts";

/** Text that is to stand in place of a span of the text that {@link decode} reads. */
export interface Patch {
  readonly span: Span;
  readonly text: string;
}

/**
 * The bytes of a file with parts of its text replaced, in its own encoding; every other byte stays as it is, the byte
 * order mark and line ends included. `patches` are in order and do not overlap. Null where the file has another text
 * than `text`, or where its encoding cannot say what is to be written.
 */
export function patchBytes(bytes: Uint8Array, text: string, patches: readonly Patch[]): Uint8Array | null {
  const found = decode(bytes);
  if (found.problem !== undefined || found.text !== text) return null;
  const file = encodedText(bytes, text, found.encoding);
  const parts: Uint8Array[] = [];
  let at = 0;
  let wanted = "";
  let reached = 0;
  for (const { span, text: written } of patches) {
    const encoded = file.encode(written);
    if (encoded === null) return null;
    parts.push(bytes.subarray(at, file.byteAt(span.start)), encoded);
    at = file.byteAt(span.end);
    wanted += text.slice(reached, span.start) + written;
    reached = span.end;
  }
  parts.push(bytes.subarray(at));
  const patched = joined(parts);
  const read = decode(patched);
  return read.problem === undefined && read.text === wanted + text.slice(reached) ? patched : null;
}

interface EncodedText {
  /** Where in the file a unit of the text begins. Asked in order. */
  byteAt(offset: number): number;
  /** Null for what the encoding is not known to hold. */
  encode(text: string): Uint8Array | null;
}

function encodedText(bytes: Uint8Array, text: string, encoding: string): EncodedText {
  const utf8 = new TextEncoder();
  if (encoding.startsWith("utf-16")) {
    const isLittle = encoding === "utf-16le";
    const start = bytes.length - 2 * text.length;
    return { byteAt: (offset) => start + 2 * offset, encode: (written) => utf16(written, isLittle) };
  }
  if (encoding === "utf-8") {
    let byte = bytes.length - utf8.encode(text).length;
    let reached = 0;
    return {
      byteAt(offset) {
        byte += utf8.encode(text.slice(reached, offset)).length;
        reached = offset;
        return byte;
      },
      encode: (written) => utf8.encode(written),
    };
  }
  const isSingleByte = bytes.length === text.length;
  return {
    byteAt: (offset) => (isSingleByte ? offset : byteOf(bytes, encoding, offset)),
    encode: (written) => (/^[\x20-\x7e]*$/.test(written) ? utf8.encode(written) : null),
  };
}

/** Of an encoding with characters of several bytes, by looking how much text so many bytes are. O(length · log length). */
function byteOf(bytes: Uint8Array, encoding: string, offset: number): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lengthOf(bytes.subarray(0, middle), encoding) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lengthOf(bytes: Uint8Array, encoding: string): number {
  // The last character may be cut off: without it the bytes are valid.
  for (let cut = 0; cut < 4; cut++) {
    const text = decodeBytes(bytes.subarray(0, bytes.length - cut), encoding);
    if (text !== null) return text.length;
  }
  return 0;
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), isLittle);
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
