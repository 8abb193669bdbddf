import { analyse } from "chardet";
import { decodeBytes } from "./decodeBytes.ts";

/** What chardet's first guess must reach. Wrong guesses between tables of one family were seen up to 40. */
const safeConfidence = 50;
/** Below this many bytes its confidence means nothing: “Ça va?” is Latvian to it, with 85. */
const safeLength = 12;
/** Bytes that the detector is shown: more make it slower and not surer. */
const sampleLength = 65_536;

/**
 * The legacy encoding of bytes that are neither UTF-8 nor UTF-16, as a label for TextDecoder; null where no guess is
 * safe. A wrong guess turns words into other words, and a quote of them into a false alarm.
 */
export function detectLegacyEncoding(bytes: Uint8Array): string | null {
  if (isBrokenUtf8(bytes)) return null;
  const [guess] = bytes.length < safeLength ? [] : analyse(sampleAroundHighBytes(bytes));
  if (guess !== undefined && guess.confidence >= safeConfidence && isPlausible(bytes, guess.name)) return guess.name;
  return isSharedWestern(bytes) ? "windows-1252" : null;
}

/** Whether most of what is not ASCII is well-formed UTF-8: a damaged file then, and not a legacy one. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  let wellFormed = 0;
  let stray = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    const length = bytes[i] >= 0xf0 ? 4 : bytes[i] >= 0xe0 ? 3 : bytes[i] >= 0xc2 ? 2 : 0;
    let seen = 1;
    while (seen < length && (bytes[i + seen] & 0xc0) === 0x80) seen++;
    if (length > 0 && seen === length) {
      wellFormed++;
      i += length - 1;
    } else {
      stray++;
    }
  }
  return wellFormed > stray;
}

/** The head, or where the head is all ASCII a window around the first byte that is not. */
function sampleAroundHighBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleLength) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, Math.min(first - sampleLength / 2, bytes.length - sampleLength));
  return bytes.subarray(start, start + sampleLength);
}

/** A capital or a symbol in the middle of a word: what a text of another table (Mac OS, DOS) looks like. */
const misread = /(?<=\p{Ll})(?=[^\x00-\x7f])[\p{Lu}\p{S}“„«¿¡](?=\p{Ll})/gu;
const notAscii = /[^\x00-\x7f]/g;

function isPlausible(bytes: Uint8Array, encoding: string): boolean {
  const text = decodeBytes(bytes, encoding);
  if (text === null || /[\x80-\x9f\ufffd]/.test(text)) return false;
  const wrong = text.match(misread)?.length ?? 0;
  return wrong * 10 <= (text.match(notAscii)?.length ?? 0);
}

/** Lone letters and marks between ASCII that the Western, Central European and Turkish tables read the same way. */
function isSharedWestern(bytes: Uint8Array): boolean {
  for (let i = 1; i < bytes.length; i++) if (bytes[i] >= 0x80 && bytes[i - 1] >= 0x80) return false;
  const text = decodeBytes(bytes, "windows-1252");
  return (
    text !== null &&
    text === decodeBytes(bytes, "windows-1250") &&
    text === decodeBytes(bytes, "windows-1254") &&
    isPlausible(bytes, "windows-1252")
  );
}
