import { t } from "../../l10n.ts";
import { lineAt } from "../../source/lines.ts";
import { visible } from "../../visible.ts";
import { baseName, displayPath } from "../../workspace/uri.ts";
import { citedPlace } from "../citedPlace.ts";
import { rangeOf } from "../position.ts";
import { quoteIdsOf } from "../quoteIds.ts";
import { verdictLabel } from "../verdictLabel.ts";
import { verdictInWords } from "../verdictWords.ts";
import { editInWords, shortened } from "../words.ts";
import type { EvidenceIndex, Row } from "./index.ts";
import type { EvidenceNode, EvidencePlace } from "./node.ts";
import { rangeLabel } from "./ranges.ts";
import type { Occurrence } from "./sieve.ts";

/** The side of a leaf that its branch does not say already. */
export type OtherSide = "note" | "source";

const maxLabel = 100;
const maxEdits = 5;

/** Quotes, and citations that have none, in the order given. `branch` is the id of what they hang on. */
export function leafRows(
  occurrences: readonly Occurrence[],
  branch: string,
  other: OtherSide,
  index: EvidenceIndex,
): Row[] {
  const bare = new Map<string, number>();
  return occurrences.map((occurrence) => {
    const { note, quote } = occurrence;
    if (quote !== null) return () => quoteNode({ ...occurrence, quote }, branch, other, index);
    const number = (bare.get(note.uri) ?? 0) + 1;
    bare.set(note.uri, number);
    return () => citationNode(occurrence, `citation:${branch} ${note.uri} ${number}`, other, index);
  });
}

async function quoteNode(
  { note, citation, quote }: Occurrence & { readonly quote: NonNullable<Occurrence["quote"]> },
  branch: string,
  other: OtherSide,
  index: EvidenceIndex,
): Promise<EvidenceNode> {
  const { quotation, verdict } = quote;
  const words = visible(shortened(quotation.reading.text, maxLabel));
  const quoted = t("“{0}”", words);
  const found = verdictLabel(verdict);
  const { title, sentence } = verdictInWords(quote, citation);
  const sourceUri = quote.passage?.uri ?? citation.sourceUri;
  const notePlace = t(
    "{0}, line {1}",
    visible(displayPath(note.uri, index.roots)),
    lineOf(note, quotation.marked.start),
  );
  const edits = quote.edits.slice(0, maxEdits).map((edit) => visible(editInWords(edit)));
  return {
    id: `quote:${branch} ${note.uri} ${quoteIdsOf(note).get(quote)}`,
    kind: "quote",
    // The verdict first: of a long row the end is cut off.
    label: t("{0}: {1}", found, quoted),
    description: otherSide(note, citation, quotation.marked.start, other),
    tooltip: [visible(`${title}: ${sentence}`), ...edits, notePlace].join("\n"),
    spoken: t("{0}, {1}, in {2}, cites {3}", quoted, found, notePlace, sourceInWords(citation)),
    verdict,
    isBranch: false,
    note: { uri: index.clientUri(note.uri), range: rangeOf(note, quotation.span) },
    source: await sourcePlace(sourceUri, quote.passage?.span ?? null, citation, index),
  };
}

async function citationNode(
  { note, citation }: Occurrence,
  id: string,
  other: OtherSide,
  index: EvidenceIndex,
): Promise<EvidenceNode> {
  const { start, end } = citation.citation.span;
  const label = visible(shortened(note.text.slice(start, end), maxLabel));
  const notePlace = t("{0}, line {1}", visible(displayPath(note.uri, index.roots)), lineOf(note, start));
  return {
    id,
    kind: "citation",
    label,
    description: t("{0} · {1}", t("without a quote"), otherSide(note, citation, start, other)),
    tooltip: notePlace,
    spoken: t("{0}, a citation without a quote, in {1}, cites {2}", label, notePlace, sourceInWords(citation)),
    verdict: null,
    isBranch: false,
    note: { uri: index.clientUri(note.uri), range: rangeOf(note, { start, end }) },
    source: await sourcePlace(citation.sourceUri, null, citation, index),
  };
}

function lineOf({ lineStarts }: Occurrence["note"], offset: number): number {
  return lineAt(lineStarts, offset) + 1;
}

function otherSide(note: Occurrence["note"], citation: Occurrence["citation"], at: number, other: OtherSide): string {
  if (other === "note") return t("{0}:{1}", visible(baseName(note.uri)), lineOf(note, at));
  const name = visible(citation.sourceUri === null ? citation.citation.path : baseName(citation.sourceUri));
  const lines = citation.citation.lines;
  if (lines === null) return name;
  return lines.start === lines.end ? t("{0}:{1}", name, lines.start) : t("{0}:{1}–{2}", name, lines.start, lines.end);
}

function sourceInWords({ citation, sourceUri }: Occurrence["citation"]): string {
  const name = visible(sourceUri === null ? citation.path : baseName(sourceUri));
  return t("{0}, {1}", name, rangeLabel(citation.lines));
}

/** The passage; else the cited lines, as far as the source can be read. */
async function sourcePlace(
  uri: string | null,
  passage: { readonly start: number; readonly end: number } | null,
  { citation }: Occurrence["citation"],
  { workspace, clientUri }: EvidenceIndex,
): Promise<EvidencePlace | null> {
  if (uri === null) return null;
  const source = await workspace.source(uri);
  if (source === null) return { uri: clientUri(uri), range: null };
  return { uri: clientUri(uri), range: rangeOf(source, passage ?? citedPlace(citation, source)) };
}
