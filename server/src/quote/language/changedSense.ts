import type { Language, Sense } from "./language.ts";

type Words = readonly { readonly text: string; readonly gap: string }[];

/** The words that an edit exchanges, and what stands around them in the source. */
export interface Exchange {
  readonly quote: Words;
  readonly source: Words;
  /** The words in front of the edit, nearest last, and behind it. */
  readonly before: Words;
  readonly behind: Words;
}

/** In a longer rewriting a negation, or a number beside another, is there by chance. In words; characters count half. */
const longestExchange = 8;

/** Whether an edit changes a negation, else a number, else a modal verb; null where it changes none of them. */
export function changedSense(exchange: Exchange, language: Language): Sense["kind"] | null {
  const { quote, source } = exchange;
  const inner = sensesIn(quote, exchange, language);
  const outer = sensesIn(source, exchange, language);
  const isShort = quote.length + source.length <= (language.dense ? 2 * longestExchange : longestExchange);
  if (isShort && changesNegation(exchange, inner, outer, language)) return "negation";
  if (changesNumber(exchange, inner, outer, language)) return "number";
  return changesModal(exchange, inner, outer) ? "modal" : null;
}

interface Found {
  /** Those of the exchanged words. */
  readonly senses: readonly Sense[];
  /** Those of the words around them, too. */
  readonly all: readonly Sense[];
  /** Where the exchanged words are among those that were read. */
  readonly from: number;
  readonly to: number;
}

/** What the exchanged words say where they stand. */
function sensesIn(words: Words, { before, behind }: Exchange, language: Language): Found {
  const from = before.length;
  const to = from + words.length;
  const all = read([...before, ...words, ...behind], language);
  const senses = all.filter((sense) => sense.from < to && sense.to > from && (words.length > 0 || sense.from < from));
  return { senses, all, from, to };
}

function changesNegation(exchange: Exchange, inner: Found, outer: Found, language: Language): boolean {
  const { quote, source } = exchange;
  if (quote.length === 1 && source.length === 1 && language.areOpposites(quote[0].text, source[0].text)) return true;
  const changes = countNegations(inner.senses) !== countNegations(outer.senses);
  // 没 alone denies as 没有 does.
  if (changes && !(language.dense && countNegations(inner.all) === countNegations(outer.all))) return true;
  // What is added or left out alone denies, even where it makes or unmakes a word that is none by now (不同).
  if (quote.length * source.length > 0 || (quote.length === 0 && !language.dense)) return false;
  return read([...quote, ...source], language).some(({ kind, weak }) => kind === "negation" && !weak);
}

function countNegations(senses: readonly Sense[]): number {
  return senses.filter(({ kind }) => kind === "negation").length;
}

/** What joins the words of one number: vingt-et-un, treinta y dos. */
const connective = /^(?:and|et|y|e|en|und|και|و)$/iu;

function changesNumber(
  { quote, source, before, behind }: Exchange,
  inner: Found,
  outer: Found,
  language: Language,
): boolean {
  const numbers = ofKind(inner, "number");
  const others = ofKind(outer, "number");
  if (numbers.length === 0 && others.length === 0) return false;
  const isSingle = quote.length === 1 && source.length === 1;
  const isCase = isSingle && quote[0].text.toLowerCase() === source[0].text.toLowerCase();
  if (numbers.length > 0 && others.length > 0) return valuesOf(numbers) !== valuesOf(others) || (isSingle && !isCase);
  const only = numbers.length > 0 ? numbers : others;
  if (isSingle) return !only[0].weak;
  // A number word beside another is part of its number: twenty-one for twenty.
  const { from, to } = numbers.length > 0 ? inner : outer;
  const isNumber = (beside: Words) => read(beside, language).some(({ kind }) => kind === "number");
  const words = numbers.length > 0 ? quote : source;
  const first = words.length > 1 && connective.test(words[0].text) ? from + 1 : from;
  return (
    (only[0].from === first && isNumber(before.slice(-1))) ||
    (only[only.length - 1].to === to && isNumber(behind.slice(0, 1)))
  );
}

function changesModal({ quote, source }: Exchange, inner: Found, outer: Found): boolean {
  const modals = ofKind(inner, "modal");
  const others = ofKind(outer, "modal");
  if (modals.length > 0 && others.length > 0) return valuesOf(modals) !== valuesOf(others);
  if (modals.length === others.length || quote.length === 0 || source.length === 0) return false;
  const { from, to } = modals.length > 0 ? inner : outer;
  const [modal] = modals.length > 0 ? modals : others;
  // One word for another. With a capital letter it is rather a name or a month: Will, May.
  const isWhole = modal.from <= from && modal.to >= to && quote.length <= 4 && source.length <= 4;
  const isSingle = (quote.length === 1 && source.length === 1) || (isWhole && modal.to - modal.from > 1);
  return isSingle && !/^\p{Lu}/u.test(modals.length > 0 ? quote[0].text : source[0].text);
}

function read(words: Words, language: Language): readonly Sense[] {
  return language.senses(
    words.map(({ text }) => text),
    words.map(({ gap }) => gap),
  );
}

function ofKind({ senses }: Found, kind: Sense["kind"]): Sense[] {
  return senses.filter((sense) => sense.kind === kind);
}

function valuesOf(senses: readonly Sense[]): string {
  return senses.map(({ value }) => value).join(" ");
}
