/**
 * Text that is safe to show: whatever cannot be seen, or would move, hide or reorder its neighbours, is written out as
 * `⟨U+202E⟩`. For terminals, hovers and messages, whose text comes from files that nobody vouches for.
 */

/** For a single line: tabs and line ends are written out too. */
export function visible(text: string): string {
  return harmless.test(text) ? text : text.replace(unseen(), written);
}

/** For text of several lines: tabs and line ends stay. */
export function visibleLines(text: string): string {
  return text.replace(unseen(), (character) => (layout.includes(character) ? character : written(character)));
}

const layout = "\t\n\r";

/** The common case, told without the slower expression below. */
const harmless = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/**
 * Controls, lone surrogates, and what Unicode calls default ignorable (bidi controls, zero-width and tag characters,
 * soft hyphens), except where a script needs it: joiners behind a letter of a joining script or an emoji, one variation
 * selector behind anything seen, and an ideographic variation selector behind an ideograph.
 */
const unseenPattern = [
  "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\ufff9-\\ufffb]",
  "(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f" +
    "\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nko}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}" +
    "\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}])[\\u200c\\u200d]",
  "(?<![^\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Z}])[\\ufe00-\\ufe0f]",
  "(?<!\\p{sc=Han})[\\u{e0100}-\\u{e01ef}]",
  "(?![\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])\\p{Default_Ignorable_Code_Point}",
].join("|");

let unseenExpression: RegExp | null = null;

/** Made when it is first needed, which it seldom is: gathering the characters of all these scripts takes a while. */
function unseen(): RegExp {
  unseenExpression ??= new RegExp(unseenPattern, "gu");
  return unseenExpression;
}

function written(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
