import type { Range } from "vscode-languageserver-types";
import type { Verdict } from "../../quote/judgement.ts";

/** What the evidence is shown as: a branch with others below it, or a leaf. */
export type EvidenceKind = "source" | "lines" | "note" | "quote" | "citation" | "uncited" | "file";

/** One row of the evidence, ready to be shown. Texts are plain, and show what cannot be seen. */
export interface EvidenceNode {
  /** The same for the same thing at any time, and of no other node. */
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says: everything that the row shows, its icon included. */
  readonly spoken: string;
  /** Of a quote. */
  readonly verdict: Verdict | null;
  readonly isBranch: boolean;
  /** Where it stands in a note, and in a source. */
  readonly note: EvidencePlace | null;
  readonly source: EvidencePlace | null;
}

export interface EvidencePlace {
  /** As the client spells it. */
  readonly uri: string;
  /** Null for the document as a whole. */
  readonly range: Range | null;
}
