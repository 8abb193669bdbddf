import type { StretchReading } from "../../note/stretches/stretchReading.ts";
import type { Attachments } from "../attachments.ts";
import type { CheckedPart, Finding } from "../checkedNote.ts";
import type { Settings } from "../settings.ts";
import type { Unfound } from "../unfound.ts";
import type { LoadedPart } from "./loadedPart.ts";

/** What was found in a part of a note, and what it was made from. */
export interface JudgedPart extends CheckedPart {
  readonly loaded: LoadedPart;
  readonly attachments: Attachments;
  /** What is found about its loose citations, but for those of whole files, … */
  readonly outside: readonly OutsideFinding[];
  /** … and the indexes of these. */
  readonly wholeFiles: readonly number[];
  /** Quotes that are not in their own sources. */
  readonly unfound: readonly Unfound[];
  readonly from: JudgedPartFrom;
}

/** What a judged part hangs on beside the sources that it cites. */
export interface JudgedPartFrom {
  readonly settings: Settings;
  /** Where there are quotes that are not in their own sources: what all notes cite, and what this one does. */
  readonly others: { readonly generation: number; readonly own: ReadonlySet<string> } | null;
}

/** What is found about a loose citation. */
export interface OutsideFinding {
  /** The reading of the part from whose start its span counts. */
  readonly home: StretchReading;
  /** Null where there is nothing to be said, though others would say it. */
  readonly finding: Finding | null;
  /** Of what is told only once in a note: what tells it from others. */
  readonly once: string | null;
}
