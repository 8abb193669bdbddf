import { mayHoldText } from "../textFiles.ts";
import { folderOf, isWithin } from "../uri.ts";
import type { SuggestContext } from "./context.ts";

const ranks = { citedElsewhere: 1000, near: 1001, far: 1002, note: 1003 } as const;

/**
 * Where files stand in a list, lower ones first: those that the note cites, nearest first; those that other notes cite; text
 * near the note; other text; notes. Null for what nobody cites as a source.
 */
export function fileRanks(context: SuggestContext, cited: readonly string[]): (uri: string) => number | null {
  const { noteUri, roots, inventory, isCited } = context;
  const order = new Map(cited.map((uri, index) => [uri, Math.min(index, ranks.citedElsewhere - 1)]));
  const folder = folderOf(noteUri);
  return (uri) => {
    const place = order.get(uri);
    if (place !== undefined) return place;
    const root = roots.find((each) => isWithin(uri, each)) ?? folder;
    // Folders and files that hide are an editor's or a program's.
    if (!mayHoldText(uri) || uri.slice(root.length).includes("/.")) return null;
    if (isCited(uri)) return ranks.citedElsewhere;
    if (inventory.isNote(uri)) return ranks.note;
    return isWithin(uri, folder) ? ranks.near : ranks.far;
  };
}
