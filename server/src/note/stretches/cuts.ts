import { parseBlocks, prepareLines } from "../markdown/blockParser.ts";
import type { Block } from "../markdown/blocks.ts";
import { readBlocks } from "../markdown/blocks.ts";
import { isSilent } from "../markdown/runningText.ts";

/** A place between two blocks that stand in no other, behind an empty line: each side reads alike without the other. */
export interface Cut {
  /** The offset at which a line starts. */
  readonly at: number;
  /** How many of the blocks on both sides say nothing of sources, so that hardly anything is looked for across. */
  readonly silence: 0 | 1 | 2;
}

/** Where a text can be cut, in order. It has to begin where a block of the note does, and to hold no front matter. */
export function findCuts(text: string): Cut[] {
  const prepared = prepareLines(text);
  const { root, text: content } = readBlocks(parseBlocks(prepared), prepared);
  const cuts: Cut[] = [];
  let wasSilent = false;
  for (const block of root.children) {
    const isSilent = saysNothing(block, content);
    const at = prepared.text.lastIndexOf("\n", block.span.start - 1) + 1;
    if (at > 0 && isEmptyLineBefore(prepared.text, at)) {
      cuts.push({ at, silence: wasSilent && isSilent ? 2 : wasSilent || isSilent ? 1 : 0 });
    }
    wasSilent = isSilent;
  }
  return cuts;
}

function saysNothing({ kind, span }: Block, content: string): boolean {
  if (kind === "code" || kind === "rule") return true;
  return (kind === "paragraph" || kind === "heading") && isSilent(content.slice(span.start, span.end));
}

function isEmptyLineBefore(text: string, lineStart: number): boolean {
  let at = lineStart - 2;
  while (text[at] === " " || text[at] === "\t") at--;
  return at < 0 || text[at] === "\n";
}

/**
 * Of these cuts those that make stretches of about this length, where little is looked for across them if there is a
 * choice.
 */
export function chooseCuts(cuts: readonly Cut[], from: number, to: number, length: number): number[] {
  const chosen: number[] = [];
  let start = from;
  let best: Cut | null = null;
  for (const cut of cuts) {
    if (cut.at <= start || cut.at >= to) continue;
    if (best !== null && cut.at - start > 2 * length) {
      chosen.push(best.at);
      start = best.at;
      best = null;
    }
    if (cut.at - start < length || (best !== null && cut.silence <= best.silence)) continue;
    best = cut;
    if (cut.silence < 2) continue;
    chosen.push(cut.at);
    start = cut.at;
    best = null;
  }
  return chosen;
}
