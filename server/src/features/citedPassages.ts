import type { Range } from "vscode-languageserver-types";
import type { Source } from "../source/source.ts";
import type { Backlink } from "../workspace/backlinks.ts";
import { citedPlace } from "./citedPlace.ts";
import { rangeOf } from "./position.ts";
import { type VerdictGroup, verdictGroup, worstGroup } from "./verdictGroup.ts";

/** A passage of a source that is cited, or lines that are cited without one. */
export interface CitedPassage {
  readonly range: Range;
  readonly group: VerdictGroup;
  /** Whether quoted words were found here. Else a citation names these lines, and no more is known. */
  readonly found: boolean;
}

/** What is to be marked in a source, in document order; of what is cited several times the worst verdict counts. */
export function citedPassagesOf(source: Source, backlinks: readonly Backlink[]): CitedPassage[] {
  const passages = new Map<string, { readonly range: Range; found: boolean; readonly groups: VerdictGroup[] }>();
  for (const { note, citation, quote, passage, lines } of backlinks) {
    if (lines.start > source.lineStarts.length) continue;
    const span = passage?.span ?? citedPlace(note.citations[citation].citation, source);
    const key = `${span.start} ${span.end}`;
    const known = passages.get(key) ?? { range: rangeOf(source, span), found: false, groups: [] };
    known.found ||= passage !== null;
    known.groups.push(verdictGroup(quote?.verdict ?? null));
    passages.set(key, known);
  }
  return [...passages.values()]
    .map(({ range, groups, found }) => ({ range, group: worstGroup(groups), found }))
    .sort(inOrder);
}

function inOrder(a: CitedPassage, b: CitedPassage): number {
  const starts = a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
  return starts || a.range.end.line - b.range.end.line || a.range.end.character - b.range.end.character;
}
