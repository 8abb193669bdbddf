import type { DocumentLink } from "vscode-languageserver-types";
import { t } from "../l10n.ts";
import type { Citation } from "../note/note.ts";
import { visible } from "../visible.ts";
import type { CheckedCitation, CheckedNote } from "../workspace/checkedNote.ts";
import { baseName } from "../workspace/uri.ts";
import { linesInWords } from "../workspace/wording.ts";
import { citedPlace } from "./citedPlace.ts";
import type { SourceLookup } from "./lookup.ts";
import { rangeOf } from "./position.ts";
import { selectionUri } from "./selectionUri.ts";

/**
 * A link on the destination of every citation that VS Code's own Markdown support does not open at its lines. Only to
 * sources that can be read, which keeps other schemes and files outside the workspace out.
 */
export async function documentLinksOf(checked: CheckedNote, source: SourceLookup): Promise<DocumentLink[]> {
  const links: DocumentLink[] = [];
  const seen = new Set<number>();
  for (const { citation, sourceUri } of checked.citations) {
    const { start } = citation.target;
    if (sourceUri === null || seen.has(start) || openedByEditor(citation, checked.text)) continue;
    seen.add(start);
    const cited = await source(sourceUri);
    if (cited === null) continue;
    links.push({
      range: rangeOf(checked, citation.target),
      target:
        citation.lines === null ? sourceUri : selectionUri(sourceUri, rangeOf(cited, citedPlace(citation, cited))),
      tooltip: tooltip(citation, sourceUri),
    });
  }
  return links;
}

/**
 * VS Code's Markdown support (vscode-markdown-languageservice, `parseLocationInfoFromFragment`) opens `#L3` and `#L3,7`
 * in every version; ranges and bare numbers only since 0.5.0-alpha.12 of April 2026, later than what this project's
 * `engines.vscode` admits. It knows no wikilinks. Where both give a link, the editor shows one.
 */
function openedByEditor(citation: Citation, text: string): boolean {
  if (citation.form === "wikilink") return false;
  if (citation.fragment === null) return true;
  return /^#l\d+(?:,\d+)?$/i.test(text.slice(citation.fragment.start, citation.fragment.end));
}

function tooltip({ lines }: CheckedCitation["citation"], uri: string): string {
  const name = visible(baseName(uri));
  return lines === null ? t("Open {0}", name) : t("Open {0} at {1}", name, linesInWords(lines));
}
