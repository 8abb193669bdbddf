import type { Span } from "../../server/src/span.ts";
import type { CheckedNote, CheckedQuote, Finding } from "../../server/src/workspace/checkedNote.ts";
import type { CaseNote, Expectation } from "./case.ts";
import type { Wrong } from "./forbidden/change.ts";

export interface Assessment {
  /** What is wrong with what came out; null where it is right. */
  readonly failure: string | null;
  /** Reported, but by another rule than the one that fits, or with no edit at the words that were changed. */
  readonly editElsewhere: boolean;
}

const right: Assessment = { failure: null, editElsewhere: false };
const wrong = (failure: string): Assessment => ({ failure, editElsewhere: false });

/** Holds what came out of checking a note to what was expected. */
export function assess(note: CaseNote, checked: CheckedNote): Assessment {
  const { expectation } = note.case;
  const quotes = checked.citations.flatMap(({ quotes }) => quotes);
  if (expectation.class === "permitted") return assessPermitted(note, quotes, checked.findings);
  if (expectation.class === "forbidden") return assessForbidden(note, expectation, quotes, checked.findings);
  if (quotes.length !== 1) return wrong(`${quotes.length} quotes`);
  return wrongPlace(expectation, quotes[0]);
}

function assessPermitted(note: CaseNote, quotes: readonly CheckedQuote[], findings: readonly Finding[]): Assessment {
  const loud = findings.filter(({ severity }) => severity === "error" || severity === "warning");
  if (loud.length > 0) return wrong(loud.map(({ rule }) => rule).join(", "));
  if (quotes.length !== note.quotes) return wrong(`${quotes.length} quotes`);
  const bad = quotes.find(({ verdict }) => verdict !== "exact" && verdict !== "equivalent");
  return bad ? wrong(bad.verdict) : right;
}

function assessForbidden(
  note: CaseNote,
  { kind, rule, covered }: Extract<Expectation, { class: "forbidden" }>,
  quotes: readonly CheckedQuote[],
  findings: readonly Finding[],
): Assessment {
  const isError = findings.some(({ severity }) => severity === "error");
  if (rule !== "quote-altered") {
    if (findings.some((finding) => finding.rule === rule)) return right;
    return isError ? { failure: null, editElsewhere: true } : wrong(`no ${rule}`);
  }
  if (!isError) {
    return wrong(`clean: ${quotes.map(({ verdict }) => verdict).join(", ") || "no quote"}`);
  }
  const edits = quotes.flatMap((quote) => quote.edits);
  if (kind !== null && !edits.some((edit) => edit.kind === kind)) {
    return wrong(
      `no ${kind}: ${edits.map((edit) => edit.kind).join(", ") || quotes.map(({ verdict }) => verdict).join()}`,
    );
  }
  const isFound = quotes.some(({ verdict }) => verdict === "altered");
  return {
    failure: null,
    editElsewhere:
      isFound &&
      !areCovered(
        note.changed,
        edits.map(({ span }) => span),
        covered,
      ),
  };
}

function areCovered(changed: readonly Span[], edits: readonly Span[], much: Wrong["covered"]): boolean {
  if (much === "nothing" || changed.length === 0) return true;
  const isTouched = (span: Span) => edits.some(({ start, end }) => start < span.end && span.start < end);
  const isCovered = (span: Span) => {
    let at = span.start;
    for (const { start, end } of [...edits].sort((a, b) => a.start - b.start)) if (start <= at) at = Math.max(at, end);
    return at >= span.end;
  };
  return much === "some" ? changed.some(isTouched) : changed.every(isCovered);
}

function wrongPlace(
  expectation: Extract<Expectation, { class: "place" | "source" }>,
  { verdict, passage }: CheckedQuote,
): Assessment {
  const wanted = expectation.class === "place" ? "moved" : "elsewhere";
  if (verdict !== wanted) return wrong(verdict);
  const { start, end } = passage?.lines ?? { start: 0, end: 0 };
  if (start !== expectation.lines.start || end !== expectation.lines.end) return wrong(`lines ${start} to ${end}`);
  if (expectation.class === "source" && !decodeURIComponent(passage?.uri ?? "").endsWith(`/${expectation.path}`))
    return wrong("source");
  return right;
}
