import { parseQuote } from "../text/parse.ts";

/**
 * Where the words of an unfinished quote begin that stand behind its last ellipsis and its last bracket: what has to be
 * the source's own in one piece.
 */
export function plainTail(quote: string): number {
  const { parts, elisions } = parseQuote(quote);
  let tail = elisions.at(-1)?.span.end ?? 0;
  for (const { type, word } of parts.at(-1)?.elements ?? []) {
    if (type === "bracket") tail = Math.max(tail, word.end);
  }
  return tail;
}
