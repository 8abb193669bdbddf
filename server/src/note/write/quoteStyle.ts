import type { Note } from "../note.ts";

/** The marks around a quotation, with the space that belongs to them (`«\u00a0`). */
export interface QuoteStyle {
  readonly open: string;
  readonly close: string;
}

export const straightMarks: QuoteStyle = { open: '"', close: '"' };
export const curlyMarks: QuoteStyle = { open: "“", close: "”" };

/**
 * The marks that the note itself uses, those around its cited quotations first; null where it has no quotations. `text`
 * is the note's. Linear in its quotations.
 */
export function quoteStyleOf({ quotations }: Note, text: string): QuoteStyle | null {
  const cited = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { rule, marked, span, candidates } of quotations) {
    // A title's marks may be escaped, and a block quote has none.
    if (rule === "block-quote" || rule === "link-title") continue;
    const open = text[marked.start] + spaceAt(text[marked.start + 1], marked.start + 1 < span.start);
    const close = spaceAt(text[marked.end - 2], marked.end - 1 > span.end) + text[marked.end - 1];
    for (const counts of candidates.some(({ touches }) => touches) ? [cited, all] : [all]) {
      const key = `${open}\n${close}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const [open, close] = (mostFrequent(cited) ?? mostFrequent(all) ?? "").split("\n");
  return close === undefined ? null : { open, close };
}

/** Of several that are as frequent the first. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
  return best;
}

function spaceAt(character: string, isInside: boolean): string {
  return isInside && /[\u00a0\u202f]/.test(character) ? character : "";
}
