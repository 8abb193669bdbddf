import type { OpenDestination } from "../../note/cursor/destination.ts";
import { writtenFragment } from "../../note/write/fragment.ts";
import type { LineRange } from "../../span.ts";
import { citedAtCursor } from "./citedAtCursor.ts";
import type { SuggestContext } from "./context.ts";
import { fits, rangesOf, readTypedFragment, textOf } from "./lineRanges.ts";
import { mostSuggestions, noSuggestions, type Suggestion, type Suggestions } from "./suggestion.ts";

/**
 * The lines of the source that the citation at the cursor names: first those at which its quote stands, then all that
 * are not empty, each paragraph's range behind its first line. Digits choose by number, other words by what the lines
 * say; behind a dash the line is the last of a range.
 */
export async function suggestLines(context: SuggestContext, open: OpenDestination): Promise<Suggestions> {
  const hash = open.typed.indexOf("#");
  const typed = open.typed.slice(hash);
  const cited = await citedAtCursor(context, open, hash);
  if (cited === null || context.isCancelled()) return noSuggestions;
  const { source } = cited.loaded;
  const isMarkdown = source.reading !== null;
  const wanted = readTypedFragment(typed, isMarkdown);
  if (wanted === null) return noSuggestions;
  const preferred = cited.quoted.filter((lines) => fits(source, wanted, lines));
  const ranges = distinct(preferred, rangesOf(source, wanted), mostSuggestions + 1);
  const start = context.cursor - typed.length;
  return {
    isIncomplete: ranges.length > mostSuggestions || wanted.kind === "words",
    items: ranges.slice(0, mostSuggestions).map((lines, index): Suggestion => {
      const fragment = writtenFragment(lines, wanted.like);
      const text = textOf(source, lines);
      return {
        kind: "lines",
        label: fragment,
        given: 0,
        text,
        source: { uri: cited.loaded.uri, lines, passage: null },
        citedBy: null,
        edit: {
          text: fragment,
          typed: { start, end: context.cursor },
          whole: { start, end: context.cursor + open.rest.length },
          isWhole: false,
        },
        also: [],
        filter: `${wanted.kind === "words" ? `${typed} ` : ""}${fragment} ${text.replace(/\s+/g, " ")}`,
        isPreferred: index === 0 && preferred.length > 0,
      };
    }),
  };
}

/** The first ranges of one list and then of the other, each once. */
function distinct(first: readonly LineRange[], others: Iterable<LineRange>, most: number): LineRange[] {
  const found = new Map<string, LineRange>();
  for (const list of [first, others]) {
    for (const range of list) {
      if (found.size >= most) return [...found.values()];
      const key = `${range.start}-${range.end}`;
      if (!found.has(key)) found.set(key, range);
    }
  }
  return [...found.values()];
}
