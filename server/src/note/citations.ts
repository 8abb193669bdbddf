import { readDestination } from "./destination.ts";
import type { Block } from "./markdown/blocks.ts";
import { normaliseLabel } from "./markdown/definitions.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { NoteLabels } from "./markdown/labels.ts";
import type { RunningText } from "./markdown/runningText.ts";
import type { Citation, CitationForm, NoteProblem } from "./note.ts";

export interface FoundCitations {
  /** In document order. */
  readonly citations: readonly Citation[];
  readonly problems: readonly NoteProblem[];
  /**
   * What a link cites, as indexes into `citations`: more than one behind a footnote's mark, none where it is only a
   * link. A footnote's mark without any link behind it is not in the map: it says nothing of sources.
   */
  readonly citedBy: ReadonlyMap<Link, readonly number[]>;
}

/** Tells citations from links. `text` is the note's with block markup blanked. */
export function findCitations(
  text: string,
  runningTexts: ReadonlyMap<Block, RunningText>,
  labels: NoteLabels,
): FoundCitations {
  const citations: Citation[] = [];
  const problems: NoteProblem[] = [];
  const citedBy = new Map<Link, readonly number[]>();
  const citedInFootnote = new Map<Block, number[]>();
  /** Fragments that a problem is at: a definition's is reported once, however often it is used. */
  const reported = new Set<number>();
  for (const { block, links } of runningTexts.values()) {
    const footnote = enclosingFootnote(block);
    for (const link of links) {
      if (link.form === "footnote") continue;
      const citation = link.form === "autolink" ? null : readCitation(text, link);
      const index = citations.length;
      citedBy.set(link, citation ? [index] : []);
      if (footnote) {
        const cited = citedInFootnote.get(footnote) ?? [];
        citedInFootnote.set(footnote, cited);
        if (citation) cited.push(index);
      }
      if (!citation) continue;
      citations.push(citation.citation);
      const { problem } = citation;
      if (!problem || reported.has(problem.span.start)) continue;
      reported.add(problem.span.start);
      problems.push({ ...problem, citation: index });
    }
  }
  for (const { links } of runningTexts.values()) {
    for (const link of links) {
      const footnote = link.form === "footnote" ? labels.footnotes.get(normaliseLabel(link.label)) : undefined;
      const cited = footnote && citedInFootnote.get(footnote);
      if (cited) citedBy.set(link, cited);
    }
  }
  return { citations, problems, citedBy };
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
