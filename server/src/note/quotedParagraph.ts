/**
 * Quotations that end a paragraph without a citation, and have it beside that: `"…"`, and then `— [a](a.txt#L3)`; or
 * `[The Post](a.txt#L3) says:`, and then `"…"` or a list of such.
 */
import { isLabelled } from "./attribution.ts";
import type { BesideContext } from "./beside.ts";
import { attributionsBeside, citationsBefore, headOf, neighbour } from "./beside.ts";
import type { Analysis } from "./citationGroup.ts";
import type { Block } from "./markdown/blocks.ts";
import type { Quotation } from "./note.ts";

/**
 * The quotations of a paragraph, `quotations`, with those of its last sentence attached to the attribution beside it,
 * where a quotation ends the paragraph and the sentence has no link of its own.
 */
export function attachFromBeside(
  quotations: readonly Quotation[],
  { text, quotations: found, sentences }: Analysis,
  context: BesideContext,
): readonly Quotation[] {
  const last = found.at(-1);
  if (!last || text.block.kind !== "paragraph" || quotations.at(-1)?.candidates.length !== 0) return quotations;
  if (/[\p{L}\p{N}]/u.test(text.reading.text.slice(last.marked.end).replace(/\s\^[\w-]+$/, ""))) return quotations;
  const start = sentences.starts.at(-1) ?? 0;
  if (text.links.some(({ read }) => read.start >= start)) return quotations;

  let citations: readonly (readonly number[])[] = attributionsBeside(text.block, context);
  if (citations.length === 0) citations = sourceItems(text.block, context);
  if (citations.length === 0) citations = introductions(text.block, found[0].marked.start === 0, context);
  if (citations.length === 0) return quotations;
  const candidates = citations.map((group) => ({ citations: group, touches: false }));
  const from = text.reading.starts[start];
  return quotations.map((quotation) =>
    quotation.marked.start >= from && quotation.candidates.length === 0 ? { ...quotation, candidates } : quotation,
  );
}

/** The citations of an item that says “Source: …”, below the paragraph or next to it in its list. */
function sourceItems(block: Block, context: BesideContext): (readonly number[])[] {
  const below = neighbour(block, 1, context);
  if (below?.kind === "list") return labelled(below.children.slice(0, 3), context);
  const item = block.parent;
  if (item?.kind !== "item" || item.children.length > 1 || !item.parent) return [];
  const { children } = item.parent;
  const beside = [children[item.index + 1], children[item.index - 1]].filter((other) => other !== undefined);
  // In a list that begins with a source, sources stand in front.
  return labelled(labelled(children.slice(0, 1), context).length > 0 ? beside.reverse() : beside, context);
}

function labelled(items: readonly Block[], { texts, citedBy }: BesideContext): (readonly number[])[] {
  return items.flatMap((item) => {
    const text = item.children[0] && texts.get(item.children[0]);
    if (!text || !isLabelled(text.reading.text)) return [];
    const citations = text.links.flatMap((link) => citedBy.get(link) ?? []);
    return citations.length > 0 ? [citations] : [];
  });
}

/** The citations of the paragraph that leads up to a paragraph which `isQuotation`, or to the list that it is an item of. */
function introductions(block: Block, isQuotation: boolean, context: BesideContext): (readonly number[])[] {
  const list = block.index === 0 && block.parent?.kind === "item" ? block.parent.parent : null;
  const leads = [
    ...(isQuotation ? [citationsBefore(block, context)] : []),
    ...(list ? [citationsBefore(list, context), headOf(list, context)] : []),
  ];
  return leads.filter((citations) => citations.length > 0).slice(0, 1);
}
