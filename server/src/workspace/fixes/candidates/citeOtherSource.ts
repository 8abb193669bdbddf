import { t } from "../../../l10n.ts";
import { nameBeside } from "../../uri.ts";
import { linesInWords } from "../../wording.ts";
import { citeSourceEdit } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/** Makes the citation lead to the source that has the words. */
export function citeOtherSource({ checked, finding, citation, quote, workspace }: FixContext): Candidate[] {
  if (finding.rule !== "quote-in-other-source" || citation === null || !quote?.passage) return [];
  const { uri, lines } = quote.passage;
  const ways = pathsTo(workspace.pathTo(checked.uri, uri), citation.citation.form === "wikilink").map((path) => ({
    edits: [citeSourceEdit(checked, citation, path, lines)],
  }));
  const name = nameBeside(uri, citation.sourceUri ?? "");
  const title = t("Cite {0} of {1}, where the quote stands", linesInWords(lines), name);
  return [{ kind: "cite-other-source", title, ways, natural: true }];
}

/** The ways to write a path: a wikilink without a folder names the file of that name, wherever it is. */
export function pathsTo(path: string | null, isWikilink: boolean): string[] {
  if (path === null) return [];
  return isWikilink && !path.includes("/") ? [path, `./${path}`] : [path];
}
