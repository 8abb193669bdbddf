import type { Case } from "./case.ts";
import { changed, hasEmphasis, isFree, isWhole, tokensOf, withoutMarks } from "./draft.ts";
import { escapeMarkdown } from "./markdown.ts";
import type { OuterMarks } from "./outerMarks.ts";
import type { Random } from "./random.ts";

/** What an attachment writes a note with. */
export interface Pen {
  readonly random: Random;
  /** The quote in outer marks, as Markdown. */
  quotation(): string;
  /** The quote in outer marks as a link's title, delimiters included; null where a title cannot say it. */
  title(): string | null;
  /** The words alone, as Markdown that begins a line. */
  words(): string;
  /** The quote in two quotations that follow one another; null where it is better left whole. */
  halves(): readonly [string, string] | null;
  /** `../articles/a.txt#L3`, in angle brackets or percent-encoded where it has to be. */
  readonly destination: string;
  /** The same of another source; null where there is none that may stand beside the citation. */
  readonly besides: string | null;
  /** `a.txt#L3` */
  readonly wikiTarget: string;
  /** Whether the words can do without a citation that touches them: no title, no first line, not few. */
  readonly canStandApart: boolean;
  /** Whether the closing mark could as well open in front of a letter: it looks so, or stands behind a dash. */
  readonly needsSpaceBehind: boolean;
  /** Whether the words' last line could be taken for the names of those who said them. */
  readonly endsInNames: boolean;
  /** Whether a wikilink's alias can hold the words. */
  readonly fitsAlias: boolean;
}

export function penFor({ draft, citation, beside, source, expectation }: Case, random: Random, marks: OuterMarks): Pen {
  const words = draft.text;
  const plain = withoutMarks(words);
  const isSplit = expectation.class === "permitted" || ("rule" in expectation && expectation.rule === "quote-altered");
  const isPart = (half: string) =>
    isWhole(half.replaceAll(changed.open, "").replaceAll(changed.close, "")) && canStandApart(withoutMarks(half));
  return {
    random,
    quotation: () => escapeMarkdown(dressed(words, marks), "text", random),
    title: () => {
      if (hasEmphasis(words) || /\p{Pd}\n|\n\s*\n/u.test(words)) return null;
      const delimiter = random.pick(['"', "'", "("]);
      const title = escapeMarkdown(dressed(words, marks), "title", random, delimiter);
      return delimiter + title + (delimiter === "(" ? ")" : delimiter);
    },
    words: () => escapeMarkdown(words, "line", random),
    halves: () => {
      if (!isSplit || citation.fragment === "" || marks.isSingle) return null;
      const ends = tokensOf(words).filter(({ text, end }) => /\p{L},?$/u.test(text) && isFree(words, end));
      const pairs = ends.map(({ end }) => [words.slice(0, end), words.slice(end).trimStart()] as const);
      const fitting = pairs.filter(
        ([one, other]) => /^\p{L}/u.test(other) && isPart(one) && isPart(other) && !hasLoneMark(one),
      );
      if (fitting.length === 0) return null;
      const [one, other] = random.pick(fitting).map((half) => escapeMarkdown(dressed(half, marks), "text", random));
      return [one, other];
    },
    destination: destinationOf(citation, random),
    besides: beside === null || !isSplit ? null : destinationOf(beside, random),
    wikiTarget: `${citation.path.replace("articles/", "")}${citation.fragment}`,
    canStandApart: canStandApart(plain) && citation.fragment !== "" && source.laid.linesOf(draft.span).start > 1,
    needsSpaceBehind: marks.isSingle || marks.open === marks.close || /\p{Pd}$/u.test(plain),
    endsInNames: /\n(?!.*(?<!\p{L})\p{Ll}{4})[^\n]*$/u.test(plain),
    fitsAlias: !/\]\]|\||\]$/u.test(plain),
  };
}

function dressed(words: string, { open, close, dress }: OuterMarks): string {
  return open + (dress(words) ?? words) + close;
}

/** Whether a quotation mark is opened and not closed, so that a quotation of the source would be cut in two. */
function hasLoneMark(words: string): boolean {
  const count = (mark: RegExp) => (words.match(mark) ?? []).length;
  return (
    count(/"/gu) % 2 === 1 || count(/[“«「]/gu) !== count(/[”»」]/gu) || /(?<!\p{L})['’‘]|['’‘](?!\p{L})/u.test(words)
  );
}

function destinationOf({ path, fragment }: Case["citation"], random: Random): string {
  const written = random.once(4) ? `/${path}` : `../${path}`;
  if (/[\s()]/u.test(path)) {
    const encoded = encodeURI(written).replaceAll("(", "%28").replaceAll(")", "%29");
    return random.once(2) ? `<${written}${fragment}>` : encoded + fragment;
  }
  return random.once(6) ? `<${written}${fragment}>` : written + fragment;
}

/** Whether words are no title, and enough in every part, so that they count where no citation touches them. */
function canStandApart(plain: string): boolean {
  const words = plain.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && word.length > 3);
  return small.length >= 3 && small.length * 2 >= words.length && words.length >= 6;
}
