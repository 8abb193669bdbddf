import { t } from "../l10n.ts";
import type { Verdict } from "../quote/judgement.ts";

/** All verdicts, the best first. */
export const verdictOrder: readonly Verdict[] = [
  "exact",
  "equivalent",
  "moved",
  "ambiguous",
  "altered",
  "elsewhere",
  "absent",
  "unchecked",
];

/** A verdict as a person reads it in a list: "not found". */
export function verdictLabel(verdict: Verdict): string {
  switch (verdict) {
    case "exact":
      return t("exact");
    case "equivalent":
      return t("equivalent");
    case "moved":
      return t("moved");
    case "ambiguous":
      return t("ambiguous");
    case "altered":
      return t("altered");
    case "elsewhere":
      return t("in another source");
    case "absent":
      return t("not found");
    case "unchecked":
      return t("not checked");
  }
}
