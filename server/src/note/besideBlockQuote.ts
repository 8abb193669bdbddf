/** The paragraphs before and after a block quote, where they say what it is from. */
import { isAttributionLine } from "./attribution.ts";
import { analyse } from "./citationGroup.ts";
import type { FoundCitations } from "./citations.ts";
import type { Block, Blocks } from "./markdown/blocks.ts";
import type { RunningText } from "./markdown/runningText.ts";
import { touchAfter, touchBefore } from "./touch.ts";

/** What block quotes are read with: the note's blocks, what each says, and the citations of each link. */
export interface BlockQuoteContext {
  readonly blocks: Blocks;
  readonly texts: ReadonlyMap<Block, RunningText>;
  readonly citedBy: FoundCitations["citedBy"];
}

/** The sibling next to a block, comments left out. */
function sibling({ parent, index }: Block, step: 1 | -1): Block | undefined {
  let next = index + step;
  while (parent?.children[next]?.kind === "comment") next += step;
  return parent?.children[next];
}

/** The citations of an attribution that is the paragraph directly after the block. */
export function citationsAfter(quote: Block, { texts, citedBy, blocks }: BlockQuoteContext): readonly number[] {
  const next = sibling(quote, 1);
  const item = next?.kind === "list" ? next.children[0]?.children[0] : undefined;
  const paragraph = item && isLoneDash(blocks.text, item) ? item : next;
  const text = paragraph?.kind === "paragraph" ? texts.get(paragraph) : undefined;
  if (!text) return [];
  const line = { start: 0, end: text.reading.text.length };
  const citations = text.links.flatMap((link) => citedBy.get(link) ?? []);
  return citations.length > 0 && isAttributionLine(text, text.links, line) ? citations : [];
}

/** The citations of the paragraph that introduces the block and ends with a colon. */
export function citationsBefore(quote: Block, { texts, citedBy }: BlockQuoteContext): readonly number[] {
  const previous = sibling(quote, -1);
  const text = previous?.kind === "paragraph" ? texts.get(previous) : undefined;
  if (!text || !endsWithColon(text)) return [];
  const analysis = analyse(text, citedBy);
  const { groups, sentences, quotations } = analysis;
  const last = groups.findLast(({ citations }) => citations.length > 0);
  if (!last) return [];
  if (last.sentence === sentences.starts.length) return last.citations;
  // One of an earlier sentence introduces the block only if it is not there for a quotation of its own.
  const group = groups.indexOf(last);
  const isTaken = quotations.some(
    (found) =>
      touchAfter(analysis, found, last.sentence, group) || touchBefore(analysis, found, last.sentence, group + 1),
  );
  return isTaken ? [] : last.citations;
}

/** Whether text ends with a colon, with or without its citation behind. */
function endsWithColon({ reading, links }: RunningText): boolean {
  const text = reading.text.trimEnd();
  if (/[:：]["”»*)]?$/.test(text)) return true;
  const last = links.at(-1);
  if (!last || !/^[\s\p{P}]*$/u.test(text.slice(last.read.end))) return false;
  return /[:：][\s([（［]*$/.test(text.slice(0, last.read.start));
}

/** Whether a paragraph is all of a list with one item, so that its bullet is the dash of an attribution. */
export function isLoneDash(text: string, { parent: item, index }: Block): boolean {
  if (item?.kind !== "item" || index !== 0 || item.children.length !== 1 || item.parent?.children.length !== 1)
    return false;
  return item.label !== null && text.slice(item.label.start, item.label.end) === "-";
}
