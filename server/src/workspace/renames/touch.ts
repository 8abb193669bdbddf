import type { Citation } from "../../note/note.ts";
import { spellingsOf } from "../loadCitations.ts";
import { baseName, childOf } from "../uri.ts";
import type { FileRename } from "./renaming.ts";

export interface TouchOptions {
  readonly renames: readonly FileRename[];
  /** Where a source will be. */
  readonly uriAfter: (uri: string) => string;
  /** Whether a file would be found by its name alone. */
  readonly isFoundByName: (uri: string) => boolean;
}

/** Whether a citation gives a file's name and no folder. */
export function isByName({ form, path }: Citation): boolean {
  return form === "wikilink" && !path.includes("/");
}

/**
 * A cheap test of whether renames could change where a citation leads, of a note that stays where it is: most citations
 * of a large notebook have nothing to do with the one file that is renamed. `source` is what was found for it, if it was.
 */
export function createTouchTest(options: TouchOptions): (citation: Citation, source: string | undefined) => boolean {
  const { renames, uriAfter, isFoundByName } = options;
  const gone = new Set(renames.flatMap(({ from }) => spellingsOf(baseName(from))));
  const come = new Set(renames.flatMap(({ to }) => spellingsOf(baseName(to))));
  const hidesFiles = renames.some(({ to }) => !isFoundByName(childOf(to, "file")));
  const moves = new Map<string, boolean>();

  function isMoved(source: string): boolean {
    const known = moves.get(source) ?? uriAfter(source) !== source;
    moves.set(source, known);
    return known;
  }

  return (citation, source) => {
    if (isByName(citation) && (hidesFiles || come.has(citation.path))) return true;
    if (source !== undefined) return isMoved(source);
    // A path to what is renamed, or into it, has its name in it.
    return citation.path.split("/").some((name) => gone.has(name));
  };
}
