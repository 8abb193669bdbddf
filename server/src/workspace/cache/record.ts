import { type HeldText, heldString } from "../../source/heldText.ts";
import type { CheckedNote } from "../checkedNote.ts";
import { checkedCodec } from "./checkedCodec.ts";
import { type Codec, fields, list, optional, text } from "./codec.ts";

/** All that a check of a note depends on, beside what every note's depends on. */
export interface CheckBasis {
  /** Of the note's bytes, the settings and the roots. */
  readonly input: string;
  /** The files that its citations lead to, whatever came of it, and what each was found to be. */
  readonly files: readonly { readonly uri: string; readonly state: string }[];
  /** The files of each name that it cites without a folder. */
  readonly names: readonly { readonly name: string; readonly uris: readonly string[] }[];
  /** The URIs of those files that can be quoted from. */
  readonly sources: readonly string[];
  /** Of all sources of all notes, where a quote was looked for in them. Otherwise null. */
  readonly pool: string | null;
}

/** What is kept of the check of one note. */
export interface CheckRecord {
  readonly basis: CheckBasis;
  /** Reads the rest; null where it is not what {@link writeRecord} wrote. */
  checked(noteUri: string, held: HeldText): CheckedNote | null;
}

const basisCodec: Codec<CheckBasis> = fields<CheckBasis>({
  input: text,
  files: list(fields<CheckBasis["files"][number]>({ uri: text, state: text })),
  names: list(fields<CheckBasis["names"][number]>({ name: text, uris: list(text) })),
  sources: list(text),
  pool: optional(text),
});

export function writeRecord(basis: CheckBasis, checked: CheckedNote): string {
  return JSON.stringify([basisCodec.write(basis), checkedCodec(checked.uri, heldString(checked.text)).write(checked)]);
}

/** Null where the text is no record. */
export function readRecord(written: string): CheckRecord | null {
  return orNull(() => {
    const [basis, rest] = JSON.parse(written) as unknown[];
    return {
      basis: basisCodec.read(basis),
      checked: (uri, noteText) => orNull(() => checkedCodec(uri, noteText).read(rest)),
    };
  });
}

function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
