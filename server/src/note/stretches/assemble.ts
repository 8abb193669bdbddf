import { movedSpan } from "../../span.ts";
import { movedReading } from "../compact.ts";
import { readTitleQuotation } from "../linkTitles.ts";
import type { Candidate, Citation, IgnoreComment, Note, NoteProblem, Quotation } from "../note.ts";
import type { NotePart, PartStarts } from "./parts.ts";
import { foreign } from "./stretch.ts";
import type { StretchReading } from "./stretchReading.ts";

/** The note that its parts make up. Linear in what was read of them; what stands where it stood is taken over. */
export function assemble(parts: readonly NotePart[], starts: PartStarts): Note {
  const citations: Citation[] = [];
  const quotations: Quotation[] = [];
  const problems: NoteProblem[] = [];
  const ignores: IgnoreComment[] = [];
  /** Labels of definitions that were met: each title and problem counts once. */
  const titles = new Set<string>();
  const reported = new Set<string>();
  const startOf = (reading: StretchReading) => starts.get(reading)!;
  for (const part of parts) {
    const { reading } = part;
    const { offset, citation: first } = startOf(reading);
    const citationAt = (citation: number): number => {
      if (citation < foreign) return first + citation;
      const { home, citation: there } = part.borrowed[citation - foreign];
      return startOf(home).citation + there;
    };
    const shifts = reading.references.map(({ of }, i) => {
      const { definition, home } = part.definitions[i];
      return startOf(home).offset + definition.target.start - reading.citations[of.citation].target.start;
    });
    const place = parts.length === 1 ? reading : placedAt(part, { start: offset, first, shifts, citationAt });
    for (const citation of place.citations) citations.push(citation);
    for (const quotation of place.quotations) quotations.push(quotation);
    for (const problem of place.problems) problems.push(problem);
    for (const ignore of place.ignores) ignores.push(ignore);
    for (const [i, { label, of }] of reading.references.entries()) {
      if (of.problem === null || reported.has(label)) continue;
      reported.add(label);
      problems.push({ ...of.problem, span: movedSpan(of.problem.span, shifts[i]), citation: first + of.citation });
    }
    for (const [i, { label, of }] of reading.titled.entries()) {
      if (titles.has(label)) continue;
      titles.add(label);
      const { definition, home } = part.titles[i];
      const found = readTitleQuotation(definition.within, definition.title!, of);
      if (found !== null)
        quotations.push(movedQuotation(found, startOf(home).offset, movedCandidates(found, citationAt)));
    }
  }
  if (titles.size > 0) quotations.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (reported.size > 0) problems.sort((a, b) => a.span.start - b.span.start);
  // The arrays have grown, and are kept: copies have no room that nothing will take.
  return { citations: citations.slice(), quotations: quotations.slice(), problems, ignores };
}

interface PlaceInNote {
  /** Offset of the part. */
  readonly start: number;
  /** Index of the part's first citation. */
  readonly first: number;
  /** How far the destinations of its references are moved. */
  readonly shifts: readonly number[];
  readonly citationAt: (citation: number) => number;
}

type Placement = Pick<StretchReading, "citations" | "quotations" | "problems" | "ignores">;

/** What was read of parts where they stood last, and the numbers that told where. */
const placements = new WeakMap<
  StretchReading,
  Placement & { readonly offsets: readonly number[]; readonly numbers: readonly number[] }
>();

function placedAt({ reading, borrowed }: NotePart, { start, first, shifts, citationAt }: PlaceInNote): Placement {
  const offsets = [start, ...shifts];
  const numbers = [first, ...borrowed.map((_, i) => citationAt(foreign + i))];
  const known = placements.get(reading);
  // A letter that is typed moves offsets, and no numbers of citations.
  const hasNumbers = known !== undefined && areEqual(known.numbers, numbers);
  if (hasNumbers && areEqual(known.offsets, offsets)) return known;
  const citations = reading.citations.map((citation) => movedCitation(citation, start));
  for (const [i, { of }] of reading.references.entries()) {
    const { target, fragment } = reading.citations[of.citation];
    citations[of.citation] = {
      ...citations[of.citation],
      target: movedSpan(target, shifts[i]),
      fragment: fragment && movedSpan(fragment, shifts[i]),
    };
  }
  const placed = {
    offsets,
    numbers,
    citations,
    quotations: reading.quotations.map((quotation, i) => {
      const candidates = hasNumbers ? known.quotations[i].candidates : movedCandidates(quotation, citationAt);
      return movedQuotation(quotation, start, candidates);
    }),
    problems: reading.problems.map((problem) => movedProblem(problem, start, first)),
    ignores: reading.ignores.map((ignore) => ({ ...ignore, span: movedSpan(ignore.span, start) })),
  };
  placements.set(reading, placed);
  return placed;
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

function movedQuotation(quotation: Quotation, by: number, candidates: readonly Candidate[]): Quotation {
  const { span, marked, reading, emphasis, rule } = quotation;
  const moved = {
    span: movedSpan(span, by),
    marked: movedSpan(marked, by),
    reading: movedReading(reading, by),
    emphasis,
    rule,
    candidates,
  };
  if (!("written" in quotation)) return moved;
  const { written } = quotation;
  return { ...moved, written: written && movedReading(written, by) };
}

function movedCandidates({ candidates }: Quotation, citationAt: (citation: number) => number): Candidate[] {
  return candidates.map(({ citations, touches }) => ({ citations: citations.map(citationAt), touches }));
}

function movedProblem(problem: NoteProblem, by: number, first: number): NoteProblem {
  const { span, citation } = problem;
  const moved = { ...problem, span: movedSpan(span, by) };
  return citation === undefined ? moved : { ...moved, citation: first + citation };
}

function areEqual(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((number, i) => number === others[i]);
}
