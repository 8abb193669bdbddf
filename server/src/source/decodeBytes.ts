/**
 * The text of the bytes in an encoding (a label of the Encoding Standard), a byte order mark left out; null where a
 * byte is not valid in it or the platform does not know it.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string | null {
  try {
    if (encoding === "utf-8") return utf8.decode(bytes);
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, windows1252) : text;
  } catch {
    return null;
  }
}

/** Kept, since most files are in it: to make a decoder costs as much as to decode a short note. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** U+0080 to U+009F in windows-1252, where Node 20 and 22 decode it as ISO-8859-1. Unused codes stay controls. */
const upperControls =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

function windows1252(control: string): string {
  return upperControls[control.charCodeAt(0) - 0x80];
}
