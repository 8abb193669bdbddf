import type { InlayHint, Range } from "vscode-languageserver-types";
import { offsetAt } from "../source/lines.ts";
import { visible } from "../visible.ts";
import type { CheckedCitation, CheckedNote } from "../workspace/checkedNote.ts";
import { rangeOf } from "./position.ts";
import { verdictCounts } from "./summary.ts";
import { groupSigns, verdictGroup } from "./verdictGroup.ts";
import { verdictLabel } from "./verdictLabel.ts";
import { verdictInWords } from "./verdictWords.ts";

/** Behind each citation that answers for quotes and ends in the range what was found: "✓ exact", "✓ 2 exact, ✗ 1 altered". */
export function inlayHintsOf(checked: CheckedNote, range: Range): InlayHint[] {
  const start = offsetAt(checked, range.start);
  const end = offsetAt(checked, range.end);
  return checked.citations
    .filter(({ citation, quotes }) => quotes.length > 0 && start <= citation.span.end && citation.span.end <= end)
    .map((citation) => ({
      position: rangeOf(checked, citation.citation.span).end,
      label: labelOf(citation),
      paddingLeft: true,
      tooltip: citation.quotes
        .map((quote) => verdictInWords(quote, citation))
        .map(({ title, sentence }) => visible(`${title}: ${sentence}`))
        .join("\n"),
    }));
}

function labelOf({ quotes }: CheckedCitation): string {
  const verdicts = new Map<CheckedCitation["quotes"][number]["verdict"], number>();
  for (const { verdict } of quotes) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  return [...verdicts]
    .map(([verdict, count]) => {
      const words = quotes.length === 1 ? verdictLabel(verdict) : verdictCounts({ [verdict]: count }).join("");
      return `${groupSigns[verdictGroup(verdict)]} ${words}`;
    })
    .join(", ");
}
