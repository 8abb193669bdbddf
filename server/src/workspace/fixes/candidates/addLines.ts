import { t } from "../../../l10n.ts";
import { linesInWords } from "../../wording.ts";
import { citeLinesEdit, linesOfQuotes } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/** Adds the lines of its quotes to a citation of a whole file. */
export function addLines({ checked, finding, citation }: FixContext): Candidate[] {
  if (finding.rule !== "citation-without-lines" || citation === null) return [];
  const lines = linesOfQuotes(checked, citation);
  if (lines === null) return [];
  const title = t("Add the lines to the citation: {0}", linesInWords(lines));
  return [{ kind: "add-lines", title, ways: [{ edits: [citeLinesEdit(checked, citation, lines)] }], natural: true }];
}
