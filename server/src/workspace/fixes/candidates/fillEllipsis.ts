import { t } from "../../../l10n.ts";
import { shown } from "../../wording.ts";
import type { FixContext } from "../context.ts";
import { quoteText } from "../correction.ts";
import type { Candidate } from "../fix.ts";
import { readSpan, sourceText, withGaps } from "../readText.ts";
import { remarkOf } from "../remark.ts";
import { rewrite } from "../rewrite.ts";

/** A quote is not made longer by more characters. */
const mostCharacters = 1500;

/** Puts what an ellipsis skips in its place. */
export function fillEllipsis(context: FixContext): Candidate[] {
  const { checked, finding, quote, source } = context;
  if (finding.rule !== "elision-hides-negation" && finding.rule !== "elision-wide") return [];
  const skipped = remarkOf(context)?.skipped ?? null;
  if (quote === null || source === null || skipped === null) return [];
  const note = { checked, quote };
  const read = quoteText(note);
  const words = sourceText(source);
  const gap = withGaps(read.text, readSpan(read, finding.span));
  const missing = readSpan(words, skipped);
  const wide = withGaps(words.text, missing);
  if (wide.end - wide.start > mostCharacters) return [];
  const edits = rewrite(note, gap, words.text.slice(wide.start, wide.end));
  const title = t("Quote what the ellipsis skips: “{0}”", shown(words.text.slice(missing.start, missing.end).trim()));
  return [{ kind: "fill-ellipsis", title, ways: edits === null ? [] : [{ edits }], natural: true }];
}
