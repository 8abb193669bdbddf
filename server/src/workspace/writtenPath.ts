import { readDestination } from "../note/destination.ts";
import type { Citation } from "../note/note.ts";
import { writtenDestination } from "../note/write/destination.ts";
import { reachOf, targetOf } from "./target.ts";
import { baseName, folderOf, relativePath } from "./uri.ts";

export interface PathWriting {
  /** The workspace folders. */
  readonly roots: readonly string[];
  readonly sourceRoots: readonly string[];
}

/**
 * The destination of a link in the note that leads to the source: relative to the note, encoded, without a fragment.
 * Null where no link can: the source is outside of what the note may cite, on another drive or host, or has a name that
 * is read as something else. Whatever is returned was resolved as a check does it. URIs are normal ones.
 */
export function writtenPath(noteUri: string, sourceUri: string, { roots, sourceRoots }: PathWriting): string | null {
  const path = relativePath(folderOf(noteUri), sourceUri);
  if (path === null || /\p{Surrogate}|\\/u.test(path)) return null;
  const written = writtenDestination(path);
  const cited = `${written}#L1`;
  const destination = readDestination(cited, { start: 0, end: cited.length }, "link");
  const citation: Pick<Citation, "path" | "form"> = { path: destination?.path ?? path, form: "inline" };
  const target = targetOf(citation, noteUri, reachOf(noteUri, roots, sourceRoots));
  return target.kind === "file" && target.uri === sourceUri ? written : null;
}

/** What a citation of the source says where nothing else is known: its file name without the extension. */
export function nameOfSource(sourceUri: string): string {
  const name = baseName(sourceUri);
  return name.replace(/(?<=[^.])\.[a-z\d]{1,10}$/i, "");
}
