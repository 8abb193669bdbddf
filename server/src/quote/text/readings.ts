import { hasNestedBrackets } from "./marks.ts";
import { type ParsedQuote, parseQuote, readLiterally } from "./parse.ts";

/** The ways to read the quote, most literal first: all of it the source's own, or brackets and ellipses the writer's. */
export function readingsOf(text: string): ParsedQuote[] {
  const readings = [readLiterally(text)];
  const parsed = parseQuote(text);
  if (parsed.edited) readings.push(parsed);
  if (hasNestedBrackets(text)) readings.push(parseQuote(text, { nested: "outer" }));
  if (parsed.elisions.some(({ role }) => role === "omission")) readings.push(parseQuote(text, { omission: "nothing" }));
  return readings;
}
