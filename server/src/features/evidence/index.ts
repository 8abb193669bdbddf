import type { Workspace } from "../../workspace/workspace.ts";
import type { EvidenceNode } from "./node.ts";
import type { Sieve } from "./sieve.ts";

/** What the evidence is made from. */
export interface EvidenceIndex {
  readonly workspace: Pick<Workspace, "notes" | "citationsOf" | "source" | "uncitedFiles">;
  /** The workspace folders, by which paths are shown. */
  readonly roots: readonly string[];
  /** A document's URI as the client spells it. */
  readonly clientUri: (uri: string) => string;
  readonly sieve: Sieve;
}

/** A node that is made only where it is shown: a list of thousands is cut to a page. */
export type Row = () => EvidenceNode | Promise<EvidenceNode>;
