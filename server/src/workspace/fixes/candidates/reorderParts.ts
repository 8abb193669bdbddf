import { t } from "../../../l10n.ts";
import { originalSpan } from "../../../note/reading.ts";
import type { Span } from "../../../span.ts";
import type { FixContext } from "../context.ts";
import { quoteText } from "../correction.ts";
import type { Candidate, Way } from "../fix.ts";
import { isBalanced, withEmphasis } from "../rewrite.ts";

/** The parts of a quote with more ellipses can stand in too many orders. */
const mostParts = 3;

const ellipsis = /(?:[[(]\s?)?(?:…|\.\s?\.\s?\.(?:\s?\.)?)(?:\s?[\])])?/g;

/** Puts the parts around ellipses in the order of the source, with their markup. */
export function reorderParts({ checked, finding, quote }: FixContext): Candidate[] {
  if (finding.rule !== "elision-reversed" || quote === null) return [];
  const { text, reading } = quoteText({ checked, quote });
  const parts = partsOf(text).map((part) => withEmphasis(checked.text, originalSpan(reading!, part)));
  if (parts.length < 2 || parts.length > mostParts) return [];
  if (!parts.every(({ start, end }) => isBalanced(checked.text.slice(start, end)))) return [];
  const ways = ordersOf(parts).map((order): Way => {
    const edits = order.map((from, index) => ({ span: parts[index], text: checked.text.slice(from.start, from.end) }));
    return { edits: edits.filter(({ span }, index) => span !== order[index]) };
  });
  return [{ kind: "reorder-parts", title: t("Put the parts in the order of the source"), ways, natural: true }];
}

/** What stands between the ellipses, without white space at the ends. */
function partsOf(text: string): Span[] {
  const parts: Span[] = [];
  let at = 0;
  for (const match of [...text.matchAll(ellipsis), { index: text.length, 0: "" }]) {
    const words = text.slice(at, match.index);
    const start = at + words.length - words.trimStart().length;
    if (words.trim() !== "") parts.push({ start, end: start + words.trim().length });
    at = match.index + match[0].length;
  }
  return parts;
}

/** All orders but the one given. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  const orders = items.reduce<Item[][]>(
    (found, item) =>
      found.flatMap((order) =>
        Array.from({ length: order.length + 1 }, (_, at) => [...order.slice(0, at), item, ...order.slice(at)]),
      ),
    [[]],
  );
  return orders.filter((order) => order.some((item, index) => item !== items[index]));
}
