import type { CheckedNote } from "../../workspace/checkedNote.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import { createPaint } from "./colour.ts";
import { noteAsJson } from "./json.ts";
import { formatFindings } from "./pretty.ts";
import type { NoteReport, ReportContext } from "./report.ts";

/** How a report is to be written. Plain data: other threads are told so too. */
export interface ReportFormat {
  readonly name: "pretty" | "json";
  readonly hasColour: boolean;
  /** Of the terminal. */
  readonly columns: number;
  readonly errorsOnly: boolean;
}

export interface FormatOptions {
  readonly format: ReportFormat;
  readonly context: ReportContext;
  /** By the URIs of the notes; null where nothing was to be mended. */
  readonly fixed: ReadonlyMap<string, FixedNote> | null;
}

/** What the report says of one note. */
export async function reportOn(note: CheckedNote, { format, context, fixed }: FormatOptions): Promise<NoteReport> {
  const { name, hasColour, columns, errorsOnly } = format;
  const text =
    name === "json"
      ? await noteAsJson(note, context, fixed)
      : await formatFindings(note, context, { paint: createPaint(hasColour), columns, errorsOnly });
  return { uri: note.uri, text };
}
