import { t } from "../l10n.ts";
import type { EditKind, PermittedChange } from "../quote/judgement.ts";
import type { CheckedEdit } from "../workspace/checkedNote.ts";
import { listed } from "../workspace/wording.ts";

const changeWords: Readonly<Record<PermittedChange, () => string>> = {
  whitespace: () => t("white space"),
  "quote-marks": () => t("quotation marks"),
  dashes: () => t("dashes"),
  ellipsis: () => t("an ellipsis"),
  brackets: () => t("brackets"),
  sic: () => t("“[sic]”"),
  emphasis: () => t("emphasis"),
  "initial-case": () => t("the first letter’s case"),
  "final-punctuation": () => t("final punctuation"),
  "unicode-form": () => t("Unicode form"),
  ligature: () => t("ligatures"),
  hyphenation: () => t("hyphenation"),
  invisible: () => t("invisible characters"),
};

/** "Permitted changes: an ellipsis and brackets." Empty where there are none. */
export function changesInWords(changes: readonly PermittedChange[]): string {
  if (changes.length === 0) return "";
  const named = listed(changes.map((change) => changeWords[change]()));
  return changes.length === 1 ? t("Permitted change: {0}.", named) : t("Permitted changes: {0}.", named);
}

const kindWords: Readonly<Record<EditKind, () => string>> = {
  number: () => t("number"),
  negation: () => t("negation"),
  modal: () => t("modal verb"),
  word: () => t("word"),
  omission: () => t("omission"),
  insertion: () => t("insertion"),
  order: () => t("order"),
  spelling: () => t("spelling"),
  case: () => t("upper and lower case"),
  diacritic: () => t("accent"),
  punctuation: () => t("punctuation"),
};

/** One edit as a person would say it: "number: the source says “13”, the quote “30”". */
export function editInWords({ kind, quote, source }: CheckedEdit): string {
  const name = kindWords[kind]();
  if (quote === "") return t("{0}: the quote leaves out “{1}”", name, source);
  if (source === "") return t("{0}: the quote adds “{1}”", name, quote);
  return t("{0}: the source says “{1}”, the quote “{2}”", name, source, quote);
}

/** Text on one line, cut in the middle where it is longer than `limit` UTF-16 units. */
export function shortened(text: string, limit: number): string {
  const line = text.replace(/[^\S\ufeff]+/g, " ").replace(/^ | $/g, "");
  if (line.length <= limit) return line;
  const half = limit >> 1;
  return `${withoutHalf(line.slice(0, half))} … ${withoutHalf(line.slice(-half))}`;
}

/** A surrogate pair that a cut went through is dropped. */
function withoutHalf(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
