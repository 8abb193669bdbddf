import type { LinedText } from "../../source/lines.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import type { Summary } from "../../workspace/workspace.ts";

/** What a check found: all that a report is put together from. */
export interface Report {
  /** In the order of their paths. */
  readonly notes: readonly NoteReport[];
  readonly summary: Summary;
  /** Null where it was not asked for. */
  readonly mended: Mended | null;
}

/** What the report says of a note. Plain data, which another thread may have made. */
export interface NoteReport {
  readonly uri: string;
  /** In the format that was asked for; empty where there is nothing to say. */
  readonly text: string;
}

/** What was mended: in the order of the notes' paths. */
export interface Mended {
  readonly notes: readonly FixedNote[];
  readonly isDryRun: boolean;
}

/** What a format has to know beside the note. */
export interface ReportContext {
  /** A source that the note was checked against; null where it cannot be read. */
  source(uri: string): Promise<LinedText | null>;
  /** The way from the working directory, with `/`. */
  path(uri: string): string;
}
