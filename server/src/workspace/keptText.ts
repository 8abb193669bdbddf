import { type HeldText, heldString } from "../source/heldText.ts";
import { lineAt, lineStartsOf } from "../source/lines.ts";
import type { Room } from "./leastUse.ts";

/**
 * Keeps a text that was decoded from a file, of which these were the bytes if it is in UTF-8. It must have no lone
 * surrogates.
 */
export type KeepText = (text: string, bytes: Uint8Array | null) => HeldText;

/** In bytes. Of lines longer than that the whole text is made, which may be asked for again. */
const longestPart = 2 ** 14;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Keeps texts as their UTF-8, and strings only of those that were asked for last: of a notebook's thousands few are looked
 * at at a time, and a string takes two bytes for each character as soon as one is no Latin letter (a curly quotation mark).
 */
export function keepAsBytes(strings: Room): KeepText {
  return (text, bytes) => {
    const utf8 = bytes === null ? encoder.encode(text) : withoutMark(bytes);
    return heldBytes(utf8, text, strings);
  };
}

/** Keeps texts as strings. */
export const keepAsString: KeepText = heldString;

/** No function in it may make use of `text`, which would then be kept. */
function heldBytes(utf8: Uint8Array, text: string, strings: Room): HeldText {
  const { length } = text;
  const lineStarts = lineStartsOf(text);
  const whole = strings.remade(2 * length, () => decoder.decode(utf8), text);
  let lineBytes: Uint32Array | null = null;
  return {
    length,
    hasReturns: utf8.includes(13),
    lineStarts,
    whole,
    slice(start, end) {
      const from = Math.max(0, start);
      const to = Math.max(from, Math.min(end, length));
      lineBytes ??= utf8.length === length ? lineStarts : lineBytesOf(utf8, lineStarts.length);
      const first = lineAt(lineStarts, from);
      const behind = lineAt(lineStarts, to) + 1;
      const part = utf8.subarray(lineBytes[first], lineBytes[behind] ?? utf8.length);
      if (part.length > longestPart) return whole().slice(from, to);
      return decoder.decode(part).slice(from - lineStarts[first], to - lineStarts[first]);
    },
  };
}

/** Where each line begins in the UTF-8 of a text with so many lines. */
function lineBytesOf(utf8: Uint8Array, lines: number): Uint32Array {
  const starts = new Uint32Array(lines);
  let lf = utf8.indexOf(10);
  let cr = utf8.indexOf(13);
  for (let line = 1; line < lines; line++) {
    const isCr = lf < 0 || (cr >= 0 && cr < lf);
    const end = isCr ? cr : lf;
    starts[line] = isCr && lf === end + 1 ? end + 2 : end + 1;
    if (lf >= 0 && lf < starts[line]) lf = utf8.indexOf(10, starts[line]);
    if (cr >= 0 && cr < starts[line]) cr = utf8.indexOf(13, starts[line]);
  }
  return starts;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
