import type { Span } from "../span.ts";
import { isSentenceEnd, isWordKind, Kind, kindAt } from "./characters.ts";
import type { Remark } from "./judgement.ts";
import { languageOf } from "./language/detect.ts";
import type { Language } from "./language/language.ts";
import type { BracketUse } from "./match.ts";
import type { ParsedQuote } from "./parse.ts";
import { type PreparedSource, toSourceSpan } from "./prepare.ts";
import { readWords, type Word } from "./words.ts";

/** Where the parts of a quote were found, in the prepared text; null where one was not. */
export type PartSpans = readonly (Span | null)[];

/** What an ellipsis of the quote skips that a reader should know of. */
export function elisionRemarks(
  quote: ParsedQuote,
  spans: PartSpans,
  source: PreparedSource,
  mostWords: number,
): Remark[] {
  const remarks: Remark[] = [];
  for (const elision of quote.elisions) {
    const before = spans[elision.before - 1];
    const behind = spans[elision.before];
    if (!before || !behind || behind.start < before.end) continue;
    const skipped = { start: before.end, end: behind.start };
    const count = countSkippedWords(source.text, skipped);
    const negation = count === 0 ? null : hiddenNegation(quote, source, skipped);
    if (negation !== null) {
      remarks.push({
        rule: "elision-hides-negation",
        span: elision.span,
        sourceSpan: toSourceSpan(source, { start: negation.start, end: negation.end }),
        args: { source: source.text.slice(negation.start, negation.end) },
      });
    }
    if (count > mostWords) {
      remarks.push({
        rule: "elision-wide",
        span: elision.span,
        sourceSpan: toSourceSpan(source, skipped),
        args: { count, limit: mostWords },
      });
    }
  }
  return remarks;
}

/** The parts around an ellipsis stand in the source in another order. */
export function reversedRemark(quote: ParsedQuote, partBehind: number): Remark {
  const elision = quote.elisions.find(({ before }) => before === partBehind) ?? quote.elisions[0];
  return { rule: "elision-reversed", span: elision.span, args: {} };
}

/** Brackets of the writer's that add, drop or replace a negation or a number, judged by the words that result. */
export function bracketRemarks(quote: ParsedQuote, uses: readonly BracketUse[], source: PreparedSource): Remark[] {
  if (uses.length === 0) return [];
  const words = quote.parts.flatMap((part) => part.elements.map((element) => element.word));
  const language = languageOf(words, source.sample());
  const remarks: Remark[] = [];
  for (const { element, replaced, span } of uses) {
    if (element.type === "bracket" && element.role !== "words") continue;
    const result = element.type === "partial" ? [element.word] : element.words;
    if (!changesMeaning(texts(result), texts(replaced), language)) continue;
    const added = replaced.length === 0;
    remarks.push({
      rule: "bracket-changes-meaning",
      ...(added ? { variant: "added" } : { sourceSpan: toSourceSpan(source, span) }),
      span: { start: element.word.start, end: element.word.end },
      args: { quote: texts(result).join(" "), source: source.text.slice(span.start, span.end) },
    });
  }
  return remarks;
}

function changesMeaning(result: readonly string[], replaced: readonly string[], language: Language): boolean {
  if (negationsOf(result, language) !== negationsOf(replaced, language)) return true;
  const inner = numbersOf(result, language);
  const outer = numbersOf(replaced, language);
  // "one" is a pronoun as well; it counts where it stands against another number.
  const onlyOne =
    inner.length + outer.length === 1 && (inner[0] ?? outer[0]) === "1" && !/1/u.test([...result, ...replaced].join());
  if (inner.join() !== outer.join() && !onlyOne) return true;
  return result.length === 1 && replaced.length === 1 && language.areOpposites(result[0], replaced[0]);
}

function negationsOf(words: readonly string[], language: Language): string {
  const negations = words.filter((word) => language.isNegation(word)).map((word) => word.toLowerCase());
  return negations
    .map((word) => (word === "cannot" || word.endsWith("n't") ? "not" : word))
    .sort()
    .join();
}

function numbersOf(words: readonly string[], language: Language): string[] {
  return words.flatMap((word) => language.numberOf(word) ?? []);
}

/** Characters of a quote that cannot be seen; null where there is none. */
export function hiddenRemark(text: string): Remark | null {
  const found = new Map<string, number>();
  let first = -1;
  let last = -1;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const length = codePoint > 0xffff ? 2 : 1;
    if (isHidden(text, at, codePoint)) {
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
      found.set(name, (found.get(name) ?? 0) + 1);
      if (first < 0) first = at;
      last = at + length;
    }
    at += length;
  }
  if (first < 0) return null;
  const characters = [...found].map(([name, count]) => (count > 1 ? `${name} (${count} times)` : name)).join(", ");
  return { rule: "hidden-characters", span: { start: first, end: last }, args: { characters } };
}

function isHidden(text: string, at: number, codePoint: number): boolean {
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

/** Sentences longer than this are read in part. */
const longestSentence = 3000;

/** The first negation that is skipped out of a sentence of which words are kept. */
function hiddenNegation(quote: ParsedQuote, source: PreparedSource, skipped: Span): Word | null {
  const { text } = source;
  const long = skipped.end - skipped.start > 2 * longestSentence;
  const head = readWords(text, skipped.start, long ? skipped.start + longestSentence : skipped.end).words;
  const tail = long ? readWords(text, skipped.end - longestSentence, skipped.end).words : head;
  const stretch = [
    ...sentenceBegun(text, head, lastWordEnd(text, skipped.start)),
    ...sentenceEnding(text, tail, skipped.end),
  ];
  if (stretch.length === 0) return null;
  const kept = quote.parts.flatMap((part) => part.elements.map((element) => element.word));
  const language = languageOf([...kept, ...stretch], source.sample());
  return stretch.find((word) => language.isNegation(word.text)) ?? null;
}

/** Behind the word in front of `offset`. */
function lastWordEnd(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < 20 && !isWordKind(kindAt(text, at - 1))) at--;
  return at;
}

/** The skipped words that belong to the sentence in front of them: all where no sentence ends among them. */
function sentenceBegun(text: string, words: readonly Word[], start: number): readonly Word[] {
  let from = start;
  for (const [index, word] of words.entries()) {
    if (endsSentence(text, from, word.start)) return words.slice(0, index);
    from = word.end;
  }
  return words;
}

/** The skipped words that belong to the sentence that goes on behind them. */
function sentenceEnding(text: string, words: readonly Word[], end: number): readonly Word[] {
  let to = end;
  for (let index = words.length - 1; index >= 0; index--) {
    if (endsSentence(text, words[index].end, to)) return words.slice(index + 1);
    to = words[index].start;
  }
  return words;
}

const abbreviation =
  /(?:^|[^\p{L}])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|Maj|Rev|Hon|St|No|Nos|vs|Jr|Sr|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec|etc|e\.g|i\.e|U\.S|U\.K|a\.m|p\.m|z\.B|bzw|ca|cf|al)$/u;

/** Whether a sentence ends between two words that stand at `from` and at `to`. */
function endsSentence(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, Math.min(to, from + 100));
  if (/[\n\r][^\S\n\r]*[\n\r]/u.test(gap.replaceAll("\r\n", "\n"))) return true;
  const mark = [...gap].find((character) => isSentenceEnd(character) && character !== "…");
  if (mark === undefined) return false;
  if (mark !== ".") return true;
  const next = text.slice(to, to + 2);
  if (/^\p{Ll}/u.test(next)) return false;
  return !abbreviation.test(text.slice(Math.max(0, from - 12), from));
}

/** Two characters of a script without spaces count as one word. */
function countSkippedWords(text: string, { start, end }: Span): number {
  let halves = 0;
  let inWord = false;
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at);
    if (kind === Kind.ideograph) halves++;
    const isWord: boolean = isWordKind(kind) || (inWord && (kind === Kind.apostrophe || kind === Kind.invisible));
    if (isWord && !inWord) halves += 2;
    inWord = isWord;
  }
  return (halves + 1) >> 1;
}

function texts(words: readonly Word[]): string[] {
  return words.map((word) => word.text);
}
