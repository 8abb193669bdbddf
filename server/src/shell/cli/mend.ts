import * as fs from "node:fs";
import { fileURLToPath } from "node:url";
import { patchBytes } from "../../source/patch.ts";
import type { Span } from "../../span.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import { fileError } from "../nodeFileSystem.ts";
import { replaceFile } from "./writeFile.ts";

/** Writes a mended note to its file. Returns why it could not, in words, or null. */
export function writeFixedNote({ edit: { uri, text, edits } }: FixedNote): string | null {
  const path = fileURLToPath(uri);
  try {
    const bytes = patchBytes(fs.readFileSync(path), text, edits);
    if (bytes === null) return "it has changed meanwhile, or its encoding cannot be written";
    replaceFile(path, bytes);
    return null;
  } catch (error) {
    return fileError(error).message;
  }
}

/** A citation that was mended: where its destination stood, and what stands there now. */
export interface MendedCitation {
  /** In the note's text as it was. */
  readonly span: Span;
  readonly old: string;
  readonly new: string;
}

/** In document order. A destination that several citations share is one. */
export function mendedCitations({ before, edit }: FixedNote): MendedCitation[] {
  return edit.edits.map(({ span, text }) => {
    const isIn = ({ target }: { readonly target: Span }) => target.start <= span.start && span.end <= target.end;
    const { target } = before.note.citations.find(isIn) ?? { target: span };
    const old = before.text.slice(target.start, target.end);
    return {
      span: target,
      old,
      new: old.slice(0, span.start - target.start) + text + old.slice(span.end - target.start),
    };
  });
}
