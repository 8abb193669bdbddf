import fc from "fast-check";

/*
 * The changes that the conventions of quoting allow, each as a person makes it. A passage is a list of words; a change
 * writes some of them otherwise, in the quote or (what it takes back) in the source.
 */

/** A word of the passage with what stands behind it. Null where the quote does not have it. */
export interface Word {
  source: string;
  sourceGap: string;
  quote: string | null;
  quoteGap: string;
}

/** Writes one change into the words, at `at` or near it; `pick` chooses between its forms. */
export interface Change {
  readonly name: string;
  readonly make: (words: Word[], at: number, pick: Pick) => void;
}

type Pick = <Value>(values: readonly Value[]) => Value;

const ellipses = ["…", "...", "....", ". . .", ". . . .", "[…]", "[...]", "[. . .]", "(…)"];
const dashes = ["—", "–", " — ", " – ", " - ", "--", " -- ", " − "];
const stops = [".", ",", ";", ":", "!", "?", ""];

export const changes: readonly Change[] = [
  change("white space in the quote", (words, at, pick) => {
    words[at].quoteGap = words[at].quoteGap.replace(" ", pick(["\u00a0", "\u2009", "  ", "\n", "\t", "\u202f"]));
  }),
  change("white space in the source", (words, at, pick) => {
    words[at].sourceGap = words[at].sourceGap.replace(
      " ",
      pick(["\n", "\r\n", "\n\n", "\r", " \n  ", "\u00a0", "\u2003"]),
    );
  }),
  change("quote marks", (words, at, pick) => {
    const last = Math.min(at + 2, words.length - 2);
    const [open, close] = pick([
      ["“", "”"],
      ["‘", "’"],
      ['"', '"'],
      ["«", "»"],
      ["«\u00a0", "\u00a0»"],
      ["„", "“"],
    ]);
    wrap(words, at, last, "source", [open, close]);
    wrap(words, at, last, "quote", ["{", "}"]);
  }),
  change("an apostrophe", (words, at, pick) => {
    const behindLetters = /(?<=\p{L})(?=\P{L}*$)/u;
    words[at].source = words[at].source.replace(behindLetters, pick(["'s", "’s", "ʼs"]));
    words[at].quote = words[at].quote?.replace(behindLetters, pick(["'s", "’s"])) ?? null;
  }),
  change("a dash", (words, at, pick) => {
    if (words[at].quoteGap !== " ") return;
    words[at].sourceGap = pick(dashes);
    words[at].quoteGap = pick(dashes);
  }),
  change("a hyphen", (words, at, pick) => {
    if (words[at].quoteGap !== " ") return;
    words[at].sourceGap = pick(["-", "\u2010", "\u2011"]);
    words[at].quoteGap = pick(["-", "\u2010", "\u2011"]);
  }),
  change("an ellipsis", (words, at, pick) => {
    const count = pick([1, 2, 3]);
    for (let i = at; i < Math.min(at + count, words.length - 3); i++) words[i].quote = null;
    words[at - 1].quoteGap = ` ${pick(ellipses)} `;
  }),
  change("an ellipsis in front", (words, _, pick) => {
    words[0].quote = `${pick(ellipses)} ${words[0].quote}`;
  }),
  change("an ellipsis behind", (words, _, pick) => {
    words[words.length - 1].quote += pick(["", " "]) + pick(ellipses);
  }),
  change("a letter in brackets", (words, at) => {
    const { quote } = words[at];
    if (quote !== null)
      words[at].quote = quote.replace(/^(\P{L}*)(\p{L})/u, (_, marks, letter) => `${marks}[${otherCase(letter)}]`);
  }),
  change("an ending in brackets", (words, at, pick) => {
    const { quote } = words[at];
    if (quote !== null && /\p{L}{5}$/u.test(quote))
      words[at].quote = quote.slice(0, -2) + pick(["[ed]", "[ing]", "[s]", "[es]"]);
  }),
  change("words in brackets for others", (words, at, pick) => {
    const count = pick([1, 2, 3]);
    const last = Math.min(at + count, words.length - 3);
    words[at].quote = pick(["[the company]", "[they]", "[the old town]", "[]"]);
    for (let i = at + 1; i < last; i++) words[i].quote = null;
  }),
  change("words in brackets", (words, at, pick) => {
    words[at].quoteGap += words[at].quoteGap.endsWith(" ") ? pick(["[of the town] ", "[as it were] ", "[then] "]) : "";
  }),
  change("sic", (words, at, pick) => {
    words[at].quoteGap = pick([" [sic]", " (sic)", " [sic!]"]) + words[at].quoteGap;
  }),
  change("a remark at the end", (words, _, pick) => {
    words[words.length - 1].quote += pick([
      " (emphasis added)",
      " [emphasis mine]",
      " (citation omitted)",
      " (emphasis in original)",
      " [sic]",
    ]);
  }),
  change("an omitted citation", (words, at, pick) => {
    words[at].quoteGap =
      pick([" (citation omitted)", " [citations omitted]", " (footnote omitted)"]) + words[at].quoteGap;
  }),
  change("emphasis", (words, at, pick) => {
    const last = pick([at, Math.min(at + 1, words.length - 2)]);
    const mark = pick(["*", "**", "_"]);
    wrap(words, at, last, "quote", [mark, mark]);
  }),
  change("the first letter's case", (words) => {
    if (words[0].quote !== null) words[0].quote = words[0].quote.replace(/\p{L}/u, otherCase);
  }),
  change("the last stop", (words, _, pick) => {
    const last = words[words.length - 1];
    last.source += pick(stops);
    last.quote += pick(stops);
  }),
  change("a stop beside an ellipsis", (words, at, pick) => {
    if (words[at].quote === null) return;
    words[at].quote += pick(stops);
    words[at].quoteGap = ` ${pick(ellipses)} `;
    words[at + 1].quote = null;
  }),
  change("a stop before a closing mark", (words, at, pick) => {
    const last = Math.min(at + 2, words.length - 2);
    const stop = pick([",", "."]);
    const [source, quotes] = pick([
      [`${stop}”`, [`${stop}}`, `}${stop}`, "}", "?}"]],
      [`”${stop}`, [`${stop}}`, `}${stop}`]],
    ] as const);
    wrap(words, at, last, "source", ["“", source]);
    wrap(words, at, last, "quote", ["{", pick<string>(quotes)]);
  }),
  change("a decomposed word", (words, at, pick) => {
    const form = pick(["NFC", "NFD"]);
    words[at].source = words[at].source.normalize(form);
    words[at].quote = words[at].quote?.normalize(form === "NFC" ? "NFD" : "NFC") ?? null;
  }),
  change("a ligature", (words, at, pick) => {
    const written = pick(["source", "quote"] as const);
    const text = words[at][written];
    if (text !== null)
      words[at][written] = text.replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ");
  }),
  change("a word broken at a line's end", (words, at, pick) => {
    words[at].source = words[at].source.replace(
      /^(\p{L}\p{M}?\p{L}{2})(\p{L}{2})/u,
      `$1${pick(["-\n", "-\r\n", "\u2010\n", "\u00ad\n", "\u00ad"])}$2`,
    );
  }),
  change("a soft hyphen", (words, at) => {
    words[at].quote = words[at].quote?.replace(/^(\p{L}{3})(\p{L}{2})/u, "$1\u00ad$2") ?? null;
  }),
  change("a hidden character", (words, at, pick) => {
    const hidden = pick(["\u200b", "\u2060", "\ufeff", "\u200d", "\u200e"]);
    const written = pick(["source", "quote"] as const);
    const text = words[at][written];
    if (text !== null)
      words[at][written] = pick([text + hidden, hidden + text, text.replace(/^(\p{L}{2})/u, `$1${hidden}`)]);
  }),
];

function change(name: string, make: Change["make"]): Change {
  return { name, make };
}

function otherCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

function wrap(
  words: Word[],
  first: number,
  last: number,
  written: "source" | "quote",
  [open, close]: readonly string[],
): void {
  const kept = words.slice(first, last + 1).filter((word) => word[written] !== null);
  if (kept.length === 0) return;
  kept[0][written] = open + kept[0][written];
  kept[kept.length - 1][written] += close;
}

const vocabulary =
  "harbour officer keeper café lamp naïve council waffles river bridge letter window flowers market winter engine garden ticket farmer violin copper résumé ladder meadow pocket silver thunder orchard blanket kitchen saddle whisper puzzle carpet finals fountain hammock lizard museum nettle oyster pigeon quarry Ångström jubilee tunnel umbrella velvet walnut yacht basket cushion dragon elbow".split(
    " ",
  );

/** A passage with the two changes that were made to it. */
export interface Permitted {
  readonly names: readonly string[];
  /** The source, of which the passage is a part. */
  readonly source: string;
  readonly passage: { readonly start: number; readonly end: number };
  /** With `{` and `}` for the marks of a quotation inside the quote. */
  readonly quote: string;
}

export const permitted: fc.Arbitrary<Permitted> = fc
  .record({
    words: fc.shuffledSubarray(vocabulary, { minLength: 20, maxLength: 30 }),
    stops: fc.array(fc.nat(11), { minLength: 30, maxLength: 30 }),
    made: fc.tuple(fc.constantFrom(...changes), fc.constantFrom(...changes)),
    places: fc.tuple(fc.nat(10), fc.nat(10)),
    picks: fc.infiniteStream(fc.nat(1000)),
  })
  // Marks that cross would be a puzzle.
  .filter(({ made: [one, two] }) => one !== two && !(goesAround(one) && goesAround(two)))
  .map(({ words, stops, made: [one, two], places, picks }) => {
    const made = goesAround(one) ? [two, one] : [one, two];
    const pick: Pick = (values) => values[picks.next().value % values.length];
    const [before, inside, behind] = [words.slice(0, 3), words.slice(3, -3), words.slice(-3)];
    const passage: Word[] = inside.map((word, index) => {
      const stop = stops[index] === 11 && index > 1 && index < inside.length - 2 ? "," : "";
      return { source: word + stop, sourceGap: " ", quote: word + stop, quoteGap: " " };
    });
    for (const [index, { make }] of made.entries()) make(passage, 2 + (places[index] % (passage.length - 6)), pick);
    const own = passage
      .map(({ source, sourceGap }) => source + sourceGap)
      .join("")
      .trimEnd();
    const start = `${before.join(" ")} `.length;
    return {
      names: made.map(({ name }) => name),
      source: `${before.join(" ")} ${own} ${behind.join(" ")}.`,
      passage: { start, end: start + own.length },
      quote: quoteOf(passage),
    };
  });

/** Whether a change puts marks around several words: around those that are left, so it is made last. */
function goesAround({ name }: Change): boolean {
  return name.includes("mark") || name === "emphasis";
}

function quoteOf(words: readonly Word[]): string {
  let quote = "";
  for (const { quote: word, quoteGap } of words) if (word !== null) quote += word + quoteGap;
  return quote.trimEnd();
}
