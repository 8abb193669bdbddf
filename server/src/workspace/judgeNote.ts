import { attachQuotes } from "./attach.ts";
import type { Attachments, CarriedQuotes } from "./attachments.ts";
import type { NoteToCheck } from "./checkNote.ts";
import { type ElsewhereOptions, lookElsewhere, unfoundQuotes } from "./elsewhere.ts";
import type { Memo } from "./memo.ts";
import { inTurns } from "./pause.ts";
import type { Settings } from "./settings.ts";
import { sourcesOf } from "./sourcedCitation.ts";
import type { Unfound } from "./unfound.ts";

export interface JudgeNoteOptions {
  readonly settings: Settings;
  readonly memo?: Memo | undefined;
  /** Those that need not be judged. */
  readonly carried?: CarriedQuotes;
  readonly elsewhere: Pick<ElsewhereOptions, "note" | "pool" | "load" | "pause">;
  /** The sources that the note cites, where these are more than the given citations name. */
  readonly own?: ReadonlySet<string>;
  /** Whether nobody wants the answer any more. */
  readonly isOvertaken?: () => boolean;
  /** Told, before other sources are looked at, of the quotes that are not in their own. */
  readonly onSought?: (quotes: readonly Unfound[]) => void;
}

export interface JudgedNote {
  readonly attachments: Attachments;
  /** The quotes that are not in their own sources. */
  readonly unfound: readonly Unfound[];
}

/**
 * Attaches and judges the quotes of a note, or of a part of one, each against its own sources, and looks in other sources for
 * those that are not there. In turns with other work; null where it was overtaken.
 */
export async function judgeNote(
  { note, citations }: Pick<NoteToCheck, "note" | "citations">,
  options: JudgeNoteOptions,
): Promise<JudgedNote | null> {
  const { settings, memo, carried, elsewhere, isOvertaken = never, onSought } = options;
  const { pause } = elsewhere;
  const { elisionMaxWords } = settings;
  const attached = await inTurns(attachQuotes(note, citations, { elisionMaxWords, memo, carried }), pause, isOvertaken);
  if (attached === null) return null;
  const sought = await inTurns(unfoundQuotes(attached, memo), pause, isOvertaken);
  if (sought === null || isOvertaken()) return null;
  const unfoundIn = ({ quotes }: Attachments): Unfound[] =>
    sought.map(({ trace, index }) => {
      const { index: quotation, judgement } = quotes[index];
      return { trace, foundIn: judgement?.other?.uri ?? null, quotation };
    });
  const unfoundYet = unfoundIn(attached);
  onSought?.(unfoundYet);
  if (sought.length === 0) return { attachments: attached, unfound: unfoundYet };
  const own = options.own ?? new Set(sourcesOf(citations).map(({ uri }) => uri));
  const attachments = await lookElsewhere(attached, sought, { ...elsewhere, own, memo, isForNothing: isOvertaken });
  return isOvertaken() ? null : { attachments, unfound: unfoundIn(attachments) };
}

const never = () => false;
