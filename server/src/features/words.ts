import type { EditKind, PermittedChange } from "../quote/judgement.ts";
import type { CheckedEdit } from "../workspace/checkedNote.ts";
import { listed } from "../workspace/wording.ts";

const changeWords: Readonly<Record<PermittedChange, string>> = {
  whitespace: "white space",
  "quote-marks": "quotation marks",
  dashes: "dashes",
  ellipsis: "an ellipsis",
  brackets: "brackets",
  sic: "“[sic]”",
  emphasis: "emphasis",
  "initial-case": "the first letter’s case",
  "final-punctuation": "final punctuation",
  "unicode-form": "Unicode form",
  ligature: "ligatures",
  hyphenation: "hyphenation",
  invisible: "invisible characters",
};

/** "Permitted changes: an ellipsis and brackets." Empty where there are none. */
export function changesInWords(changes: readonly PermittedChange[]): string {
  if (changes.length === 0) return "";
  const label = changes.length === 1 ? "Permitted change" : "Permitted changes";
  return `${label}: ${listed(changes.map((change) => changeWords[change]))}.`;
}

const kindWords: Readonly<Record<EditKind, string>> = {
  number: "number",
  negation: "negation",
  modal: "modal verb",
  word: "word",
  omission: "omission",
  insertion: "insertion",
  order: "order",
  spelling: "spelling",
  case: "upper and lower case",
  diacritic: "accent",
  punctuation: "punctuation",
};

/** One edit as a person would say it: "number: the source says “13”, the quote “30”". */
export function editInWords({ kind, quote, source }: CheckedEdit): string {
  if (quote === "") return `${kindWords[kind]}: the quote leaves out “${source}”`;
  if (source === "") return `${kindWords[kind]}: the quote adds “${quote}”`;
  return `${kindWords[kind]}: the source says “${source}”, the quote “${quote}”`;
}

/** Text on one line, cut in the middle where it is longer than `limit` UTF-16 units. */
export function shortened(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  const half = limit >> 1;
  return `${withoutHalf(line.slice(0, half))} … ${withoutHalf(line.slice(-half))}`;
}

/** A surrogate pair that a cut went through is dropped. */
function withoutHalf(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
