import type { Quotation } from "../note/note.ts";
import { loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";

/** All of a quotation that its judgement depends on. */
export function quotationKey({ reading, written, emphasis, rule }: Quotation): string {
  return `${rule} ${emphasis} ${reading.text.length} ${written?.text.length} ${reading.text}${written?.text ?? ""}`;
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

/** Whether two citations cite the same lines of the same text, so that a quote is judged alike. */
export function citesAlike(one: SourcedCitation, other: SourcedCitation): boolean {
  if (one.uri !== other.uri || loadedSourceOf(one)?.revision !== loadedSourceOf(other)?.revision) return false;
  if ((one.citation.lines === null) !== (other.citation.lines === null)) return false;
  return one.cited?.start === other.cited?.start && one.cited?.end === other.cited?.end;
}
