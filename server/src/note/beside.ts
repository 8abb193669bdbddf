/** The paragraphs before and after what is quoted, where they say what it is from. */
import { isAttributionLine, isLabelled } from "./attribution.ts";
import { analyse } from "./citationGroup.ts";
import type { Block, Blocks } from "./markdown/blocks.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { RunningText } from "./markdown/runningText.ts";
import { doubleMarks } from "./quoteMarks.ts";
import { touchAfter, touchBefore } from "./touch.ts";

/** What stands beside a block is read with: the note's blocks, what each says, and the citations of each link. */
export interface BesideContext {
  readonly blocks: Blocks;
  readonly texts: ReadonlyMap<Block, RunningText>;
  readonly citedBy: ReadonlyMap<Link, readonly number[]>;
  /** What was found out about paragraphs in front of quotations: they may stand in front of very many. */
  readonly heads: Map<Block, readonly number[]>;
  readonly introductions: Map<Block, readonly number[]>;
  /** Whether something looked for a block in front of the first, or behind the last. */
  readonly beyond: { before: boolean; behind: boolean };
}

/** The block directly behind or in front of another. */
export function neighbour({ parent, index }: Block, step: 1 | -1, { beyond }: BesideContext): Block | undefined {
  const found = parent?.children[index + step];
  if (found === undefined && parent?.kind === "document") beyond[step < 0 ? "before" : "behind"] = true;
  return found;
}

/** The sibling next to a block, comments left out. */
function sibling(block: Block, step: 1 | -1, context: BesideContext): Block | undefined {
  let next = neighbour(block, step, context);
  while (next?.kind === "comment") next = neighbour(next, step, context);
  return next;
}

/** The citations of an attribution that is the paragraph directly after the block, or a list of one item that is. */
function citationsAfter(block: Block, context: BesideContext): readonly number[] {
  const next = sibling(block, 1, context);
  const item = next?.kind === "list" ? next.children[0]?.children[0] : undefined;
  const isDash = item !== undefined && isLoneDash(context.blocks.text, item);
  const paragraph = isDash ? item : next;
  return paragraph?.kind === "paragraph" ? attributionOf(paragraph, context) : [];
}

/** The citations of a paragraph that is an attribution and nothing else; none where it introduces what follows. */
function attributionOf(block: Block | undefined, { texts, citedBy }: BesideContext): readonly number[] {
  const text = block && texts.get(block);
  if (!text || text.cells.length > 0 || introduces(text)) return [];
  const line = { start: 0, end: text.reading.text.length };
  const citations = text.links.flatMap((link) => citedBy.get(link) ?? []);
  return citations.length > 0 && isAttributionLine(text, text.links, line) ? citations : [];
}

/**
 * The citations of an attribution in a paragraph of its own: the one after the block; or the one before, where notes
 * head their quotations with them. Best first, none where there is no such paragraph.
 */
export function attributionsBeside(block: Block, context: BesideContext): (readonly number[])[] {
  const after = citationsAfter(block, context);
  const before = headOf(block, context);
  return [before, after].filter((citations) => citations.length > 0);
}

/** Of a longer row of quotations under heads of their own no more is looked at. */
const longestRow = 50;

/** The citations of the line or heading directly above, if it is the head of what follows. */
export function headOf(block: Block, context: BesideContext): readonly number[] {
  let line = sibling(block, -1, context);
  const head = headLine(line, context);
  if (head.length === 0 || line?.kind === "heading") return head;
  // A line between two quotations is the attribution of the first, unless that has a head itself.
  for (let i = 0; i < longestRow && line; i++) {
    const quoted = sibling(line, -1, context);
    if (!quoted || !quotes(quoted, context)) return head;
    line = sibling(quoted, -1, context);
    if (headLine(line, context).length === 0) return [];
  }
  return [];
}

/** “As the Post wrote on 3 May,” and “The court held that” go on with the block. */
const goesOn =
  /(?:[,，]|[^\p{L}](?:that|which|reads?|said|says|wrote|writes|held|stated|states|follows|dass|schrieb|que|écrit|che|что))\s*$/u;

function introduces(text: RunningText): boolean {
  return isLabelled(text.reading.text) ? /[:：]\s*$/.test(text.reading.text) : endsWithColon(text);
}

/** The citations of a line that may head a quotation: an attribution without a dash or brackets around it. */
function headLine(block: Block | undefined, context: BesideContext): readonly number[] {
  if (block?.kind !== "paragraph" && block?.kind !== "heading") return [];
  const known = context.heads.get(block);
  if (known) return known;
  const isSetOff = /^\s*[\p{Pd}−([]/u.test(context.texts.get(block)?.reading.text ?? "");
  const citations = isSetOff ? [] : attributionOf(block, context);
  context.heads.set(block, citations);
  return citations;
}

function quotes(block: Block, { texts }: BesideContext): boolean {
  return block.kind === "quote" || (block.kind === "paragraph" && quoteMark.test(texts.get(block)?.reading.text ?? ""));
}

const quoteMark = new RegExp(`[${doubleMarks}]`);

/** The citations of the paragraph that introduces the block: it ends with a colon, or in the middle of a sentence. */
export function citationsBefore(block: Block, context: BesideContext): readonly number[] {
  const previous = sibling(block, -1, context);
  if (previous?.kind !== "paragraph") return [];
  const citations = context.introductions.get(previous) ?? introduction(context.texts.get(previous), context);
  context.introductions.set(previous, citations);
  return citations;
}

function introduction(text: RunningText | undefined, { citedBy }: BesideContext): readonly number[] {
  if (!text || !(endsWithColon(text) || goesOn.test(text.reading.text))) return [];
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
  if (!last) return false;
  const [before, behind] = [text.slice(0, last.read.start), text.slice(last.read.end)];
  // “(quoted in: [a](a.txt#L3))” has its colon in the bracket.
  return (
    /^[^\p{L}\p{N}]*$/u.test(behind) && (/^[)\]）］]/.test(behind) ? /[:：]\s*[([（［]\s*$/ : /[:：]\s*$/).test(before)
  );
}

/** Whether a paragraph is all of a list with one item, so that its bullet is the dash of an attribution. */
export function isLoneDash(text: string, { parent: item, index }: Block): boolean {
  if (item?.kind !== "item" || index !== 0 || item.children.length !== 1 || item.parent?.children.length !== 1)
    return false;
  return item.label !== null && text.slice(item.label.start, item.label.end) === "-";
}
