import type { Span } from "../../span.ts";
import type { Remark } from "../judgement.ts";
import { languageOf } from "../language/detect.ts";
import { type PreparedSource, toSourceSpan } from "../prepare.ts";
import { isSentenceEnd, isWordKind, Kind, kindAt } from "../text/characters.ts";
import type { ParsedQuote } from "../text/parse.ts";
import { readWords, type Word } from "../text/words.ts";

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
        skipped: toSourceSpan(source, skipped),
        args: { source: source.text.slice(negation.start, negation.end) },
      });
    }
    if (count > mostWords) {
      remarks.push({
        rule: "elision-wide",
        span: elision.span,
        sourceSpan: toSourceSpan(source, skipped),
        skipped: toSourceSpan(source, skipped),
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

/** Sentences longer than this are read in part. */
const longestSentence = 3000;

/** The first negation that is skipped out of a sentence of which words are kept. */
function hiddenNegation(quote: ParsedQuote, source: PreparedSource, skipped: Span): Span | null {
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
  const language = languageOf([...kept, ...stretch], source.languages());
  const negation = language
    .senses(
      stretch.map((word) => word.text),
      stretch.map((word) => word.gap),
    )
    .find(({ kind }) => kind === "negation");
  return negation === undefined ? null : { start: stretch[negation.from].start, end: stretch[negation.to - 1].end };
}

/** Behind the word in front of `offset`. */
function lastWordEnd(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < 20 && !isWordKind(kindAt(text, at - 1)) && kindAt(text, at - 1) !== Kind.ideograph)
    at--;
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
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|Maj|Rev|Hon|St|No|Nos|vs|Jr|Sr|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec|etc|e\.g|i\.e|U\.S|U\.K|a\.m|p\.m|z\.B|d\.h|u\.a|bzw|vgl|usw|Nr|Str|Hr|Fr|Abs|Art|Mme|Mlle|MM|Sra|Srta|Dott|Sig|Ing|руб|млн|млрд|тыс|стр|гг|им|ул|т\.е|т\.д|т\.п|др|ca|cf|al)$/u;

/** Whether a sentence ends between two words that stand at `from` and at `to`. */
function endsSentence(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, Math.min(to, from + 100));
  if (/[\n\r][^\S\n\r]*[\n\r]/u.test(gap.replaceAll("\r\n", "\n"))) return true;
  // An item of a list.
  if (/[\n\r][^\S\n\r]*[-*+•–][^\S\n\r]/u.test(gap)) return true;
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
