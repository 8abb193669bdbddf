import type { Reading } from "../note/reading.ts";
import type { TextParts } from "./lines.ts";

/** A source's text with its lines. Spans of a source are offsets into `text`. */
export interface Source {
  readonly text: string;
  /** Offset of the first unit of each line; the first is 0. Lines end with `\n`, `\r\n` or `\r` and nothing else. */
  readonly lineStarts: Uint32Array;
  /** Where `text` comes from, if all of it is not to be asked for without need. */
  readonly held?: TextParts;
  /** The words as a reader sees them, where the format has markup (Markdown); null where the text is its own reading. */
  readonly reading: Reading | null;
}

/** Bytes that could not be made text, and why. */
export type DecodeProblem = "source-binary" | "source-encoding";

export type Decoded =
  | { readonly text: string; readonly encoding: string; readonly problem?: undefined }
  | { readonly problem: DecodeProblem };
