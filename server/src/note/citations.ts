import { readDestination } from "./destination.ts";
import type { Block } from "./markdown/blocks.ts";
import { normaliseLabel } from "./markdown/definitions.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { RunningText } from "./markdown/runningText.ts";
import type { Citation, CitationForm, NoteProblem } from "./note.ts";

/** A citation whose destination stands in a definition. */
export interface ReferenceCitation {
  /** The definition's, normalised. */
  readonly label: string;
  /** Index into `FoundCitations.citations`. */
  readonly citation: number;
  /** What is wrong with its fragment, to be reported once for the definition, however often that is used. */
  readonly problem: NoteProblem | null;
}

export interface FoundCitations {
  /** In document order. The destination of a reference has its place in the text of the definition. */
  readonly citations: readonly Citation[];
  /** In document order. */
  readonly references: readonly ReferenceCitation[];
  /** Those of references left out. */
  readonly problems: readonly NoteProblem[];
  /**
   * What a link cites, as indexes into `citations`: more than one behind a footnote's mark, none where it is only a
   * link. A footnote's mark without any link behind it is not in the map: it says nothing of sources.
   */
  readonly citedBy: Map<Link, readonly number[]>;
  /** What is cited in footnotes that hold links. */
  readonly inFootnotes: ReadonlyMap<Block, readonly number[]>;
}

/** Tells citations from links, footnote marks left out. `text` has block markup blanked. */
export function findCitations(text: string, runningTexts: ReadonlyMap<Block, RunningText>): FoundCitations {
  const citations: Citation[] = [];
  const references: ReferenceCitation[] = [];
  const problems: NoteProblem[] = [];
  const citedBy = new Map<Link, readonly number[]>();
  const inFootnotes = new Map<Block, number[]>();
  for (const { block, links } of runningTexts.values()) {
    if (links.length === 0) continue;
    const footnote = enclosingFootnote(block);
    for (const link of links) {
      if (link.form === "footnote") continue;
      const found = link.form === "autolink" ? null : readCitation(link.within ?? text, link);
      const citation = citations.length;
      citedBy.set(link, found ? [citation] : []);
      if (footnote) {
        const cited = inFootnotes.get(footnote) ?? [];
        inFootnotes.set(footnote, cited);
        if (found) cited.push(citation);
      }
      if (!found) continue;
      citations.push(found.citation);
      const problem = found.problem && { ...found.problem, citation };
      if (link.within !== null) {
        references.push({ label: normaliseLabel(link.label), citation, problem });
      } else if (problem) problems.push(problem);
    }
  }
  return { citations, references, problems, citedBy, inFootnotes };
}

/** Adds what footnote marks cite to `citedBy`. `citedAt` is asked by normalised labels; null where the footnote has no link. */
export function citeByFootnotes(
  runningTexts: ReadonlyMap<Block, RunningText>,
  citedBy: Map<Link, readonly number[]>,
  citedAt: (label: string) => readonly number[] | null,
): void {
  for (const { links } of runningTexts.values()) {
    for (const link of links) {
      const cited = link.form === "footnote" ? citedAt(normaliseLabel(link.label)) : null;
      if (cited) citedBy.set(link, cited);
    }
  }
}

function enclosingFootnote(block: Block): Block | null {
  let around: Block | null = block;
  while (around && around.kind !== "footnote") around = around.parent;
  return around;
}

function readCitation(text: string, link: Link): { citation: Citation; problem: NoteProblem | null } | null {
  const { span, target } = link;
  const form: CitationForm = link.form === "reference" || link.form === "wikilink" ? link.form : "inline";
  const destination = readDestination(text, target, form === "wikilink" ? "wikilink" : "link");
  if (!destination) return null;
  const { path, fragment, lines, columns, problem } = destination;
  const citation: Citation = { span, form, target, fragment, path, lines, columns };
  if (!problem || !fragment) return { citation, problem: null };
  const args = { fragment: text.slice(fragment.start, fragment.end) };
  const variant = problem === "default" ? {} : { variant: problem };
  return { citation, problem: { rule: "range-invalid", ...variant, span: fragment, args } };
}
