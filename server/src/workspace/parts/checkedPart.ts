import type { Attachments } from "../attachments.ts";
import type { CheckedNote } from "../checkedNote.ts";
import type { Settings } from "../settings.ts";
import type { Unfound } from "../unfound.ts";
import type { LoadedPart } from "./loadParts.ts";
import type { OutsideFinding } from "./outside.ts";

/** What was found in a part of a note: the same object as long as all of it is the same, wherever the part stands. */
export interface CheckedPart {
  readonly loaded: LoadedPart;
  /** Of the part as a small note of its own, without what is found about its `loose` citations. */
  readonly checked: CheckedNote;
  readonly attachments: Attachments;
  /** What is found about its loose citations, but for those of whole files, … */
  readonly outside: readonly OutsideFinding[];
  /** … and the indexes of these. */
  readonly wholeFiles: readonly number[];
  /** Quotes that are not in their own sources. */
  readonly unfound: readonly Unfound[];
  /** What it hangs on beside the sources that it cites. */
  readonly from: CheckedFrom;
}

export interface CheckedFrom {
  readonly settings: Settings;
  /** Where there are quotes that are not in their own sources: what all notes cite, and what this one does. */
  readonly others: { readonly generation: number; readonly own: ReadonlySet<string> } | null;
}
