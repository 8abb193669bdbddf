import type { OpenQuotation } from "../../note/cursor/openQuotation.ts";
import type { Citation } from "../../note/note.ts";
import { writtenCitation } from "../../note/write/citation.ts";
import { writtenFragment } from "../../note/write/fragment.ts";
import type { LineRange, Span } from "../../span.ts";
import { nameOfSource, writtenPath } from "../writtenPath.ts";
import type { SuggestContext } from "./context.ts";
import type { QuotableSource } from "./quotableSources.ts";
import type { Suggestion } from "./suggestion.ts";

/** What it takes for lines of a source to be cited. */
export interface Citing {
  /** What is written behind the closing mark. */
  readonly behind: string;
  readonly also: Suggestion["also"];
}

const nothing: Citing = { behind: "", also: [] };

/**
 * Cites the lines for a quotation of the passage: by the citation that is there where it holds the passage, else by
 * other lines in it where it is for this quotation alone, else by a citation of its own. Null where that cannot be.
 */
export function citing(
  context: SuggestContext,
  open: OpenQuotation,
  { loaded, citation, isOwn }: QuotableSource,
  { lines, passage }: { readonly lines: LineRange; readonly passage: Span },
): Citing | null {
  const cited = citation?.cited ?? null;
  if (cited !== null && cited.start <= passage.start && passage.end <= cited.end) return nothing;
  const repointed = citation !== null && isOwn ? repointing(context, citation.citation, lines) : null;
  if (repointed !== null || open.isBlock || open.isLinkText || open.titleMark !== null) return repointed;
  const written = ownCitation(context, loaded.uri, lines);
  return written === null ? null : { behind: ` (${written})`, also: [] };
}

/** The citation with the lines in place of its own; null where its destination stands elsewhere and may be another's. */
function repointing(
  { place: { surroundings } }: SuggestContext,
  { form, target, fragment, span }: Citation,
  lines: LineRange,
): Citing | null {
  if (form === "reference" || span.end > surroundings.length) return null;
  const at = fragment ?? { start: target.end, end: target.end };
  const like = surroundings.text.slice(at.start, at.end);
  const moved = { start: surroundings.start + at.start, end: surroundings.start + at.end };
  return { behind: "", also: [{ span: moved, text: writtenFragment(lines, like) }] };
}

function ownCitation(context: SuggestContext, uri: string, lines: LineRange): string | null {
  const { noteUri, roots, settings, place } = context;
  const path = writtenPath(noteUri, uri, { roots, sourceRoots: settings.sourceRoots });
  if (path === null) return null;
  const fragment = writtenFragment(lines);
  const name = nameInNote(context, uri);
  if (name !== null) return `[${name}](${path}${fragment})`;
  return writtenCitation({ name: nameOfSource(uri), path, fragment }, place.text.isCell ? "tableCell" : "inline");
}

const longestName = 60;

/** What the note calls the source where it cites it last in front of the cursor, or else first: Markdown, as it stands. */
function nameInNote({ checked, cursor }: SuggestContext, uri: string): string | null {
  let name: string | null = null;
  for (const { sourceUri, citation } of checked?.citations ?? []) {
    if (sourceUri !== uri || citation.form !== "inline") continue;
    if (name !== null && citation.span.start > cursor) break;
    const said = /^\[([^[\]"“”„«»|\n]+)\]\(/.exec(checked!.text.slice(citation.span.start, citation.span.end))?.[1];
    if (said !== undefined && said.length <= longestName) name = said;
  }
  return name;
}
