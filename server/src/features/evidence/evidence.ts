import { noteRows, quotesOfNoteRows } from "./byNote.ts";
import { linesRows, quotesOfLinesRows, sourceRows } from "./bySource.ts";
import type { EvidenceIndex, Row } from "./index.ts";
import type { EvidenceNode } from "./node.ts";
import { uncitedFileRows, uncitedId, uncitedRow } from "./uncited.ts";

export type EvidenceGrouping = "source" | "note";

export interface EvidenceBranch {
  /** The id of a node; null for the roots. */
  readonly parent: string | null;
  /** How many nodes are wanted. */
  readonly limit: number;
}

/** What hangs on a branch. */
export interface EvidenceBelow {
  readonly nodes: readonly EvidenceNode[];
  /** How many more there are. */
  readonly more: number;
}

export interface EvidenceShown {
  readonly grouping: EvidenceGrouping;
  /** Whether some quotes are left out. What has no quote is then left out too. */
  readonly isFiltered: boolean;
}

/** The nodes of a branch as they are now; none for what is no more. */
export async function evidenceBelow(
  { parent, limit }: EvidenceBranch,
  shown: EvidenceShown,
  index: EvidenceIndex,
): Promise<EvidenceBelow> {
  const rows = parent === null ? rootRows(shown, index) : await rowsBelow(parent, index);
  const nodes: EvidenceNode[] = [];
  for (const row of rows.slice(0, limit)) nodes.push(await row());
  return { nodes, more: Math.max(0, rows.length - limit) };
}

function rootRows({ grouping, isFiltered }: EvidenceShown, index: EvidenceIndex): Row[] {
  if (grouping === "note") return noteRows(index);
  const sources = sourceRows(index);
  return sources.length === 0 || isFiltered ? sources : [...sources, () => uncitedRow(index)];
}

async function rowsBelow(parent: string, index: EvidenceIndex): Promise<Row[]> {
  if (parent === uncitedId) return uncitedFileRows(index);
  const [, kind, rest] = /^(source|note|lines):(.*)$/s.exec(parent) ?? [];
  switch (kind) {
    case "source":
      return linesRows(rest, index);
    case "note":
      return quotesOfNoteRows(parent, rest, index);
    case "lines": {
      const colon = rest.indexOf(":");
      return quotesOfLinesRows(parent, rest.slice(0, colon), rest.slice(colon + 1), index);
    }
    default:
      return [];
  }
}
