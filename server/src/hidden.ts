/**
 * Whether the character at `at` of a text cannot be seen and is not needed to show its neighbours: bidi controls, zero-width
 * and tag characters. `codePoint` is the one at `at`.
 */
export function isHidden(text: string, at: number, codePoint: number): boolean {
  // Joiners shape the letters of Arabic and Indian scripts, and join emoji.
  if (codePoint === 0x200c || codePoint === 0x200d) return !joinsVisibly(text, at);
  if (codePoint === 0x200e || codePoint === 0x200f || codePoint === 0x61c) {
    return !/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  }
  // A flag of emoji is spelled with tags.
  if (codePoint >= 0xe0000 && codePoint <= 0xe007f)
    return !/\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u.test(text.slice(Math.max(0, at - 16), at));
  return (
    codePoint === 0x200b ||
    codePoint === 0xfeff ||
    codePoint === 0x180e ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f)
  );
}

const joiningScripts =
  "Arabic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Mongolian Syriac Khmer Myanmar";
const joined = new RegExp(
  `(?:${joiningScripts
    .split(" ")
    .map((script) => `\\p{Script=${script}}`)
    .join("|")}|\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\ufe0f)$`,
  "u",
);

function joinsVisibly(text: string, at: number): boolean {
  return joined.test(text.slice(Math.max(0, at - 2), at));
}

/** The text without its hidden characters. */
export function withoutHidden(text: string): string {
  if (!/[\p{Cf}]/u.test(text)) return text;
  let shown = "";
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const length = codePoint > 0xffff ? 2 : 1;
    if (!isHidden(text, at, codePoint)) shown += text.slice(at, at + length);
    at += length;
  }
  return shown;
}
