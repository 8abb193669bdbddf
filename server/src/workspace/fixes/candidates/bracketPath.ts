import { t } from "../../../l10n.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/** Puts a path with spaces in the angle brackets that Markdown asks for. */
export function bracketPath({ checked, finding: { rule, span } }: FixContext): Candidate[] {
  if (rule !== "citation-malformed") return [];
  const edits = [{ span, text: `<${checked.text.slice(span.start, span.end)}>` }];
  return [{ kind: "bracket-path", title: t("Put the path in angle brackets"), ways: [{ edits }], natural: true }];
}
