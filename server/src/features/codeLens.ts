import type { CodeLens } from "vscode-languageserver-types";
import { type LinedText, linesOverlap } from "../source/lines.ts";
import type { LineRange } from "../span.ts";
import type { Backlink, Backlinks } from "../workspace/backlinks.ts";
import type { CheckedCitation } from "../workspace/checkedNote.ts";
import { lineSpan, rangeOf } from "./position.ts";

/** What a lens carries until it is resolved. */
export interface LensData {
  /** The source, as the client spells it. */
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
}

export interface CitedFrom {
  /** All of the source. */
  readonly backlinks: readonly Backlink[];
  /** All of the source, also those whose quotes are among the backlinks. */
  readonly citations: ReturnType<Backlinks["citationsOf"]>;
}

/**
 * A lens above each line at which a passage starts that is cited, or at which citations start whose words are not there:
 * without its words, which take counting.
 */
export function codeLensesOf(uri: string, source: LinedText, { backlinks, citations }: CitedFrom): CodeLens[] {
  const lines = new Set(backlinks.map(({ lines }) => lines.start - 1));
  const quoted = new Map<CheckedCitation, LineRange[]>();
  for (const { note, citation, quote, lines } of backlinks) {
    if (quote === null) continue;
    const checked = note.citations[citation];
    quoted.set(checked, [...(quoted.get(checked) ?? []), lines]);
  }
  for (const { note, citation } of citations) {
    const checked = note.citations[citation];
    const cited = checked.citation.lines;
    if (cited === null || quoted.get(checked)?.some((each) => linesOverlap(each, cited))) continue;
    lines.add(cited.start - 1);
  }
  return [...lines]
    .filter((line) => line < source.lineStarts.length)
    .sort((a, b) => a - b)
    .map((line) => ({ range: rangeOf(source, lineSpan(source, line)), data: { uri, line } satisfies LensData }));
}

/** Null for what no lens of {@link codeLensesOf} carried: it comes from the client. */
export function lensData(data: unknown): LensData | null {
  if (typeof data !== "object" || data === null) return null;
  const { uri, line } = data as Partial<Record<keyof LensData, unknown>>;
  return typeof uri === "string" && typeof line === "number" && line >= 0 ? { uri, line } : null;
}
