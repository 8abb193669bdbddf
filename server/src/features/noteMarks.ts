import type { Range } from "vscode-languageserver-types";
import { t } from "../l10n.ts";
import type { Citation, Quotation } from "../note/note.ts";
import { writtenDestination } from "../note/write/destination.ts";
import { visible } from "../visible.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote, Finding } from "../workspace/checkedNote.ts";
import { folderOf, relativePath } from "../workspace/uri.ts";
import { quoteInWords } from "./hover.ts";
import type { SourceLookup } from "./lookup.ts";
import { rangeOf } from "./position.ts";
import { type VerdictGroup, verdictGroup } from "./verdictGroup.ts";
import { verdictInWords } from "./verdictWords.ts";

/** What a note shows of its check where it is rendered, as in VS Code's preview. All text is as found: nothing is escaped. */
export interface NoteMarks {
  /** Of the open document that was checked; null for a file on disk. */
  readonly version: number | null;
  /** In document order. */
  readonly quotes: readonly QuoteMark[];
  /** Links of citations whose fragment only Verbatim understands, each once. */
  readonly links: readonly PlainLink[];
  /** In document order. No Markdown renderer makes links of them by itself. */
  readonly wikilinks: readonly RenderedWikilink[];
}

export interface QuoteMark {
  /** The quote with its quotation marks. */
  readonly range: Range;
  /** `wrong` also where an error or a warning stands against words that are right. */
  readonly group: VerdictGroup;
  /** One sentence: the verdict, or what is wrong with a quote that is right but for it. */
  readonly label: string;
  /** The verdict and every difference in words, then the lines of the source. */
  readonly text: string;
}

export interface PlainLink {
  /** The destination as it stands in the note. */
  readonly written: string;
  /** The same path with the first cited line in the form that VS Code's preview opens in every version, `#L3`. */
  readonly destination: string;
}

export interface RenderedWikilink {
  readonly range: Range;
  /** What a reader sees: the alias, or path and lines as written. */
  readonly words: string;
  /** As {@link PlainLink.destination}, relative to the note. */
  readonly destination: string;
}

export interface NoteMarksOptions {
  readonly source: SourceLookup;
  /** At most this many lines of sources are shown with each quote. */
  readonly maxLines: number;
}

/** O(note), apart from the lines that are shown. */
export async function noteMarksOf(checked: CheckedNote, options: NoteMarksOptions): Promise<NoteMarks> {
  const findings = findingsByQuotation(checked);
  const quotes: { readonly start: number; readonly mark: QuoteMark }[] = [];
  for (const citation of checked.citations) {
    for (const quote of citation.quotes) {
      const about = findings.get(quote.quotation) ?? [];
      quotes.push({
        start: quote.quotation.marked.start,
        mark: {
          range: rangeOf(checked, quote.quotation.marked),
          ...judged(quote, citation, about),
          text: await quoteInWords(citation, quote, { ...options, findings: about }),
        },
      });
    }
  }
  quotes.sort((a, b) => a.start - b.start);
  return {
    version: checked.version,
    quotes: quotes.map(({ mark }) => mark),
    links: plainLinks(checked),
    wikilinks: checked.citations.flatMap((citation) => renderedWikilink(citation, checked) ?? []),
  };
}

function findingsByQuotation({ note, findings }: CheckedNote): ReadonlyMap<Quotation, readonly Finding[]> {
  const found = new Map<Quotation, Finding[]>();
  for (const finding of findings) {
    if (finding.quotation === null) continue;
    const quotation = note.quotations[finding.quotation];
    const others = found.get(quotation);
    if (others === undefined) found.set(quotation, [finding]);
    else others.push(finding);
  }
  return found;
}

function judged(
  quote: CheckedQuote,
  citation: CheckedCitation,
  findings: readonly Finding[],
): Pick<QuoteMark, "group" | "label"> {
  const group = verdictGroup(quote.verdict);
  const against = findings.find(({ severity }) => severity === "error" || severity === "warning");
  if (group !== "wrong" && against !== undefined) return { group: "wrong", label: visible(against.message) };
  const { title, sentence } = verdictInWords(quote, citation);
  return { group, label: visible(t("{0}: {1}", title, sentence)) };
}

function plainLinks({ citations, text }: CheckedNote): PlainLink[] {
  const links = new Map<string, PlainLink>();
  for (const { citation } of citations) {
    if (citation.form === "wikilink" || citation.fragment === null || citation.lines === null) continue;
    const written = text.slice(citation.target.start, citation.target.end);
    const destination = text.slice(citation.target.start, citation.fragment.start) + plainFragment(citation);
    if (destination.toLowerCase() !== written.toLowerCase()) links.set(written, { written, destination });
  }
  return [...links.values()];
}

/** Null where the link is no wikilink, or leads to no file that a path from the note names. */
function renderedWikilink({ citation, sourceUri }: CheckedCitation, checked: CheckedNote): RenderedWikilink | null {
  const { form, span, target } = citation;
  const path = form !== "wikilink" || sourceUri === null ? null : relativePath(folderOf(checked.uri), sourceUri);
  if (path === null) return null;
  const rest = checked.text.slice(target.end, span.end - 2);
  const alias = rest.includes("|") ? rest.slice(rest.indexOf("|") + 1).trim() : "";
  return {
    range: rangeOf(checked, span),
    words: visible(alias || checked.text.slice(target.start, target.end)),
    destination: writtenDestination(path) + (citation.lines === null ? "" : plainFragment(citation)),
  };
}

function plainFragment({ lines, columns }: Citation): string {
  return `#L${lines?.start ?? 1}${columns === null ? "" : `,${columns.start}`}`;
}
