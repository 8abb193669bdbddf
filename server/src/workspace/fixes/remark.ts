import type { CheckedRemark } from "../checkedNote.ts";
import type { FixContext } from "./context.ts";

/** The remark that the finding tells of. */
export function remarkOf({ finding, quote }: FixContext): CheckedRemark | null {
  const isSame = ({ rule, span }: CheckedRemark) =>
    rule === finding.rule && span.start === finding.span.start && span.end === finding.span.end;
  return quote?.remarks.find(isSame) ?? null;
}
