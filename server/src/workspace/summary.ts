import type { Verdict } from "../quote/judgement.ts";
import type { Severity } from "../rules.ts";
import type { CheckedNote } from "./checkedNote.ts";
import type { Summary } from "./workspace.ts";

/** Counts what checking found. Linear in the notes' citations and findings. */
export function summarize(notes: Iterable<CheckedNote>): Summary {
  const verdicts = {
    exact: 0,
    equivalent: 0,
    moved: 0,
    ambiguous: 0,
    altered: 0,
    elsewhere: 0,
    absent: 0,
    unchecked: 0,
  } satisfies Record<Verdict, number>;
  const severities = { error: 0, warning: 0, information: 0, hint: 0 } satisfies Record<Severity, number>;
  const sources = new Set<string>();
  const counts = { notes: 0, citations: 0, quotes: 0, uncited: 0 };
  for (const note of notes) {
    if (note.citations.length > 0) counts.notes++;
    counts.citations += note.citations.length;
    counts.uncited += note.uncited.length;
    for (const { sourceUri, quotes } of note.citations) {
      if (sourceUri !== null) sources.add(sourceUri);
      counts.quotes += quotes.length;
      for (const { verdict } of quotes) verdicts[verdict]++;
    }
    for (const { severity } of note.findings) severities[severity]++;
  }
  return {
    ...counts,
    sources: sources.size,
    errors: severities.error,
    warnings: severities.warning,
    information: severities.information,
    hints: severities.hint,
    verdicts,
  };
}
