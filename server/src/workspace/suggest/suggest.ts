import { cursorPlace } from "../../note/cursor/cursorPlace.ts";
import type { SuggestContext } from "./context.ts";
import { suggestFiles } from "./files.ts";
import { suggestLines } from "./lines.ts";
import { suggestQuotations } from "./quotations.ts";
import { noSuggestions, type Suggestions } from "./suggestion.ts";

/** What could be written with sources at a place of a note; nothing in code, comments and ordinary prose. */
export async function suggest(options: Omit<SuggestContext, "place">): Promise<Suggestions> {
  const place = cursorPlace(options.text, options.cursor);
  if (place === null) return noSuggestions;
  const context = { ...options, place };
  if (!("kind" in place.open)) return suggestQuotations(context, place.open);
  return place.open.typed.includes("#") ? suggestLines(context, place.open) : suggestFiles(context, place.open);
}
