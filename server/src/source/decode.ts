import { decodeBytes } from "./decodeBytes.ts";
import { detectLegacyEncoding } from "./legacyEncoding.ts";
import type { Decoded } from "./source.ts";

/**
 * The text of a file: by its byte order mark, as UTF-8 where the bytes are valid UTF-8, as UTF-16 without a mark, then
 * in a legacy encoding. `source-binary` for bytes that no text has, `source-encoding` where several encodings are as
 * likely. A byte order mark is no part of the text. Linear time.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return decoded(bytes, marked) ?? { problem: "source-encoding" };
  if (bytes.includes(0)) return decodeUtf16(bytes) ?? { problem: "source-binary" };
  const utf8 = decoded(bytes, "utf-8");
  if ((utf8 === null || hasControl(bytes)) && isRiddenWithControls(bytes)) return { problem: "source-binary" };
  return utf8 ?? decodeLegacy(bytes) ?? { problem: "source-encoding" };
}

function decoded(bytes: Uint8Array, encoding: string): { readonly text: string; readonly encoding: string } | null {
  const text = decodeBytes(bytes, encoding);
  return text === null ? null : { text, encoding };
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // FF FE 00 00 is UTF-32, which no decoder here reads: its NULs make it binary further on.
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0)) return "utf-16le";
  return null;
}

/** Controls that plain text may hold: tab, line ends, form feed, backspace, escape, the end mark of old systems. */
const textControls = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

function isControl(code: number): boolean {
  return (code < 0x20 && !textControls.has(code)) || code === 0x7f;
}

/** Reads four bytes at a time, and of these each where one may be a control or a line end: in most files few. */
function hasControl(bytes: Uint8Array): boolean {
  const before = -bytes.byteOffset & 3;
  if (bytes.length < before) return hasControlIn(bytes, 0, bytes.length);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + before, (bytes.length - before) >> 2);
  if (hasControlIn(bytes, 0, before) || hasControlIn(bytes, before + words.length * 4, bytes.length)) return true;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const flipped = word ^ 0x7f7f7f7f;
    // Mycroft's test: the highest bit of a byte stays set where something was borrowed for it.
    const marks = ((word - 0x20202020) & ~word) | ((flipped - 0x01010101) & ~flipped);
    if ((marks & 0x80808080) !== 0 && hasControlIn(bytes, before + i * 4, before + i * 4 + 4)) return true;
  }
  return false;
}

function hasControlIn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isControl(bytes[i])) return true;
  return false;
}

function isRiddenWithControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (isControl(byte)) controls++;
  return controls * 100 > bytes.length;
}

function decodeLegacy(bytes: Uint8Array): Decoded | null {
  const encoding = detectLegacyEncoding(bytes);
  return encoding === null ? null : decoded(bytes, encoding);
}

/**
 * UTF-16 without a mark, told by the ASCII characters that almost every text holds (line ends and spaces at least):
 * in the wrong byte order they are rare characters of other scripts.
 */
function decodeUtf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0 || isAsciiWithNuls(bytes)) return null;
  let best: Decoded | null = null;
  let bestScore = 0;
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const candidate = decoded(bytes, encoding);
    const score = candidate === null ? 0 : asciiShare(candidate.text);
    if (candidate === null || score <= bestScore) continue;
    best = candidate;
    bestScore = score;
  }
  return bestScore >= 0.01 ? best : null;
}

/** In pairs such bytes would be rare characters, and a few common ones by chance. */
function isAsciiWithNuls(bytes: Uint8Array): boolean {
  let ascii = 0;
  for (const byte of bytes) if (byte >= 0x20 && byte < 0x7f) ascii++;
  return ascii * 10 > bytes.length * 7;
}

const noText = /[\p{Cn}\p{Co}]/u;

/** The share of printable ASCII and line ends; 0 where the text holds what no text does. */
function asciiShare(text: string): number {
  if (noText.test(text)) return 0;
  let ascii = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isControl(code)) return 0;
    if (code < 0x7f) ascii++;
  }
  return ascii / text.length;
}
