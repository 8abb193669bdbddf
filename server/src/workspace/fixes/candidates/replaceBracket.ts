import { t } from "../../../l10n.ts";
import { shown } from "../../wording.ts";
import type { FixContext } from "../context.ts";
import { quoteText } from "../correction.ts";
import type { Candidate } from "../fix.ts";
import { readSpan, sourceText, withGaps } from "../readText.ts";
import { remarkOf } from "../remark.ts";
import { rewrite } from "../rewrite.ts";

/** Puts the source's words in place of a bracket that changes the meaning, beside it where they were left out. */
export function replaceBracket(context: FixContext): Candidate[] {
  const { checked, finding, quote, source } = context;
  const remark = finding.rule === "bracket-changes-meaning" ? remarkOf(context) : null;
  if (remark === null || quote === null || source === null) return [];
  const note = { checked, quote };
  const read = quoteText(note);
  const bracket = readSpan(read, finding.span);
  const { start, end } =
    remark.sourceSpan === null ? { start: 0, end: 0 } : readSpan(sourceText(source), remark.sourceSpan);
  const words = sourceText(source).text.slice(start, end);
  const whole = read.text.slice(bracket.start, bracket.end);
  const ways =
    words === ""
      ? [rewrite(note, withGaps(read.text, bracket), bracket.start === 0 ? "" : " ")]
      : [words, `${whole} ${words}`, `${words} ${whole}`].map((text) => rewrite(note, bracket, text));
  const title =
    words === ""
      ? t("Remove the bracket that changes the meaning")
      : t("Replace the bracket with the source’s words: “{0}”", shown(words));
  return [
    { kind: "replace-bracket", title, ways: ways.flatMap((edits) => (edits === null ? [] : { edits })), natural: true },
  ];
}
