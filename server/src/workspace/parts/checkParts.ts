import { checkedNote } from "../checkNote.ts";
import { isWholeFile } from "../citedSources.ts";
import { type JudgeNoteOptions, judgeNote } from "../judgeNote.ts";
import type { Memo } from "../memo.ts";
import type { Settings } from "../settings.ts";
import { isOutside, type SourcedCitation } from "../sourcedCitation.ts";
import type { Unfound } from "../unfound.ts";
import type { JudgedPart } from "./judgedPart.ts";
import type { LoadedPart } from "./loadedPart.ts";
import type { LoadedParts } from "./loadParts.ts";
import { outsideFindings } from "./outside.ts";
import type { PartMemo } from "./partMemo.ts";

export interface CheckPartsOptions {
  readonly settings: Settings;
  readonly memo: Memo;
  readonly parts: PartMemo;
  /** Parts that were found before, and that no change of other sources has touched since. */
  readonly untouched: readonly object[];
  readonly elsewhere: JudgeNoteOptions["elsewhere"];
  /** Whether the note was changed in the meantime. */
  readonly isOvertaken: () => boolean;
  /** Told, before other sources are looked at, of all quotes by now that are not in their own. */
  readonly onSought: (quotes: readonly Unfound[]) => void;
}

/**
 * Checks the parts of a note of which something has changed. Null where it was overtaken. Linear in these, and in the number
 * of parts.
 */
export async function checkParts(
  { parts }: LoadedParts,
  options: CheckPartsOptions,
): Promise<readonly JudgedPart[] | null> {
  const own = options.parts.setOf(parts.map((loaded) => loaded.own.uris));
  const { settings, elsewhere } = options;
  let among: Set<object> | null = null;
  const isUntouched = (part: JudgedPart): boolean => {
    among ??= new Set(options.untouched);
    return among.has(part);
  };
  const known = parts.map((loaded) => {
    const before = options.parts.checked.get(loaded);
    return before !== undefined && holdsStill(before, own, { settings, elsewhere, isUntouched }) ? before : null;
  });
  const sought = known.flatMap((part) => part?.unfound ?? []);
  const checked: JudgedPart[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = known[i] ?? (await checkPart(parts[i], own, { ...options, sought }));
    if (part === null) return null;
    if (part !== known[i]) options.parts.checked.set(parts[i], part);
    checked.push(part);
  }
  return checked;
}

function holdsStill(
  part: JudgedPart,
  own: ReadonlySet<string>,
  { settings, elsewhere, isUntouched }: Pick<CheckPartsOptions, "settings" | "elsewhere"> & Untouched,
): boolean {
  const { others, settings: before } = part.from;
  if (before !== settings) return false;
  if (others === null) return true;
  return others.own === own && (others.generation === elsewhere.pool.generation || isUntouched(part));
}

interface Untouched {
  readonly isUntouched: (part: JudgedPart) => boolean;
}

async function checkPart(
  loaded: LoadedPart,
  own: ReadonlySet<string>,
  options: CheckPartsOptions & { readonly sought: Unfound[] },
): Promise<JudgedPart | null> {
  const { settings, memo, elsewhere, isOvertaken } = options;
  const { read, citations } = loaded;
  const input = { uri: elsewhere.note, version: null, held: read.held, note: read.note, citations };
  const generation = elsewhere.pool.generation;
  const judged = await judgeNote(input, { settings, memo, elsewhere, own, isOvertaken, onSought });
  if (judged === null) return null;
  const { attachments } = judged;
  const unfound = judged.unfound.map(ofNoPlace);
  return {
    loaded,
    checked: checkedNote(input, attachments, settings, isLoose),
    attachments,
    citationCount: loaded.own.citations.filter((sourced) => sourced !== null).length,
    lends: read.part.lends,
    unsure: new Set(citations.flatMap((sourced) => (sourced !== null && isUnsure(sourced) ? sourced.citation : []))),
    outside: outsideFindings(loaded, settings),
    wholeFiles: [...read.loose].filter((index) => {
      const sourced = loaded.own.citations[index];
      return sourced !== null && isWholeFile(sourced.citation);
    }),
    unfound,
    from: { settings, others: unfound.length === 0 ? null : { generation, own } },
  };

  function onSought(quotes: readonly Unfound[]): void {
    if (quotes.length === 0) return;
    for (const quote of quotes) options.sought.push(ofNoPlace(quote));
    options.onSought(options.sought);
  }

  function isLoose(citation: number): boolean {
    return citation >= read.own || read.loose.has(citation);
  }

  function isUnsure({ index, citation, source }: SourcedCitation): boolean {
    if (!isLoose(index)) return false;
    return source.problem !== undefined || citation.lines === null || isOutside(citation.lines, source.source);
  }
}

/** Where a part begins in its note another edit changes. */
function ofNoPlace({ trace, foundIn }: Unfound): Unfound {
  return { trace, foundIn };
}
