import type { Span } from "../../span.ts";
import { movedReading } from "../compact.ts";
import { readTitleQuotation } from "../linkTitles.ts";
import type { Definition } from "../markdown/definitions.ts";
import type { Candidate, Citation, IgnoreComment, Note, NoteProblem, Quotation } from "../note.ts";
import type { StretchReading } from "./stretchReading.ts";

/** What was read of a stretch, with its place in the note. */
export interface PlacedReading {
  readonly reading: StretchReading;
  /** Offset of the stretch. */
  readonly start: number;
}

/** What the stretches of a note say of each other. */
export interface AcrossStretches {
  /** The definition of a label, and the offset of what its spans count from. */
  definition(label: string): { readonly definition: Definition; readonly start: number };
  /** Index into the note's citations of one that is cited by a stretch, which has it by this number. */
  citation(stretch: number, citation: number): number;
}

/** The note that its stretches make up. Linear in what was read of them. */
export function assemble(stretches: readonly PlacedReading[], across: AcrossStretches): Note {
  const citations: Citation[] = [];
  const quotations: Quotation[] = [];
  const problems: NoteProblem[] = [];
  const ignores: IgnoreComment[] = [];
  /** Labels of definitions that were met: each title and problem counts once. */
  const titles = new Set<string>();
  const reported = new Set<string>();
  for (const [index, { reading, start }] of stretches.entries()) {
    const first = citations.length;
    const isMoved = stretches.length > 1;
    for (const citation of reading.citations) citations.push(isMoved ? movedCitation(citation, start) : citation);
    for (const { label, of } of reading.references) {
      const target = across.definition(label);
      const by = target.start + target.definition.target.start - reading.citations[of.citation].target.start;
      const citation = citations[first + of.citation];
      const { target: from, fragment } = reading.citations[of.citation];
      citations[first + of.citation] = {
        ...citation,
        target: movedSpan(from, by),
        fragment: fragment && movedSpan(fragment, by),
      };
      if (of.problem === null || reported.has(label)) continue;
      reported.add(label);
      problems.push({ ...of.problem, span: movedSpan(of.problem.span, by), citation: first + of.citation });
    }
    for (const problem of reading.problems) problems.push(isMoved ? movedProblem(problem, start, first) : problem);
    for (const ignore of reading.ignores) {
      ignores.push(isMoved ? { ...ignore, span: movedSpan(ignore.span, start) } : ignore);
    }
    const citationAt = (citation: number) => across.citation(index, citation);
    for (const quotation of reading.quotations) {
      quotations.push(isMoved ? movedQuotation(quotation, start, citationAt) : quotation);
    }
    for (const { label, of } of reading.titled) {
      if (titles.has(label)) continue;
      titles.add(label);
      const { definition, start: from } = across.definition(label);
      const found = readTitleQuotation(definition.within, definition.title!, of);
      if (found !== null) quotations.push(movedQuotation(found, from, citationAt));
    }
  }
  if (titles.size > 0) quotations.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (reported.size > 0) problems.sort((a, b) => a.span.start - b.span.start);
  return { citations, quotations, problems, ignores };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

// Property by property: all of a note may be moved at every keystroke, and spreading an object costs as much as all else.

function movedCitation({ span, form, target, fragment, path, lines, columns }: Citation, by: number): Citation {
  return {
    span: movedSpan(span, by),
    form,
    target: movedSpan(target, by),
    fragment: fragment && movedSpan(fragment, by),
    path,
    lines,
    columns,
  };
}

function movedQuotation(quotation: Quotation, by: number, citationAt: (citation: number) => number): Quotation {
  const { span, marked, reading, emphasis, rule, candidates } = quotation;
  const moved = {
    span: movedSpan(span, by),
    marked: movedSpan(marked, by),
    reading: movedReading(reading, by),
    emphasis,
    rule,
    candidates: candidates.map(
      ({ citations, touches }): Candidate => ({ citations: citations.map(citationAt), touches }),
    ),
  };
  if (!("written" in quotation)) return moved;
  const { written } = quotation;
  return { ...moved, written: written && movedReading(written, by) };
}

function movedProblem(problem: NoteProblem, by: number, first: number): NoteProblem {
  const { span, citation } = problem;
  const moved = { ...problem, span: movedSpan(span, by) };
  return citation === undefined ? moved : { ...moved, citation: first + citation };
}
