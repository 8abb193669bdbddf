import { t } from "../../../l10n.ts";
import type { RuleId } from "../../../rules.ts";
import type { FixContext } from "../context.ts";
import type { Candidate, Way } from "../fix.ts";
import {
  beforeMarks,
  calloutTitleAbove,
  continued,
  firstLineOfBlock,
  lineEndOf,
  noteLine,
  noteLineAt,
} from "../noteLine.ts";

/** Findings about no quote and no citation, which a comment cannot be about. */
const notIgnored: readonly RuleId[] = ["ignore-unused", "citation-malformed", "note-not-read"];

/** Puts a comment in front of the quote or citation that silences the finding, with room for the reason. */
export function ignoreFinding(context: FixContext): Candidate[] {
  const { rule } = context.finding;
  if (notIgnored.includes(rule)) return [];
  const starts = [...new Set(startsOf(context))];
  const ways = starts.flatMap((start) => [...aboveBlock(context, start), ...withinBlock(context, start)]);
  return [{ kind: "ignore", title: t("Ignore this {0} finding, with a reason", rule), ways }];
}

/** Where what the finding is about begins: the quote, or the citation. */
function startsOf({ checked, finding, citation, quote }: FixContext): number[] {
  const uncited = finding.quotation === null ? null : checked.note.quotations[finding.quotation];
  const link = citation?.citation.span.start;
  const marked = quote?.quotation.marked.start ?? uncited?.marked.start;
  if (marked !== undefined) {
    const isInLink = quote?.quotation.rule === "link-text" || quote?.quotation.rule === "link-title";
    return isInLink && link !== undefined ? [Math.min(link, marked)] : [marked];
  }
  if (link === undefined) return [];
  return [link, ...citation!.quotes.map(({ quotation }) => Math.min(link, quotation.marked.start))];
}

/** A line of its own above the block; of block quotes that the quote is, and of callouts, above the whole. */
function aboveBlock({ checked, finding, quote }: FixContext, start: number): Way[] {
  const line = firstLineOfBlock(checked, start);
  const title = calloutTitleAbove(checked, line);
  const first = title ?? line;
  const marks = checked.text.slice(first.start, first.contentStart);
  const outer = marks.replace(/>[ \t]*$/, "");
  const lineEnd = lineEndOf(checked);
  const above = (marks: string) => commentWay(finding.rule, first.start + marks.length, "", lineEnd + continued(marks));
  if (title !== null) return [above(outer)];
  return quote?.quotation.rule === "block-quote" ? [above(outer), above(marks)] : [above(marks)];
}

/** In front of the quote or citation, or at the end of the line above where it begins its line: there a comment would be a block. */
function withinBlock({ checked, finding }: FixContext, start: number): Way[] {
  const line = noteLineAt(checked, start);
  const at = beforeMarks(checked, start);
  if (at > line.contentStart) return [commentWay(finding.rule, at, "", " ")];
  if (line.number === 0) return [];
  const above = noteLine(checked, line.number - 1);
  const end = above.start + checked.text.slice(above.start, above.end).trimEnd().length;
  return end > above.contentStart ? [commentWay(finding.rule, end, " ", "")] : [];
}

function commentWay(rule: RuleId, at: number, front: string, behind: string): Way {
  const head = `${front}<!-- verbatim-ignore-next ${rule}: `;
  const reason = at + head.length;
  const text = `${head} -->${behind}`;
  return { edits: [{ span: { start: at, end: at }, text }], select: { start: reason, end: reason } };
}
