import * as fs from "node:fs";
import { fileURLToPath } from "node:url";
import { patchBytes } from "../../source/patch.ts";
import type { Span } from "../../span.ts";
import type { FixedNote } from "../../workspace/fixes/fixAll.ts";
import { fileError } from "../nodeFileSystem.ts";
import { holds } from "./targets.ts";
import { replaceFile } from "./writeFile.ts";

/**
 * Writes a mended note to its file, which has to be in the root also where a symbolic link leads to it. Returns why it
 * could not, in words, or null.
 */
export function writeFixedNote({ edit: { uri, text, edits } }: FixedNote, root: string): string | null {
  try {
    const path = fs.realpathSync.native(fileURLToPath(uri));
    if (!holds(root, path)) return "it is a symbolic link that leads out of the root";
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
