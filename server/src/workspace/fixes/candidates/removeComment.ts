import { t } from "../../../l10n.ts";
import type { LinedText } from "../../../source/lines.ts";
import type { Span } from "../../../span.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";
import { noteLine, noteLineAt } from "../noteLine.ts";

/** Takes a comment away that silences nothing: with its line, or leaving that empty where it keeps two blocks apart. */
export function removeComment({ checked, finding }: FixContext): Candidate[] {
  if (finding.rule !== "ignore-unused") return [];
  const { text } = checked;
  const { start, end } = finding.span;
  const [first, last] = [noteLineAt(checked, start), noteLineAt(checked, end)];
  const isAlone = text.slice(first.contentStart, start).trim() === "" && text.slice(end, last.end).trim() === "";
  const spans: Span[] = [];
  const keepsApart = !isBlankLine(checked, first.number - 1) && !isBlankLine(checked, last.number + 1);
  if (isAlone && first.bullet === "" && !keepsApart) {
    spans.push({ start: first.start, end: checked.lineStarts[last.number + 1] ?? text.length });
  }
  const hasSpace = start === first.contentStart || /\s/.test(text[start - 1]);
  const behind = hasSpace ? /^[ \t]*/.exec(text.slice(end, last.end))![0].length : 0;
  const front =
    end + behind === last.end ? /(?<![ \t])[ \t]*$/.exec(text.slice(first.contentStart, start))![0].length : 0;
  spans.push({ start: start - front, end: end + behind });
  const ways = spans.map((span) => ({ edits: [{ span, text: "" }] }));
  return [{ kind: "remove-comment", title: t("Remove the comment"), ways, natural: true }];
}

function isBlankLine(note: LinedText, number: number): boolean {
  return number < 0 || number >= note.lineStarts.length || noteLine(note, number).isBlank;
}
