import { type CarriedQuotes, noneCarried } from "../attachments.ts";
import { keep } from "../cache/keep.ts";
import { takeKept } from "../cache/takeKept.ts";
import { carriedOver } from "../carryOver.ts";
import { carriedQuotes } from "../carryQuotes.ts";
import { checkedNote, type NoteToCheck } from "../checkNote.ts";
import { judgeNote } from "../judgeNote.ts";
import type { Memo } from "../memo.ts";
import type { JudgedFrom, NoteEntry } from "../noteTable.ts";
import { checkedInParts } from "../parts/checkedInParts.ts";
import { checkParts } from "../parts/checkParts.ts";
import type { LoadedParts } from "../parts/loadParts.ts";
import { partMemoFor } from "../parts/partMemo.ts";
import { backgroundPause, createPause, type Pause } from "../pause.ts";
import type { Settings } from "../settings.ts";
import { loadedSourceOf } from "../sourcedCitation.ts";
import type { WorkspaceState } from "../state/state.ts";
import { otherSources } from "./otherSources.ts";
import { isBeside } from "./reach.ts";
import { show } from "./standing.ts";

/**
 * The second step of a check: judges the quotes of a note that was prepared, where anything that they depend on is
 * another than it was, and shows what was found. Leaves the note marked where it was overtaken.
 */
export async function judge(state: WorkspaceState, entry: NoteEntry): Promise<void> {
  const { settings, table, toLookAgain } = state;
  const { uri } = entry;
  if (entry.kept !== null && !(await takeKept(state, entry, entry.kept))) return;
  const { ready: input } = entry;
  if (input === null) return;
  const judgedFrom = whatTellsApart(input, settings);
  const isUnchanged = !toLookAgain.has(uri) && isSame(entry.judged, judgedFrom);
  if (isUnchanged || isBeside(state, uri)) return table.unmark(entry);
  const isWhole = toLookAgain.has(uri) || input.parts !== undefined;
  const before = isWhole ? null : lastCheck(entry, judgedFrom);
  const carried = before && carriedOver(before.checked, input, before.revisions);
  if (carried !== null) {
    const isShown = carried === entry.checked;
    entry.judged = judgedFrom;
    table.unmark(entry);
    if (!isShown) show(state, entry, carried);
    return;
  }
  // What is kept of an open note tells more.
  const isKept = before === null || state.memos.has(uri);
  const known = isKept ? noneCarried : carriedQuotes(before.checked, input, before.revisions);
  await judgeQuotes(state, entry, { input, judgedFrom, known });
}

interface QuotesToJudge {
  readonly input: NoteToCheck;
  readonly judgedFrom: JudgedFrom;
  /** Those that need not be judged. */
  readonly known: CarriedQuotes;
}

/** Judges each quote, looks in other sources for those that are not in their own, and keeps and shows what was found. */
async function judgeQuotes(
  state: WorkspaceState,
  entry: NoteEntry,
  { input, judgedFrom, known }: QuotesToJudge,
): Promise<void> {
  const { settings, unfound, documents } = state;
  const { uri } = entry;
  const pause = documents.has(uri) ? createPause() : backgroundPause;
  const isOvertaken = state.table.overtaking(entry);
  const memo = state.memos.get(uri);
  const quotations = known.size === 0 ? undefined : input.note.quotations.length - known.size;
  state.onWork({ kind: "judge", uri, ...(quotations !== undefined && { quotations }) });
  if (input.parts !== undefined && memo !== undefined) {
    return judgeParts(state, entry, { input, parts: input.parts, memo, judgedFrom, pause });
  }
  memo?.turn(input.note.quotations.length);
  const still = unfound.of(uri).filter(({ quotation }) => quotation !== undefined && known.has(quotation));
  const judged = await judgeNote(input, {
    settings,
    memo,
    carried: known,
    elsewhere: otherSources(state, uri, pause),
    isOvertaken,
    onSought: (quotes) => unfound.set(uri, [...still, ...quotes]),
  });
  if (judged === null) return;
  const sought = [...still, ...judged.unfound];
  unfound.set(uri, sought);
  state.toLookAgain.delete(uri);
  const checked = checkedNote(input, judged.attachments, settings);
  keep(state, entry, { checked, input, looksElsewhere: sought.length > 0 });
  entry.judged = judgedFrom;
  state.table.unmark(entry);
  show(state, entry, checked);
}

interface PartsToJudge {
  readonly input: NoteToCheck;
  readonly parts: LoadedParts;
  readonly memo: Memo;
  readonly judgedFrom: JudgedFrom;
  readonly pause: Pause;
}

/** The same of an open note: of the parts in which something has changed. */
async function judgeParts(
  state: WorkspaceState,
  entry: NoteEntry,
  { input, parts, memo, judgedFrom, pause }: PartsToJudge,
): Promise<void> {
  const { settings, unfound, roots, toLookAgain } = state;
  const { uri } = entry;
  const isOvertaken = state.table.overtaking(entry);
  memo.turn(parts.quotations);
  const checked = await checkParts(parts, {
    settings,
    memo,
    parts: partMemoFor(memo, { noteUri: uri, roots, settings }),
    untouched: toLookAgain.has(uri) ? [] : (entry.checked?.inParts?.parts ?? []),
    elsewhere: otherSources(state, uri, pause),
    isOvertaken,
    onSought: (quotes) => unfound.set(uri, quotes),
  });
  if (checked === null || isOvertaken()) return;
  unfound.set(
    uri,
    checked.flatMap((part) => part.unfound),
  );
  state.toLookAgain.delete(uri);
  entry.judged = judgedFrom;
  state.table.unmark(entry);
  show(state, entry, checkedInParts(input, checked, settings));
}

/** What was found of the note where only sources have changed since, and what they were; else null. */
function lastCheck({ checked, judged }: NoteEntry, { note, version, settings }: JudgedFrom) {
  if (checked === null || judged === null) return null;
  if (judged.note !== note || judged.version !== version || judged.settings !== settings) return null;
  const { revisions } = judged;
  return { checked, revisions };
}

function whatTellsApart(input: NoteToCheck, settings: Settings): JudgedFrom {
  const { note, version, parts } = input;
  if (parts !== undefined) return { note, version, settings, revisions: [], parts: parts.parts };
  const revisions = input.citations.map((citation) => (citation && loadedSourceOf(citation)?.revision) ?? null);
  return { note, version, settings, revisions, parts: null };
}

/** Whether an event left everything as it was, as doubled ones and a file that is saved unchanged do. */
function isSame(before: JudgedFrom | null, now: JudgedFrom): boolean {
  return (
    before !== null &&
    before.note === now.note &&
    before.version === now.version &&
    before.settings === now.settings &&
    before.parts?.length === now.parts?.length &&
    (now.parts ?? []).every((part, index) => part === before.parts?.[index]) &&
    now.revisions.every((revision, index) => revision !== null && revision === before.revisions[index])
  );
}
