import type { CodeLens } from "vscode-languageserver-types";
import type { LinedText } from "../source/lines.ts";
import type { Backlink } from "../workspace/backlinks.ts";
import { lineSpan, rangeOf } from "./position.ts";

/** What a lens carries until it is resolved. */
export interface LensData {
  /** The source, as the client spells it. */
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
}

/**
 * A lens above each line at which a passage starts that is cited, or at which citations start whose words were not
 * found: without its words, which take counting. `backlinks` are all of the source.
 */
export function codeLensesOf(uri: string, source: LinedText, backlinks: readonly Backlink[]): CodeLens[] {
  const lines = new Set(backlinks.map(({ lines }) => lines.start - 1));
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
