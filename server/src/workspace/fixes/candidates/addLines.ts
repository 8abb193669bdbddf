import { t } from "../../../l10n.ts";
import { countLines } from "../../../source/lines.ts";
import type { Passage } from "../../checkedNote.ts";
import { linesInWords } from "../../wording.ts";
import { citeLinesEdit, linesOfQuotes } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";
import { afterEdits, editedText } from "../textEdit.ts";
import { citePlaces } from "./choosePlace.ts";

/** Adds the lines of its quotes to a citation of a whole file; of a quote that stands at several places, those of each. */
export async function addLines(context: FixContext): Promise<Candidate[]> {
  const { checked, finding, citation } = context;
  if (finding.rule !== "citation-without-lines" || citation === null) return [];
  const lines = linesOfQuotes(checked, citation);
  if (lines === null) return [];
  const places = await placesOfQuote(context);
  if (places.length > 1) return citePlaces(context, places, null);
  const title = t("Add the lines to the citation: {0}", linesInWords(lines));
  return [{ kind: "add-lines", title, ways: [{ edits: [citeLinesEdit(checked, citation, lines)] }], natural: true }];
}

/**
 * Where the citation's only quote stands. A check looks for more places than one only if the quote is not where it is
 * cited: so it is asked as if the lines behind the last were.
 */
async function placesOfQuote({ checked, citation, source, workspace }: FixContext): Promise<readonly Passage[]> {
  const [quote, ...others] = citation?.quotes ?? [];
  if (quote === undefined || others.length > 0 || source === null) return [];
  const behind = countLines(source) + 1;
  const edits = [citeLinesEdit(checked, citation!, { start: behind, end: behind })];
  const after = await workspace.tryText(checked.uri, editedText(checked.text, edits));
  const { start } = afterEdits(edits, quote.quotation.marked.start);
  const quotes = after.citations.flatMap((each) => each.quotes);
  return quotes.find(({ quotation }) => quotation.marked.start === start)?.places ?? [];
}
