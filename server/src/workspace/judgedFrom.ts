import type { Quotation } from "../note/note.ts";
import { loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";

/** All of a quotation that its judgement depends on. */
export function quotationKey({ reading, written, emphasis, rule }: Quotation): string {
  return JSON.stringify([reading.text, written?.text ?? "", emphasis, rule]);
}

/** All of a group of citations that the judgement of its quotes depends on. */
export function groupKey(group: readonly SourcedCitation[]): string {
  return group.map(citationKey).join(" ");
}

function citationKey(sourced: SourcedCitation): string {
  const { citation, cited, uri } = sourced;
  const revision = loadedSourceOf(sourced)?.revision;
  if (revision === undefined) return JSON.stringify([uri]);
  return `${revision}:${citation.lines === null ? "all" : cited === null ? "none" : `${cited.start}-${cited.end}`}`;
}
