import type { OpenQuotation } from "../../note/cursor/openQuotation.ts";
import { loadedSourceOf, type SourcedCitation } from "../sourcedCitation.ts";
import type { LoadedSource } from "../sources.ts";
import { citedSources, loadSource, type SuggestContext, sourcedCitations } from "./context.ts";

/** A source that a quotation may go on with. */
export interface QuotableSource {
  readonly loaded: LoadedSource;
  /** The citation that the quotation belongs to already, if it is one of this source. */
  readonly citation: SourcedCitation | null;
  /** Whether that citation is for this quotation alone, so that its lines may be changed. */
  readonly isOwn: boolean;
}

/** So many sources are looked through that the note cites elsewhere. */
const mostSources = 12;

/** The sources that the quotation cites if it ends at the cursor, in the order in which they are asked. */
export async function quotableSources(
  context: SuggestContext,
  { note, shared }: OpenQuotation,
): Promise<QuotableSource[]> {
  const [{ candidates }] = note.quotations;
  if (candidates.length === 0) return [];
  const citations = await sourcedCitations(context, note);
  const found = new Map<string, QuotableSource>();
  for (const { citations: group, touches } of candidates) {
    for (const index of group) {
      const citation = citations[index];
      const loaded = citation ? loadedSourceOf(citation) : null;
      if (citation === null || loaded === null || found.has(loaded.uri)) continue;
      found.set(loaded.uri, { loaded, citation, isOwn: touches && group.length === 1 && !shared.has(index) });
    }
  }
  return [...found.values()];
}

/** The sources that the note cites elsewhere, nearest first. */
export async function otherSources(
  context: SuggestContext,
  cited: readonly QuotableSource[],
): Promise<QuotableSource[]> {
  const known = new Set([...cited.map(({ loaded }) => loaded.uri), context.noteUri]);
  const others: QuotableSource[] = [];
  for (const uri of citedSources(context)) {
    if (known.has(uri) || others.length >= mostSources) continue;
    const loaded = context.isCancelled() ? null : await loadSource(context, uri);
    if (loaded !== null) others.push({ loaded, citation: null, isOwn: false });
  }
  return others;
}
