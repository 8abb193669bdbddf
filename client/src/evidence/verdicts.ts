import { l10n, ThemeColor, ThemeIcon } from "vscode";
import type { Verdict } from "../../../server/src/shell/protocol.ts";

/** All verdicts, the best first. */
export const verdicts: readonly Verdict[] = [
  "exact",
  "equivalent",
  "moved",
  "ambiguous",
  "altered",
  "elsewhere",
  "absent",
  "unchecked",
];

/** Each has a shape of its own: the colour says nothing that the shape does not. */
const icons: Readonly<Record<Verdict, readonly [icon: string, colour: string]>> = {
  exact: ["check", "charts.green"],
  equivalent: ["check-all", "charts.green"],
  moved: ["arrow-right", "problemsWarningIcon.foreground"],
  ambiguous: ["question", "problemsWarningIcon.foreground"],
  altered: ["error", "problemsErrorIcon.foreground"],
  elsewhere: ["link-external", "problemsErrorIcon.foreground"],
  absent: ["circle-slash", "problemsErrorIcon.foreground"],
  unchecked: ["circle-large-outline", "descriptionForeground"],
};

export function verdictIcon(verdict: Verdict): ThemeIcon {
  const [icon, colour] = icons[verdict];
  return new ThemeIcon(icon, new ThemeColor(colour));
}

/** A verdict as a person reads it in a list. */
export function verdictLabel(verdict: Verdict): string {
  switch (verdict) {
    case "exact":
      return l10n.t("exact");
    case "equivalent":
      return l10n.t("equivalent");
    case "moved":
      return l10n.t("moved");
    case "ambiguous":
      return l10n.t("ambiguous");
    case "altered":
      return l10n.t("altered");
    case "elsewhere":
      return l10n.t("in another source");
    case "absent":
      return l10n.t("not found");
    case "unchecked":
      return l10n.t("not checked");
  }
}

/** What a verdict means, for who chooses among them. */
export function verdictMeaning(verdict: Verdict): string {
  switch (verdict) {
    case "exact":
      return l10n.t("the words, in the cited lines");
    case "equivalent":
      return l10n.t("only changes that quoting allows");
    case "moved":
      return l10n.t("the words, at other lines of the source");
    case "ambiguous":
      return l10n.t("the words, at several other places of the source");
    case "altered":
      return l10n.t("the passage is there, the words differ");
    case "elsewhere":
      return l10n.t("the words, in another source that is cited");
    case "absent":
      return l10n.t("no such passage in the cited source");
    case "unchecked":
      return l10n.t("the source could not be read");
  }
}
