import { t } from "../../../l10n.ts";
import type { EditKind } from "../../../quote/judgement.ts";
import type { CheckedEdit } from "../../checkedNote.ts";
import type { TextEdit } from "../../noteEdit.ts";
import { shown } from "../../wording.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";
import { andWithLinesIfLast } from "../withLines.ts";
import { editOf } from "./replaceWords.ts";

/** Brackets say that words are the writer's. They may not stand around a number, a negation or what must be done. */
const bracketed: readonly EditKind[] = ["word", "spelling", "insertion", "case"];

const mostWords = 6;

/** Puts the writer's own words in brackets. */
export function bracketChange(context: FixContext): Candidate[] {
  const edit = editOf(context);
  if (edit === null || edit.quote === "" || !bracketed.includes(edit.kind)) return [];
  if (edit.quote.split(/\s+/).length > mostWords || /[[\]]/.test(edit.quote)) return [];
  const around = [at(edit.span.start, "["), at(edit.span.end, "]")];
  const ways = [...firstLetter(edit), around].map((edits) => ({ edits }));
  const title = t("Put “{0}” in brackets, as your own words", shown(edit.quote));
  return andWithLinesIfLast(context, { kind: "bracket-change", title, ways });
}

function at(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}

/** `[T]he`, where nothing but the first letter's case differs. */
function firstLetter({ kind, span, quote, source }: CheckedEdit): TextEdit[][] {
  const [own] = quote;
  const [theirs] = source;
  if (kind !== "case" || own === theirs || quote.slice(own.length) !== source.slice(theirs?.length ?? 0)) return [];
  return [[at(span.start, "["), at(span.start + own.length, "]")]];
}
