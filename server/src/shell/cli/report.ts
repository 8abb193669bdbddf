import type { LinedText } from "../../source/lines.ts";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import type { Summary } from "../../workspace/workspace.ts";

/** What a check found: all that either format is made from. */
export interface Report {
  /** In the order of their paths. */
  readonly notes: readonly CheckedNote[];
  readonly summary: Summary;
  /** What was mended, by the URIs of the notes; null where it was not asked for. */
  readonly mended: { readonly notes: ReadonlyMap<string, FixedNote>; readonly isDryRun: boolean } | null;
  /** A source that the note was checked against; null where it cannot be read. */
  source(note: CheckedNote, uri: string): Promise<LinedText | null>;
  /** The way from the working directory, with `/`. */
  path(uri: string): string;
}
