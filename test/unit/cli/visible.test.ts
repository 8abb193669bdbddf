import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { visible, visibleLines } from "../../../server/src/visible.ts";
import { holds } from "../properties/run.ts";

describe("visible", () => {
  const written: readonly (readonly [name: string, text: string, shown: string])[] = [
    ["bidi override", "price \u202e001\u202c", "price ⟨U+202E⟩001⟨U+202C⟩"],
    ["bidi isolate", "\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"],
    ["escape sequence", "\u001b[2Jgone", "⟨U+001B⟩[2Jgone"],
    ["C1 control", "\u009b31m", "⟨U+009B⟩31m"],
    ["delete", "a\u007f", "a⟨U+007F⟩"],
    ["tab and line end", "a\tb\r\nc", "a⟨U+0009⟩b⟨U+000D⟩⟨U+000A⟩c"],
    ["zero-width space", "one\u200bword", "one⟨U+200B⟩word"],
    ["byte order mark", "\ufeffstart", "⟨U+FEFF⟩start"],
    ["soft hyphen", "hy\u00adphen", "hy⟨U+00AD⟩phen"],
    ["line separator", "a\u2028b", "a⟨U+2028⟩b"],
    ["tag character", "a\u{e0041}", "a⟨U+E0041⟩"],
    ["lone surrogate", "a\ud800b", "a⟨U+D800⟩b"],
    ["joiner between Latin letters", "not\u200dable", "not⟨U+200D⟩able"],
    ["second variation selector", "♥\ufe0f\ufe0e", "♥\ufe0f⟨U+FE0E⟩"],
  ];
  for (const [name, text, shown] of written) it(`writes out: ${name}`, () => equal(visible(text), shown));

  const kept: readonly (readonly [name: string, text: string])[] = [
    ["Persian with a non-joiner", "می‌خواهم"],
    ["Hindi with a joiner", "क्‍ष"],
    ["a family of emoji", "👩‍👧‍👦"],
    ["emoji with a skin tone", "👍🏽"],
    ["a heart with a variation selector", "❤️"],
    ["an ideograph with its variant", "葛\u{e0100}"],
    ["no-break and thin spaces", "20\u00a0000\u202f€"],
    ["combining marks", "Zoe\u0308"],
  ];
  for (const [name, text] of kept) it(`leaves alone: ${name}`, () => equal(visible(text), text));

  it("keeps tabs and line ends of longer text", () => {
    equal(visibleLines("a\tb\r\nc\u0007\n"), "a\tb\r\nc⟨U+0007⟩\n");
  });

  holds("leaves nothing that a terminal obeys, whatever the text", 100, fc.string({ unit: "binary" }), (text) => {
    ok(!/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f]/u.test(visible(text)));
  });
});
