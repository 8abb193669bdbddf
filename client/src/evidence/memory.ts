import type { Memento } from "vscode";
import type { EvidenceGrouping, Verdict } from "../../../server/src/shell/protocol.ts";
import { verdicts } from "./verdicts.ts";

/** How a person last had the evidence shown in this workspace. */
export interface Memory {
  grouping: EvidenceGrouping;
  /** Null for all. */
  verdicts: readonly Verdict[] | null;
}

const groupingKey = "verbatim.evidence.grouping";
const verdictsKey = "verbatim.evidence.verdicts";

export function remember(state: Memento): Memory {
  return {
    get grouping() {
      return state.get(groupingKey) === "note" ? "note" : "source";
    },
    set grouping(grouping) {
      void state.update(groupingKey, grouping);
    },
    get verdicts() {
      const kept = state.get<unknown>(verdictsKey);
      return Array.isArray(kept) ? verdicts.filter((verdict) => kept.includes(verdict)) : null;
    },
    set verdicts(wanted) {
      void state.update(verdictsKey, wanted ?? undefined);
    },
  };
}
