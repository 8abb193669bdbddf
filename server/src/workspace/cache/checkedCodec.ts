import type { EditKind, PermittedChange, Verdict } from "../../quote/judgement.ts";
import type { Severity } from "../../rules.ts";
import { type HeldText, withText } from "../../source/heldText.ts";
import { asWritten } from "../asWritten.ts";
import type {
  CheckedCitation,
  CheckedEdit,
  CheckedNote,
  CheckedQuote,
  CheckedRemark,
  Finding,
  Passage,
} from "../checkedNote.ts";
import { below, type Codec, fail, fields, flag, list, mapped, oneOf, optional, text } from "./codec.ts";
import { lineRange, noteCodec, ruleId, spanUpTo } from "./noteCodec.ts";

const verdicts: readonly Verdict[] = [
  ...["exact", "equivalent", "moved", "ambiguous", "altered", "elsewhere", "absent", "unchecked"],
] as Verdict[];

const changes: readonly PermittedChange[] = [
  ...["whitespace", "quote-marks", "dashes", "ellipsis", "brackets", "sic", "emphasis", "initial-case"],
  ...["final-punctuation", "unicode-form", "ligature", "hyphenation", "invisible"],
] as PermittedChange[];

const kinds: readonly EditKind[] = [
  ...["number", "negation", "modal", "word", "omission", "insertion", "order", "spelling", "case", "diacritic"],
  "punctuation",
] as EditKind[];

const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

const sourceSpan = spanUpTo();
const passage = fields<Passage>({ uri: text, span: sourceSpan, lines: lineRange });

interface WrittenQuote extends Omit<CheckedQuote, "quotation"> {
  readonly quotation: number;
  readonly isWritten: boolean;
}

interface WrittenCitation extends Omit<CheckedCitation, "citation" | "quotes"> {
  readonly citation: number;
  readonly quotes: readonly WrittenQuote[];
}

interface WrittenNote {
  readonly note: CheckedNote["note"];
  readonly citations: readonly WrittenCitation[];
  readonly uncited: readonly number[];
  readonly findings: readonly Finding[];
}

function writtenCodec(length: number): Codec<WrittenNote> {
  const span = spanUpTo(length);
  const quote = fields<WrittenQuote>({
    quotation: below(),
    isWritten: flag,
    verdict: oneOf(verdicts),
    changes: list(oneOf(changes)),
    passage: optional(passage),
    places: list(passage),
    edits: list(fields<CheckedEdit>({ kind: oneOf(kinds), quote: text, source: text, span, sourceSpan })),
    remarks: list(
      fields<CheckedRemark>({
        rule: ruleId,
        span,
        sourceSpan: optional(sourceSpan),
        skipped: optional(sourceSpan),
      }),
    ),
  });
  const citation = fields<WrittenCitation>({
    citation: below(),
    sourceUri: optional(text),
    cited: optional(sourceSpan),
    quotes: list(quote),
  });
  const related = fields<Finding["related"][number]>({ uri: text, span: sourceSpan, message: text });
  const finding = fields<Finding>({
    rule: ruleId,
    severity: oneOf(severities),
    span,
    message: text,
    related: list(related),
    citation: optional(below()),
    quotation: optional(below()),
  });
  return fields<WrittenNote>({
    note: noteCodec(length),
    citations: list(citation),
    uncited: list(below()),
    findings: list(finding),
  });
}

/** A checked note of a file on disk, all but its text and address. */
export function checkedCodec(uri: string, held: HeldText): Codec<CheckedNote> {
  return mapped(writtenCodec(held.length), toWritten, (written) => fromWritten(uri, held, written));
}

function toWritten({ note, citations, uncited, findings }: CheckedNote): WrittenNote {
  const citationIndex = new Map(note.citations.map((citation, index) => [citation, index]));
  const quotationIndex = new Map(note.quotations.map((quotation, index) => [quotation.span, index]));
  return {
    note,
    citations: citations.map((checked) => ({
      ...checked,
      citation: citationIndex.get(checked.citation)!,
      quotes: checked.quotes.map((quote) => {
        const index = quotationIndex.get(quote.quotation.span)!;
        return { ...quote, quotation: index, isWritten: note.quotations[index] !== quote.quotation };
      }),
    })),
    uncited: uncited.map(({ span }) => quotationIndex.get(span)!),
    findings,
  };
}

function fromWritten(uri: string, held: HeldText, written: WrittenNote): CheckedNote {
  const { note, findings } = written;
  const quotationAt = (index: number) => note.quotations[index] ?? fail();
  // Property by property: all that is kept of a notebook comes by here.
  const citations = written.citations.map(
    ({ citation, sourceUri, cited, quotes }): CheckedCitation => ({
      citation: note.citations[citation] ?? fail(),
      sourceUri,
      cited,
      quotes: quotes.map(
        ({ quotation, isWritten, verdict, changes, passage, places, edits, remarks }): CheckedQuote => {
          const read = quotationAt(quotation);
          const quoted = isWritten ? (asWritten(read) ?? fail()) : read;
          return { quotation: quoted, verdict, changes, passage, places, edits, remarks };
        },
      ),
    }),
  );
  if (!findings.every((finding) => isAbout(finding, note))) fail();
  const uncited = written.uncited.map(quotationAt);
  return withText({ uri, version: null, lineStarts: held.lineStarts, note, citations, uncited, findings }, held);
}

function isAbout({ citation, quotation }: Finding, note: CheckedNote["note"]): boolean {
  return (citation ?? -1) < note.citations.length && (quotation ?? -1) < note.quotations.length;
}
