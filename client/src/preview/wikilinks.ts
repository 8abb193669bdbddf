import type { RenderedWikilink } from "../../../server/src/shell/protocol.ts";
import { isUnchanged } from "./changedLines.ts";
import type { InlineText } from "./inlineText.ts";
import type { MarkdownIt, Token } from "./markdownIt.ts";
import { byLastLine, endingIn, type MarkedNote } from "./places.ts";

/** Makes links of the wikilinks that are citations, which markdown-it takes for text. */
export interface Wikilinks {
  /** To be called before the texts are parsed. O(n log n) in texts and wikilinks. */
  place(note: MarkedNote, texts: readonly InlineText[]): void;
}

interface Place {
  readonly end: number;
  readonly link: RenderedWikilink;
}

export function renderWikilinks(md: MarkdownIt): Wikilinks {
  const placesByText = new WeakMap<Token[], ReadonlyMap<number, Place>>();

  md.inline.ruler.before("text", "verbatim_wikilink", (state, silent) => {
    const place = silent || state.linkLevel > 0 ? undefined : placesByText.get(state.tokens)?.get(state.pos);
    if (place === undefined || place.end > state.posMax) return false;
    state.push("link_open", "a", 1).attrs = [["href", md.normalizeLink(place.link.destination)]];
    state.push("text", "", 0).content = place.link.words;
    state.push("link_close", "a", -1);
    state.pos = place.end;
    return true;
  });

  return {
    place(note, texts) {
      const byLine = byLastLine(note.wikilinks);
      for (const text of texts) {
        const places = new Map<number, Place>();
        for (const { line, from, to, offset } of text.stretches) {
          for (const link of endingIn(byLine.get(line), from, to)) {
            const { start, end } = link.range;
            if (start.line !== line || start.character < from) continue;
            places.set(offset + start.character - from, { end: offset + end.character - from, link });
          }
        }
        if (places.size === 0) continue;
        if (isUnchanged(text.lines, note.changed)) placesByText.set(text.children, places);
        else note.onLeftOut();
      }
    },
  };
}
