import { decodePercent } from "../../note/destination.ts";
import { withoutEscapes } from "../../note/markdown/escapes.ts";
import { baseName, childOf } from "../uri.ts";
import type { FileRename } from "./renaming.ts";

export interface MentionOptions {
  readonly renames: readonly FileRename[];
  /** Names of symbolic links: what leads through one need not name what is renamed. */
  readonly linkNames: Iterable<string>;
  /** Whether a file would be found by its name alone. */
  readonly isFoundByName: (uri: string) => boolean;
}

/**
 * A test of a note's text, far cheaper than to read the note: whether it could hold a link, in any spelling, that the
 * renames concern. Never false where it does; of a note that is renamed itself it says nothing. Linear in the text.
 */
export function createMentionTest({ renames, linkNames, isFoundByName }: MentionOptions): (text: string) => boolean {
  const names = new Set(
    [...renames.flatMap(({ from, to }) => [baseName(from), baseName(to)]), ...linkNames].map(folded),
  );
  const endsNames = renames.some(({ from, to }) => [from, to].some((uri) => !isFoundByName(childOf(uri, "file"))));
  // A wikilink by name leads to a file whatever its folder is called.
  if (endsNames) names.add("[[");
  const holdsName = (text: string) => {
    const inText = folded(text);
    for (const name of names) if (inText.includes(name)) return true;
    return false;
  };
  return (text) => {
    if (holdsName(text)) return true;
    const decoded = decodePercent(text);
    if (decoded !== text && holdsName(decoded)) return true;
    const unescaped = decodePercent(withoutEscapes(text));
    return unescaped !== decoded && holdsName(unescaped);
  };
}

/** What a file system may take for the same name. */
function folded(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ς", "σ");
}
