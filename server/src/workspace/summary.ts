import type { Verdict } from "../quote/judgement.ts";
import type { Severity } from "../rules.ts";
import type { CheckedNote } from "./checkedNote.ts";
import { oncePerPart } from "./parts/oncePerPart.ts";
import type { Summary } from "./workspace.ts";

const noVerdicts: Readonly<Record<Verdict, number>> = {
  exact: 0,
  equivalent: 0,
  moved: 0,
  ambiguous: 0,
  altered: 0,
  elsewhere: 0,
  absent: 0,
  unchecked: 0,
};

/** Counts what checking found. Linear in the notes' citations and findings. */
export function summarize(notes: Iterable<CheckedNote>): Summary {
  const totals = createTotals();
  const sources = new Set<string>();
  for (const note of notes) {
    totals.add(note);
    for (const { sourceUri } of note.citations) if (sourceUri !== null) sources.add(sourceUri);
  }
  return totals.summary(sources.size);
}

/** The summary of notes that were counted in parts, which cite so many sources together. */
export function addSummaries(parts: readonly Summary[], sources: number): Summary {
  const sum = (count: (part: Summary) => number) => parts.reduce((all, part) => all + count(part), 0);
  const verdicts = Object.keys(noVerdicts) as Verdict[];
  return {
    notes: sum(({ notes }) => notes),
    citations: sum(({ citations }) => citations),
    quotes: sum(({ quotes }) => quotes),
    sources,
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    information: sum(({ information }) => information),
    hints: sum(({ hints }) => hints),
    verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, sum((part) => part.verdicts[verdict])])) as Record<
      Verdict,
      number
    >,
    uncited: sum(({ uncited }) => uncited),
  };
}

/** The same, kept up to date note by note. Linear in the notes that are added and taken away. */
export interface Totals {
  add(note: CheckedNote): void;
  /** Takes away a note that was added. */
  remove(note: CheckedNote): void;
  summary(sources: number): Summary;
}

export function createTotals(): Totals {
  const verdicts = { ...noVerdicts };
  const severities = { error: 0, warning: 0, information: 0, hint: 0 } satisfies Record<Severity, number>;
  const counts = { notes: 0, citations: 0, quotes: 0, uncited: 0 };

  function count(note: CheckedNote, by: 1 | -1): void {
    const counted = countsOf(note);
    for (const each of counted) {
      counts.citations += by * each.citations;
      counts.uncited += by * each.uncited;
      counts.quotes += by * each.quotes;
      for (const [verdict, number] of each.verdicts) verdicts[verdict] += by * number;
      for (const [severity, number] of each.severities) severities[severity] += by * number;
    }
    if (counted.some(({ citations }) => citations > 0)) counts.notes += by;
  }

  return {
    add: (note) => count(note, 1),
    remove: (note) => count(note, -1),
    summary: (sources) => ({
      ...counts,
      sources,
      errors: severities.error,
      warnings: severities.warning,
      information: severities.information,
      hints: severities.hint,
      verdicts: { ...verdicts },
    }),
  };
}

/** What is in a note, or in a part of one. */
interface Counts {
  readonly citations: number;
  readonly uncited: number;
  readonly quotes: number;
  readonly verdicts: readonly (readonly [Verdict, number])[];
  readonly severities: readonly (readonly [Severity, number])[];
}

/** The counts of a note, or of its parts, of which only those are counted that are new. */
function countsOf(note: CheckedNote): Counts[] {
  const { inParts } = note;
  if (inParts === undefined) return [counted(note, note.citations.length)];
  const all = inParts.parts.map(countsOfPart);
  if (inParts.outside.length > 0) {
    all.push(counted({ citations: [], uncited: [], findings: inParts.outside.map(({ finding }) => finding) }, 0));
  }
  return all;
}

const countsOfPart = oncePerPart(({ checked, citationCount }) => counted(checked, citationCount));

function counted(
  { citations, uncited, findings }: Pick<CheckedNote, "citations" | "uncited" | "findings">,
  citationCount: number,
): Counts {
  const verdicts = new Map<Verdict, number>();
  const severities = new Map<Severity, number>();
  let quoteCount = 0;
  for (const { quotes } of citations) {
    quoteCount += quotes.length;
    for (const { verdict } of quotes) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  for (const { severity } of findings) severities.set(severity, (severities.get(severity) ?? 0) + 1);
  return {
    citations: citationCount,
    uncited: uncited.length,
    quotes: quoteCount,
    verdicts: [...verdicts],
    severities: [...severities],
  };
}
