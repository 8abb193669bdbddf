import { l10n, type QuickPickItem, window } from "vscode";
import type { Verdict } from "../../../server/src/shell/protocol.ts";
import { verdictIcon, verdictLabel, verdictMeaning, verdicts } from "./verdicts.ts";

interface VerdictItem extends QuickPickItem {
  readonly verdict: Verdict;
}

/**
 * Asks which verdicts to show. Null stands for all of them, which is what choosing all or none means; undefined where
 * the person went away.
 */
export async function pickVerdicts(current: readonly Verdict[] | null): Promise<readonly Verdict[] | null | undefined> {
  const items = verdicts.map((verdict): VerdictItem => {
    const label = verdictLabel(verdict);
    return {
      verdict,
      label,
      description: verdictMeaning(verdict),
      iconPath: verdictIcon(verdict),
      picked: current?.includes(verdict) ?? false,
    };
  });
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t("Show quotes with these verdicts"),
    placeHolder: l10n.t("None or all of them: every quote"),
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  return picked.length === 0 || picked.length === verdicts.length ? null : picked.map(({ verdict }) => verdict);
}
