import type { Span } from "../span.ts";
import { readDestination, readLocalPath } from "./destination.ts";
import { parseBlocks, prepare } from "./markdown/blockParser.ts";
import { readBlocks } from "./markdown/blocks.ts";
import { readLabels } from "./markdown/labels.ts";
import { readRunningTexts } from "./markdown/runningText.ts";
import type { Citation } from "./note.ts";

/**
 * The links of a note that lead to files and cite nothing, and its images: as citations without lines. Wikilinks are left
 * out, since what they name is not said by the path alone. Each destination once, in document order. Linear in the text.
 */
export function plainLinks(text: string): Citation[] {
  const prepared = prepare(text);
  const blocks = readBlocks(parseBlocks(prepared), prepared);
  const options = { lineBreak: " ", hidesTarget: () => false } as const;
  const targets = new Map<number, Span>();
  for (const { links, images } of readRunningTexts(blocks.root, readLabels(blocks), options).values()) {
    const leading = links.filter(({ form }) => form === "inline" || form === "reference");
    for (const target of leading.map(({ target }) => target)) {
      if (readDestination(blocks.text, target, "link") === null) targets.set(target.start, target);
    }
    for (const target of images) targets.set(target.start, target);
  }
  return [...targets.values()]
    .sort((a, b) => a.start - b.start)
    .flatMap((target): Citation | [] => {
      const local = readLocalPath(blocks.text, target, "link");
      if (local === null) return [];
      return { span: target, form: "inline", target, fragment: null, path: local.path, lines: null, columns: null };
    });
}
