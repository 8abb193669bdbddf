import { hasNestedBrackets } from "./marks.ts";
import { type ParsedQuote, parseQuote, readLiterally } from "./parse.ts";

/** The ways to read the quote, most literal first: all of it the source's own, or brackets and ellipses the writer's. */
export function readingsOf(text: string): ParsedQuote[] {
  return [...eachReading(text)];
}

/** The same, each made when it is asked for, and kept for who asks again: most quotes are found as they are first read. */
export function lazyReadingsOf(text: string): Iterable<ParsedQuote> {
  const unmade = eachReading(text);
  const made: ParsedQuote[] = [];
  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index++) {
        if (index === made.length) {
          const next = unmade.next();
          if (next.done) return;
          made.push(next.value);
        }
        yield made[index];
      }
    },
  };
}

/** A bracket, or an ellipsis in any form: what most quotes have none of. */
const mayBeEdited = /[[［〔(（…⋯]|[.・･。．][^.・･。．]*[.・･。．][^.・･。．]*[.・･。．]/u;

function* eachReading(text: string): Generator<ParsedQuote> {
  yield readLiterally(text);
  if (!mayBeEdited.test(text)) return;
  const parsed = parseQuote(text);
  if (parsed.edited) yield parsed;
  if (hasNestedBrackets(text)) yield parseQuote(text, { nested: "outer" });
  if (parsed.elisions.some(({ role }) => role === "omission")) yield parseQuote(text, { omission: "nothing" });
}
