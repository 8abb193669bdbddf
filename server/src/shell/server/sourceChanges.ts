import { type LostQuote, lostQuotes } from "../../features/lostQuotes.ts";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import type { NoteUpdate } from "../../workspace/workspace.ts";
import { createDebouncer } from "./debounce.ts";

export interface SourceChangesOptions {
  /** Milliseconds without a check after which a change has settled: who is still typing, or moving files, is not told. */
  readonly settleTime: number;
  readonly tell: (lost: readonly LostQuote[]) => void;
}

/**
 * Watches for quotes that were right and stop being so because a source changed. Quotes are compared as they were
 * before the first of several changes and after the last, so that what was mended in between is not told.
 */
export interface SourceChanges {
  /** To be called with every check. */
  update(update: NoteUpdate): void;
  /** What is checked from now on may differ for other reasons than a changed source: it is only looked at. */
  startAnew(): void;
  dispose(): void;
}

export function createSourceChanges({ settleTime, tell }: SourceChangesOptions): SourceChanges {
  const latest = new Map<string, CheckedNote>();
  /** Notes that were checked again, as they were before. */
  const before = new Map<string, CheckedNote>();
  const settling = createDebouncer({ quiet: settleTime, longest: Number.POSITIVE_INFINITY, run: compare });

  function compare(): void {
    const lost: LostQuote[] = [];
    for (const [uri, note] of before) lost.push(...lostQuotes(note, latest.get(uri)!));
    before.clear();
    if (lost.length > 0) tell(lost);
  }

  return {
    update({ uri, checked }) {
      const known = latest.get(uri);
      if (checked === null) latest.delete(uri);
      else latest.set(uri, checked);
      if (known === undefined || checked === null) {
        before.delete(uri);
        return;
      }
      if (!before.has(uri)) before.set(uri, known);
      settling.trigger("sources");
    },
    startAnew() {
      latest.clear();
      before.clear();
      settling.cancelAll();
    },
    dispose: () => settling.cancelAll(),
  };
}
