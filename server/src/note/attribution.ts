/** The line that says where a block quote is from. */
import type { Span } from "../span.ts";
import { isAbbreviation } from "./abbreviations.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { RunningText } from "./markdown/runningText.ts";
import { caseless, connectives, isNames } from "./names.ts";

const bracketed = /[([（［][^()[\]（）［］]{1,120}[)\]）］]/g;

/** Brackets behind a citation are no prose: (emphasis added), [my translation]. */
function withoutRemarks(tail: string): string {
  // Twice: one may hold another.
  return tail.replace(bracketed, " ").replace(bracketed, " ");
}

/** What a line says beside its links. */
function withoutLinks(text: string, links: readonly Link[], range: Span): string {
  let rest = "";
  let from = range.start;
  for (const { read } of links) {
    rest += `${text.slice(from, Math.max(from, read.start))} `;
    from = Math.max(from, read.end);
  }
  const tail = text.slice(from, range.end);
  return rest + (links.length > 0 ? withoutRemarks(tail) : tail);
}

const startsWithDash = /^\s*(?:\p{Pd}|−)/u;

/** Whether a line is an attribution and nothing else: it starts with a dash, or holds only the citation and names. */
export function isAttributionLine(text: RunningText, links: readonly Link[], line: Span): boolean {
  return (
    startsWithDash.test(text.reading.text.slice(line.start, line.end)) ||
    isNames(withoutLinks(text.reading.text, links, line))
  );
}

/**
 * Whether a sentence is a citation and nothing else, as law and history write them behind their own: `Roe v. Doe,
 * [410 U.S. 113](a.txt#L3) (1973).` or `See [Roe](a.txt#L3), at 5.` Words of a link count, but for one that begins it or stands behind “Source:”.
 */
export function isCitationSentence(text: string, links: readonly Link[], sentence: Span): boolean {
  if (links.length === 0 || sentence.end - sentence.start > longestAttribution) return false;
  const [first, ...others] = links;
  const said = text.slice(sentence.start, sentence.end);
  const words = first.read.start === sentence.start || isLabelled(said) ? withoutLinks(text, [first], sentence) : said;
  return !caseless.test(words) && isNames(others.length > 0 ? words : withoutRemarks(words), mostInSentence);
}

/** A case is cited with its parties and up to three reports. */
const mostInSentence = 30;

const label =
  /^[\s\p{P}]*(?:sources?|citations?|cited in|references?|ref|from|quelle|quellen|fuente|fonte|fontes|bron|источник|出典|来源|來源)\s*[:：]/iu;

/** Whether a line says of itself that it names a source: “Source: …”. */
export function isLabelled(line: string): boolean {
  return label.test(line);
}

/** Whether a line is a dash with names, whatever it cites. */
export function isNamed(text: RunningText, links: readonly Link[], line: Span): boolean {
  return (
    startsWithDash.test(text.reading.text.slice(line.start, line.end)) &&
    isNames(withoutLinks(text.reading.text, links, line))
  );
}

/**
 * Where the attribution starts that the last line of a block quote is or ends with, as a unit of the reading; null
 * where its links, if it has any, stand in mid-prose. `links` are those of the line. Where it `isOnly` line of the
 * block, its words are the quote's own, since an attribution belongs to something.
 */
export function attributionStart(
  text: RunningText,
  links: readonly Link[],
  line: Span,
  isOnly: boolean,
): number | null {
  const all = text.reading.text;
  if (links.length === 0) return null;
  const rest = withoutLinks(text.reading.text, links, line);
  const trailing = trailingStart(all, links, line);
  if (isOnly) return isNames(rest) && startsWithDash.test(rest) ? line.start : trailing;
  if (startsWithDash.test(all.slice(line.start, line.end))) return line.start;
  if (!isNames(rest)) return trailing;
  const before = all.slice(0, line.start);
  // The end of a sentence may look like names, without capitals above all, and behind a line that was wrapped.
  const isWrapped = caseless.test(rest) || line.start - (text.breaks.at(-2) ?? 0) > shortestWrap;
  if (isWrapped && trailing !== null && line.start > 0 && !endsSentence.test(before)) return trailing;
  return goesOn(before) ? trailing : line.start;
}

const endsSentence = /(?:[.!?…؟।۔]["'”’»“)\]]*\s+|[。！？][”’」』）]*\s*)$/;

/** Lines that are wrapped have so many characters at least. */
const shortestWrap = 50;

/** Whether a line breaks off where more has to follow: “as reported by the”, “the new lea-”. */
function goesOn(text: string): boolean {
  const end = text.trimEnd();
  if (/\p{L}[-\u2010\u00ad]$/u.test(end.slice(-2))) return true;
  const word = /(?<=[\s\p{P}])\p{L}{1,12}$/u.exec(end.slice(-14))?.[0];
  return end.endsWith(",") || (word !== undefined && connectives.has(word));
}

/** How far before its citation a parenthesis or a dash may stand. */
const longestAttribution = 300;

/** A dash that sets off what follows: between spaces, or a long one behind a sentence. */
const dashInLine = /\s-{1,3}\s|[–—―]\s|(?<=[\s.!?…"”’»])[—―]|[—―]{2}/g;

/** The text of a link that is no word of a sentence: a number, or what such marks say. */
const referenceMark =
  /^[([]?(?:\d{1,4}|sources?|refs?\.?|link|citation|Quelle|fuente|fonte|[^\s.]{1,60}\.\w{1,10}(?:[:#]\S{1,20})?)[)\]]?$/iu;

function trailingStart(text: string, links: readonly Link[], line: Span): number | null {
  const last = links[links.length - 1];
  const tail = text.slice(last.read.end, line.end);
  const closesBracket = tail.length < longestAttribution && /^[^()[\]（）［］]*[)\]）］]/.test(tail);
  const behind = withoutRemarks(tail);
  const saysWhere = /\d/.test(behind) && isNames(behind);
  if (!wordless.test(closesBracket ? withoutRemarks(tail.replace(/^[^)\]）］]*/, "")) : behind) && !saysWhere)
    return null;
  let first = links.length - 1;
  while (first > 0 && wordless.test(text.slice(links[first - 1].read.end, links[first].read.start))) first--;
  const start = links[first].read.start;
  if (last.form === "footnote") return withBracket(text, start);
  if (/[)\]）］]/.test(text.slice(links[first].read.end, line.end))) {
    const bracket = openingBracket(text, start, line.start);
    if (bracket !== null) return bracket;
  }
  // A wikilink without an alias reads as nothing.
  if (last.read.start === last.read.end) return start;
  if (!wordless.test(behind) && !saysWhere) return null;
  const beforeStart = Math.max(line.start, start - longestAttribution);
  const before = text.slice(beforeStart, start);
  const dash = [...before.matchAll(dashInLine)].at(-1);
  if (dash && isNames(before.slice(dash.index))) return beforeStart + dash.index;
  if (before.endsWith("^") && tail.startsWith("^")) return start - 1;
  if (endsSentence.test(before)) return start;
  const sentences = [...before.matchAll(sentenceEnd)]
    .filter(({ index }) => !isAbbreviation(before, index))
    .map((end) => end.index + end[0].length);
  const own = sentences.find((at) => isNames(before.slice(at)));
  if (own !== undefined) return beforeStart + own;
  const isMark = referenceMark.test(text.slice(start, links[first].read.end));
  return isMark || (saysWhere && !goesOn(before)) ? start : null;
}

const wordless = /^[\s\p{P}\p{S}]*$/u;
const sentenceEnd = /[.!?…]["'”’»)\]]*\s+(?=\S)/g;

/** A footnote's mark may stand in a bracket of its own; another is the quote's, as in “(a margin[^1])”. */
function withBracket(text: string, start: number): number {
  const before = text.slice(0, start).trimEnd();
  return /[([（［]$/.test(before) ? before.length - 1 : start;
}

function openingBracket(text: string, from: number, limit: number): number | null {
  let depth = 0;
  const lowest = Math.max(limit, from - longestAttribution);
  for (let at = from - 1; at >= lowest; at--) {
    if (/[)\]）］]/.test(text[at])) depth++;
    else if (/[([（［]/.test(text[at]) && --depth < 0) return at;
  }
  return null;
}
