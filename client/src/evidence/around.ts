import { l10n, type ViewBadge } from "vscode";
import type { EvidenceFilter, EvidenceTotals } from "../../../server/src/shell/protocol.ts";
import type { ServerState } from "../server/server.ts";
import { verdictLabel } from "./verdicts.ts";

/** What the view is in the midst of, or what it lacks. The manifest has words for the empty ones. */
export type EvidenceState = ServerState["state"] | "noNotes" | "noCitations" | "noneShown";

/** `server` is null until there is a note, for which it is started; `totals` until they were asked for. */
export function stateOf(
  server: ServerState["state"] | null,
  totals: EvidenceTotals | null,
  isFiltered: boolean,
): EvidenceState {
  if (server === null) return "noNotes";
  if (server !== "ready" || totals === null) return server;
  if (totals.notes === 0) return "noNotes";
  if (totals.citing === 0) return "noCitations";
  return isFiltered && totals.shown === 0 ? "noneShown" : "ready";
}

/** What stands above the tree. Nothing where it is empty: it would hide what VS Code shows in its place. */
export function messageOf(
  state: EvidenceState,
  totals: EvidenceTotals | null,
  { verdicts, quotes }: EvidenceFilter,
): string | undefined {
  if (state === "starting") return l10n.t("Verbatim is starting …");
  if (state === "scanning" && (totals === null || totals.shown === 0)) return l10n.t("Reading notes …");
  if (totals === null || totals.shown === 0) return undefined;
  const { shown, quotes: all } = totals;
  if (quotes !== null) return l10n.t("{0} of {1} quotes: those that a changed source has made wrong", shown, all);
  if (verdicts === null) return undefined;
  return l10n.t("{0} of {1} quotes: {2}", shown, all, verdicts.map(verdictLabel).join(", "));
}

/** What stands behind the view's name, where VS Code has room for it. */
export function countsInWords({ quotes, shown }: EvidenceTotals, isFiltered: boolean): string {
  if (isFiltered) return l10n.t("{0} of {1} quotes", shown, quotes);
  return quotes === 1 ? l10n.t("1 quote") : l10n.t("{0} quotes", quotes);
}

/** The number at the view's icon: of all quotes, whatever is shown. */
export function badgeOf({ wrong }: EvidenceTotals): ViewBadge | undefined {
  if (wrong === 0) return undefined;
  const tooltip = wrong === 1 ? l10n.t("1 quote is not right") : l10n.t("{0} quotes are not right", wrong);
  return { value: wrong, tooltip };
}
