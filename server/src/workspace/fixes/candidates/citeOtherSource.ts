import { t } from "../../../l10n.ts";
import type { RuleId } from "../../../rules.ts";
import type { CheckedQuote } from "../../checkedNote.ts";
import { nameBeside } from "../../uri.ts";
import { linesInWords } from "../../wording.ts";
import { citeSourceEdit } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/** Findings of a citation that another destination heals. */
const ofRange: readonly RuleId[] = ["range-invalid", "range-outside-source"];

/** Makes the citation lead to the source that has the words. */
export function citeOtherSource(context: FixContext): Candidate[] {
  const { checked, citation, workspace } = context;
  const quote = quoteElsewhere(context);
  if (citation === null || !quote?.passage) return [];
  const { uri, lines } = quote.passage;
  const ways = pathsTo(workspace.pathTo(checked.uri, uri), citation.citation.form === "wikilink").map((path) => ({
    edits: [citeSourceEdit(checked, citation, path, lines)],
  }));
  const name = nameBeside(uri, citation.sourceUri ?? "");
  const title = t("Cite {0} of {1}, where the quote stands", linesInWords(lines), name);
  return [{ kind: "cite-other-source", title, ways, natural: true }];
}

function quoteElsewhere({ finding, citation, quote }: FixContext): CheckedQuote | null {
  if (finding.rule === "quote-in-other-source") return quote;
  const quotes = ofRange.includes(finding.rule) ? (citation?.quotes ?? []) : [];
  return quotes.find(({ verdict }) => verdict === "elsewhere") ?? null;
}

/** The ways to write a path: a wikilink without a folder names the file of that name, wherever it is. */
export function pathsTo(path: string | null, isWikilink: boolean): string[] {
  if (path === null) return [];
  return isWikilink && !path.includes("/") ? [path, `./${path}`] : [path];
}
