import type { Verdict } from "../quote/judgement.ts";

/**
 * What a mark says of a quote at a glance: ✓ its very words, ≈ permitted changes only, ✗ anything that is reported, and
 * nothing where nothing was compared.
 */
export type VerdictGroup = "exact" | "equivalent" | "wrong" | "open";

const groups: Readonly<Record<Verdict, VerdictGroup>> = {
  exact: "exact",
  equivalent: "equivalent",
  moved: "wrong",
  ambiguous: "wrong",
  altered: "wrong",
  elsewhere: "wrong",
  absent: "wrong",
  unchecked: "open",
};

/** Of a quote's verdict; null stands for a citation that no quote is attached to. */
export function verdictGroup(verdict: Verdict | null): VerdictGroup {
  return verdict === null ? "open" : groups[verdict];
}

/** The sign of the group. It never stands without words: signs alone are read out by no screen reader. */
export const groupSigns: Readonly<Record<VerdictGroup, string>> = {
  exact: "✓",
  equivalent: "≈",
  wrong: "✗",
  open: "?",
};

const worstFirst: readonly VerdictGroup[] = ["wrong", "equivalent", "exact", "open"];

/** The group that a place with several quotes is marked by: what is to be mended shows. */
export function worstGroup(groups: readonly VerdictGroup[]): VerdictGroup {
  return worstFirst.find((group) => groups.includes(group)) ?? "open";
}
