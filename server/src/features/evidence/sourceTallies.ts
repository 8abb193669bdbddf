import type { CheckedNote } from "../../workspace/checkedNote.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { figuresOf, type SourceKey } from "./figures.ts";
import { add, isEmpty, newTally, subtract, type Tally } from "./tally.ts";

interface Counted {
  readonly tallies: Map<SourceKey, Tally>;
  /** What was counted, in URI order. */
  notes: readonly CheckedNote[];
}

const known = new WeakMap<object, Counted>();

/**
 * The tallies of all notes by source. Linear in the notes that changed since the last call, and in a look at whether each
 * of the others is still the same.
 */
export function sourceTallies(workspace: Pick<Workspace, "notes">): ReadonlyMap<SourceKey, Tally> {
  const counted = known.get(workspace) ?? { tallies: new Map<SourceKey, Tally>(), notes: [] };
  known.set(workspace, counted);
  const before = counted.notes;
  const now = workspace.notes();
  counted.notes = now;
  for (let i = 0, j = 0; before !== now && (i < before.length || j < now.length); ) {
    if (before[i] === now[j]) {
      i++;
      j++;
    } else if (j >= now.length || (i < before.length && before[i].uri <= now[j].uri)) {
      takeAway(counted.tallies, before[i++]);
    } else {
      count(counted.tallies, now[j++]);
    }
  }
  return counted.tallies;
}

function count(tallies: Map<SourceKey, Tally>, note: CheckedNote): void {
  for (const [key, tally] of figuresOf(note).sources) {
    const sum = tallies.get(key) ?? newTally();
    tallies.set(key, sum);
    add(sum, tally);
  }
}

function takeAway(tallies: Map<SourceKey, Tally>, note: CheckedNote): void {
  for (const [key, tally] of figuresOf(note).sources) {
    const sum = tallies.get(key)!;
    subtract(sum, tally);
    if (isEmpty(sum)) tallies.delete(key);
  }
}
