/** Where words are written: what is markup there differs. */
export type WordsPlace =
  /** Inside a line of running text. */
  | "inline"
  /** At the start of a line of its own. */
  | "line"
  /** Between the brackets of a link. */
  | "linkText"
  /** In a link's title, where its own marks are yet to be escaped. */
  | "title"
  | "tableCell";

/** Markup wherever it stands, or able to be with something that stands elsewhere in the paragraph. */
const alwaysMarkup = /[\\`*[\]~]/g;
/** A `_` between letters is none, in no dialect: `snake_case`. */
const underscore = /(?<![\p{L}\p{N}_])_+|(?<!_)_+(?![\p{L}\p{N}_])/gu;
const tag = /<(?=[a-z/!?])/gi;
const entity = /&(?=#|[a-z][a-z\d]*;)/gi;
/** `==highlight==` */
const highlight = /={2,}/g;
/** Of mathematics. One in front of a digit closes none: `$5`. */
const dollar = /\$(?!\d)/g;
const lineStart = /^(?:(#{1,6}|[-+])(?=\s|$)|([>=])|(\d{1,9})([.)])(?=\s|$)|(-)(?=[\s-]*$))/;

/**
 * Markdown that shows exactly these words: whatever CommonMark, GitHub's dialect, wikilinks, footnotes, highlights or
 * mathematics would read as markup is escaped, and nothing else. `text` is one line without white space at its ends.
 */
export function escapedWords(text: string, place: WordsPlace): string {
  if (place === "title") return text.replaceAll("\\", "\\\\").replace(entity, "\\&");
  const escaped = text
    .replace(alwaysMarkup, "\\$&")
    .replace(underscore, (run) => run.replaceAll("_", "\\_"))
    .replace(tag, "\\<")
    .replace(entity, "\\&")
    .replace(highlight, (run) => run.replaceAll("=", "\\="))
    .replace(dollar, "\\$$");
  if (place === "tableCell") return escaped.replaceAll("|", "\\|");
  // `[^1](a.txt)` is a footnote's mark, and `[!note]` at the start of a block quote a callout.
  if (place === "linkText") return escaped.replace(/^[\^!]/, "\\$&");
  if (place === "inline") return escaped;
  return escaped.replace(lineStart, (start, _bullet, _sign, digits: string | undefined, delimiter: string) =>
    digits === undefined ? `\\${start}` : `${digits}\\${delimiter}`,
  );
}
