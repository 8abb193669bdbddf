import { firstIndex } from "../../note/search.ts";
import type { RuleId, Severity } from "../../rules.ts";
import type { Span } from "../../span.ts";
import type { CheckedNote, CheckedQuote, Finding } from "../checkedNote.ts";
import type { TextEdit } from "../noteEdit.ts";
import { afterEdits, spanAfterEdits } from "./textEdit.ts";

export interface Recheck {
  readonly before: CheckedNote;
  /** What checking the edited text found. */
  readonly after: CheckedNote;
  readonly edits: readonly TextEdit[];
  /** The findings that the edits are to heal. */
  readonly healed: readonly Finding[];
}

/**
 * Whether edits healed their findings and did no harm: every finding that is left was there before, and whatever was
 * cited and quoted is so still, none of it worse, whatever settings and comments keep silent about. Findings are told by
 * their rule and by where their words are now.
 */
export function isHealed(recheck: Recheck): boolean {
  return hasNoNewFinding(recheck) && keepsCitations(recheck) && keepsQuotes(recheck);
}

/** Whether edits did no harm, in the same sense. */
export function isHarmless(recheck: Omit<Recheck, "healed">): boolean {
  return isHealed({ ...recheck, healed: [] });
}

const severities: readonly Severity[] = ["hint", "information", "warning", "error"];

function hasNoNewFinding({ before, after, edits, healed }: Recheck): boolean {
  const gone = new Set(healed);
  const left = before.findings.filter((each) => !gone.has(each));
  return after.findings.every((now) => {
    const index = left.findIndex((known) => isSameFinding(known, now));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });

  /** By its place; or by what it says of the same quote, of whose words another one may be the odd one now. */
  function isSameFinding(known: Finding, now: Finding): boolean {
    if (known.rule !== now.rule) return false;
    if (severities.indexOf(now.severity) > severities.indexOf(known.severity)) return false;
    if (touch(spanAfterEdits(edits, known.span), now.span)) return true;
    if (known.quotation === null || now.quotation === null || known.message !== now.message) return false;
    const { start, end } = afterEdits(edits, before.note.quotations[known.quotation].marked.start);
    const { marked } = after.note.quotations[now.quotation];
    return start <= marked.start && marked.start <= end;
  }
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether a quote that begins in the span is right. */
export function isRightAt(after: CheckedNote, { start, end }: Span): boolean {
  return quotesOf(after).some(
    (quote) => isRight(quote) && start <= quote.quotation.marked.start && quote.quotation.marked.start <= end,
  );
}

function keepsCitations({ before, after, edits }: Recheck): boolean {
  const starts = after.citations.map(({ citation }) => citation.span.start);
  return before.citations.every(({ citation }) => isAmong(starts, afterEdits(edits, citation.span.start)));
}

function isAmong(sorted: readonly number[], { start, end }: Span): boolean {
  return (sorted[firstIndex(sorted, (each) => each >= start)] ?? Number.POSITIVE_INFINITY) <= end;
}

function keepsQuotes({ before, after, edits }: Recheck): boolean {
  const quotes = quotesOf(after);
  const starts = quotes.map(({ quotation }) => quotation.marked.start);
  return quotesOf(before).every((quote) => {
    const { start, end } = afterEdits(edits, quote.quotation.marked.start);
    for (let index = firstIndex(starts, (at) => at >= start); index < quotes.length && starts[index] <= end; index++) {
      if (isNoWorse(quotes[index], quote)) return true;
    }
    return false;
  });
}

function quotesOf({ citations }: CheckedNote): CheckedQuote[] {
  return citations.flatMap(({ quotes }) => quotes).sort((a, b) => a.quotation.marked.start - b.quotation.marked.start);
}

/** Rules of the writer's marks, of which a fix writes some. */
const markRules: readonly RuleId[] = ["elision-hides-negation", "elision-reversed", "bracket-changes-meaning"];

function isRight({ verdict }: CheckedQuote): boolean {
  return verdict === "exact" || verdict === "equivalent";
}

function isNoWorse(now: CheckedQuote, before: CheckedQuote): boolean {
  if (!isRight(now) && (now.verdict !== before.verdict || now.edits.length > before.edits.length)) return false;
  return markRules.every((rule) => countRemarks(now, rule) <= countRemarks(before, rule));
}

function countRemarks({ remarks }: CheckedQuote, rule: RuleId): number {
  return remarks.filter((remark) => remark.rule === rule).length;
}
