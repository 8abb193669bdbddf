import type { LeadSource } from "../loadCitations.ts";
import type { SourcedCitation } from "../sourcedCitation.ts";
import type { LoadedSource } from "../sources.ts";
import type { ReadPart, WantedLeads } from "./readPart.ts";

/** A part of a note with its sources: the same object as long as all of it is the same. */
export interface LoadedPart {
  readonly read: ReadPart;
  /** One for each citation of `read.note`, null for links that are none. Their numbers are those that they have there. */
  readonly citations: readonly (SourcedCitation | null)[];
  readonly own: OwnCitations;
  /** The borrowed ones, as their own parts have them. */
  readonly borrowed: readonly (SourcedCitation | null)[];
}

/** The citations of a part without the borrowed ones, and what they were made from. */
export interface OwnCitations {
  readonly citations: readonly (SourcedCitation | null)[];
  readonly wanted: WantedLeads;
  /** What the leads came to. */
  readonly sources: readonly LeadSource[];
  /** Those that can be quoted from, each once, … */
  readonly quotable: readonly LoadedSource[];
  /** … and their URIs. */
  readonly uris: readonly string[];
  /** All that the sources depend on. */
  readonly keys: ReadonlySet<string>;
}
