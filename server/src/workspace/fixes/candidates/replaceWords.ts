import { t } from "../../../l10n.ts";
import type { CheckedEdit } from "../../checkedNote.ts";
import type { TextEdit } from "../../noteEdit.ts";
import { shown } from "../../wording.ts";
import type { FixContext } from "../context.ts";
import { corrections, quoteText } from "../correction.ts";
import type { Candidate, Way } from "../fix.ts";
import { readSpan, sourceText } from "../readText.ts";
import { rewrite } from "../rewrite.ts";
import { inOrder } from "../textEdit.ts";
import { andWithLines, andWithLinesIfLast } from "../withLines.ts";

/** Puts the source's words in place of those that differ: of one difference, and of the whole quote. */
export function replaceWords(context: FixContext): Candidate[] {
  const { checked, finding, quote, source } = context;
  if (finding.rule !== "quote-altered" || quote === null || source === null) return [];
  const note = { checked, quote };
  const edit = editOf(context);
  const own = edit === null ? [] : corrections(note, edit, source).map((edits) => ({ edits }));
  const word: Candidate | null = edit && { kind: "replace-words", title: titleOf(edit), ways: own, natural: true };
  const whole: Candidate = {
    kind: "replace-quote",
    title: t("Replace the whole quote with the source’s words"),
    ways: quote.edits.length > 1 || own.length === 0 ? wholeQuote(context) : [],
    natural: true,
    right: { start: quote.quotation.marked.start, end: quote.quotation.marked.start },
  };
  return [...(word === null ? [] : andWithLinesIfLast(context, word)), ...andWithLines(context, whole)];
}

/** The edit that the finding tells of. */
export function editOf({ quote, finding }: FixContext): CheckedEdit | null {
  const [related] = finding.related;
  const isSame = ({ span, sourceSpan }: CheckedEdit) =>
    span.start === finding.span.start &&
    span.end === finding.span.end &&
    (related === undefined || (related.span.start === sourceSpan.start && related.span.end === sourceSpan.end));
  return quote?.edits.find(isSame) ?? null;
}

function titleOf({ quote, source }: CheckedEdit): string {
  if (source === "") return t("Remove “{0}”, which the source does not have", shown(quote));
  if (quote === "") return t("Add the words left out: “{0}”", shown(source));
  return t("Replace with the source’s words: “{0}”", shown(source));
}

/** A quote is not made longer than this. */
const longestQuote = 2000;

/** Every difference undone, and where that is not enough the passage word for word. */
function wholeQuote({ checked, quote, source }: FixContext): Way[] {
  const note = { checked, quote: quote! };
  const each = note.quote.edits.map((edit) => corrections(note, edit, source!));
  const together = [(ways: TextEdit[][]) => ways[0], (ways: TextEdit[][]) => ways[1] ?? ways[0]].map((choose) => {
    const chosen = each.map(choose);
    return chosen.includes(undefined as never) ? null : inOrder(chosen.flat());
  });
  const words = sourceText(source!);
  const { start, end } = readSpan(words, note.quote.passage!.span);
  const { text } = quoteText(note);
  const isShort = end - start <= longestQuote;
  const passage = isShort ? rewrite(note, { start: 0, end: text.length }, words.text.slice(start, end)) : null;
  return [...together, passage].flatMap((edits) => (edits === null || edits.length === 0 ? [] : { edits }));
}
