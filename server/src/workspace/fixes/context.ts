import type { Source } from "../../source/source.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote, Finding } from "../checkedNote.ts";
import type { Workspace } from "../workspace.ts";

/** What fixes ask of the workspace. */
export type FixWorkspace = Pick<
  Workspace,
  "tryText" | "source" | "filesNear" | "citedSources" | "findQuote" | "pathTo"
>;

/** A finding with what it is about. */
export interface FixContext {
  readonly checked: CheckedNote;
  readonly finding: Finding;
  /** Null where the finding is about none, or about a quotation without a citation. */
  readonly citation: CheckedCitation | null;
  readonly quote: CheckedQuote | null;
  /** The source that the quote's passage is in, else the cited one; null where it cannot be read. */
  readonly source: Source | null;
  readonly workspace: FixWorkspace;
}

export async function contextOf(checked: CheckedNote, finding: Finding, workspace: FixWorkspace): Promise<FixContext> {
  const { citations, quotations } = checked.note;
  const wanted = finding.citation === null ? null : citations[finding.citation];
  const citation = checked.citations.find((each) => each.citation === wanted) ?? null;
  const marked = finding.quotation === null ? null : quotations[finding.quotation].marked;
  const isWanted = ({ quotation }: CheckedQuote) =>
    quotation.marked.start === marked?.start && quotation.marked.end === marked.end;
  const quote = citation?.quotes.find(isWanted) ?? null;
  const uri = quote?.passage?.uri ?? citation?.sourceUri ?? null;
  const source = uri === null ? null : await workspace.source(uri);
  return { checked, finding, citation, quote, source, workspace };
}
