import { t } from "../l10n.ts";
import { originalSpan } from "../note/reading.ts";
import type { Remark } from "../quote/judgement.ts";
import type { MessageArguments, RuleLevel } from "../rules.ts";
import { linesOfSpan } from "../source/lines.ts";
import type { LineRange, Span } from "../span.ts";
import type { CheckedEdit, CheckedQuote, Passage } from "./checkedNote.ts";
import type { DraftFinding } from "./draftFinding.ts";
import { fileNameOf, type SourcedCitation } from "./sourcedCitation.ts";
import type { LoadedSource } from "./sources.ts";
import { baseName, nameBeside } from "./uri.ts";
import { linesInWords, listed, shown } from "./wording.ts";

export interface QuoteToReport {
  readonly quote: CheckedQuote;
  /** In `Note.quotations`. */
  readonly index: number;
  readonly citation: SourcedCitation;
  /** Whether the quote may be no more than a title: it stands away from its citation and is written like one. */
  readonly looksLikeTitle: boolean;
  readonly remarks: readonly Remark[];
  /** The source that the passage, the edits and the remarks are about: the cited one, or the other one. */
  readonly foundIn: LoadedSource | null;
}

/** What a quote's verdict and remarks are reported as. */
export function quoteFindings(report: QuoteToReport): DraftFinding[] {
  const about = { citation: report.citation.index, quotation: report.index };
  return [...verdictFindings(report), ...remarkFindings(report)].map((finding) => ({ ...finding, ...about }));
}

function verdictFindings({ quote, citation, looksLikeTitle, foundIn }: QuoteToReport): DraftFinding[] {
  const { passage, places, verdict } = quote;
  if (verdict === "exact" || verdict === "equivalent" || verdict === "unchecked") return [];
  const span = quote.quotation.span;
  const file = fileNameOf(citation);
  const cited = citedInWords(citation);
  const found = passage === null ? "" : linesInWords(passage.lines);
  switch (verdict) {
    case "moved": {
      const variant = overlaps(passage, citation.citation.lines) ? "beyond" : undefined;
      return [{ rule: "quote-moved", variant, args: { found, file, cited }, span, related: relatedTo(passage) }];
    }
    case "ambiguous": {
      const words = listed(places.map(({ lines }) => linesInWords(lines)));
      const args = { cited, count: places.length, file, places: words };
      return [{ rule: "quote-ambiguous", args, span, related: places.slice(0, maxRelated).flatMap(relatedTo) }];
    }
    case "altered":
      return quote.edits.map((edit) => editFinding(edit, quote, foundIn));
    case "elsewhere": {
      if (passage === null) return [];
      const other = nameBeside(passage.uri, citation.uri ?? "");
      const args = { file: citation.uri === null ? file : nameBeside(citation.uri, passage.uri), other, found };
      return [{ rule: "quote-in-other-source", args, span, related: relatedTo(passage) }];
    }
    case "absent": {
      const title = looksLikeTitle ? ({ variant: "title", level: "information" } as const) : {};
      return [{ rule: "quote-not-found", args: { file }, span, ...title }];
    }
  }
}

/** The most places that one finding leads to. */
const maxRelated = 8;

function editFinding(edit: CheckedEdit, quote: CheckedQuote, source: LoadedSource | null): DraftFinding {
  return {
    rule: "quote-altered",
    variant: variantOf(edit),
    args: { quote: shown(edit.quote), source: shown(edit.source) },
    span: edit.span,
    level: levelOfEdits(quote.edits),
    related: relatedToSpan(source, edit.sourceSpan),
  };
}

function variantOf({ kind, quote, source }: CheckedEdit): string | undefined {
  if (kind === "negation" && quote === "") return "negationDropped";
  if (kind === "negation" && source === "") return "negationAdded";
  if (kind === "order") return quote === source ? "moved" : "order";
  if (quote === "") return "omission";
  if (source === "") return "insertion";
  return undefined;
}

/** Of all edits of a quote together: what a reader would hardly hear is not an error. */
function levelOfEdits(edits: readonly CheckedEdit[]): RuleLevel {
  if (edits.every(({ kind }) => kind === "punctuation" || kind === "case")) return "information";
  if (edits.every(({ kind }) => kind === "punctuation" || kind === "case" || kind === "diacritic")) return "warning";
  return "error";
}

function remarkFindings({ quote, citation, remarks, foundIn }: QuoteToReport): DraftFinding[] {
  return remarks.map(({ rule, variant, span, sourceSpan, args }) => ({
    rule,
    variant,
    args: { file: fileNameOf(citation), ...shownArguments(args) },
    span: originalSpan(quote.quotation.reading, span),
    related: sourceSpan === undefined ? [] : relatedToSpan(foundIn, sourceSpan),
  }));
}

function shownArguments(args: MessageArguments): MessageArguments {
  const values = Object.entries(args).map(([name, value]) => [name, typeof value === "string" ? shown(value) : value]);
  return Object.fromEntries(values);
}

function citedInWords({ citation }: SourcedCitation): string {
  return citation.lines === null ? t("the cited lines") : linesInWords(citation.lines);
}

function overlaps(passage: Passage | null, lines: LineRange | null): boolean {
  return passage !== null && lines !== null && passage.lines.start <= lines.end && lines.start <= passage.lines.end;
}

function relatedTo(passage: Passage | null): { uri: string; span: Span; message: string }[] {
  if (passage === null) return [];
  const { uri, span, lines } = passage;
  return [{ uri, span, message: t("{0} of {1}", linesInWords(lines), baseName(uri)) }];
}

function relatedToSpan(source: LoadedSource | null, span: Span): { uri: string; span: Span; message: string }[] {
  if (source === null) return [];
  return relatedTo({ uri: source.uri, span, lines: linesOfSpan(source.source.lineStarts, span) });
}
