import fc from "fast-check";
import { anyText, copyFrom } from "./sources.ts";
import { hand, writeNote } from "./writing.ts";

/** Two sources and some notes that quote them, rightly and wrongly. Line ends of notes are `\n`. */
export interface Desk {
  readonly sources: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** What may become of the words on their way, by word. */
const mishaps: readonly ((words: readonly string[], at: number) => readonly string[])[] = [
  (words) => words,
  (words) => words,
  (words, at) => words.toSpliced(at, 1),
  (words, at) => words.toSpliced(at, 1, "zeppelin"),
  (words, at) => words.toSpliced(at, 0, "not"),
  (words, at) => words.toSpliced(at, 1, "…"),
  (words, at) => words.toSpliced(at, 1, "[the", "one]"),
  (words, at) => words.toSpliced(at, 1, words[at].replace(/./su, "[$&]")),
  (words, at) => words.toSpliced(at, 1, words[at].toUpperCase()),
  (words, at) => words.toSpliced(at, 1, words[at].normalize("NFD").replace(/\p{Mn}/gu, "")),
  (words, at) => [...words.slice(at), ...words.slice(0, at)],
  (words, at) => [...words.slice(at), "...", ...words.slice(0, at)],
  (words, at) => words.toSpliced(at, 1, `${words[at]},`),
  (words, at) => words.toSpliced(at, 0, "(sic)"),
];

const names = ["one.txt", "two.txt"];

const quoted = fc.record({
  from: fc.nat(60),
  to: fc.nat(30),
  mishap: fc.constantFrom(...mishaps),
  at: fc.nat(30),
  source: fc.nat(1),
  /** Whether the lines, or the file, are others than the right ones. */
  shift: fc.constantFrom(0, 0, 0, 1, -1, 5),
  wrongFile: fc.nat(4),
  hand,
});

export const anyDesk: fc.Arbitrary<Desk> = fc
  .record({
    texts: fc.tuple(anyText, anyText),
    notes: fc.array(fc.array(quoted, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ texts, notes }) => ({
    sources: { [names[0]]: texts[0].text, [names[1]]: texts[1].text },
    notes: notes.map((quotes) =>
      quotes
        .map(({ from, to, mishap, at, source, shift, wrongFile, hand }) => {
          const { text, pieces } = texts[source];
          const { text: copied, lines } = copyFrom(text, pieces, from, to);
          const words = copied.split(" ");
          const written = mishap(words, at % words.length).join(" ");
          const start = Math.max(1, lines.start + shift);
          const path = names[wrongFile === 4 ? 1 - source : source];
          return writeNote(written, path, { start, end: start + lines.end - lines.start }, { ...hand, noteEnd: "\n" });
        })
        .join("\n"),
    ),
  }));
