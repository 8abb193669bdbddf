import { formatMessage, type MessageArguments, type RuleId, type RuleLevel, rules } from "../rules.ts";
import type { Span } from "../span.ts";
import type { Finding } from "./checkedNote.ts";
import type { Settings } from "./settings.ts";

/** A finding before settings and ignore comments had their say. */
export interface DraftFinding {
  readonly rule: RuleId;
  readonly variant?: string;
  readonly args: MessageArguments;
  /** In the note's text. */
  readonly span: Span;
  /** Where it differs from the rule's own and no setting says otherwise. */
  readonly level?: RuleLevel;
  readonly related?: Finding["related"];
  /** Indexes into the note. */
  readonly citation?: number;
  readonly quotation?: number;
  /** As it was reported before, where it still holds. */
  readonly known?: Finding;
}

/** The finding as it is reported; null where the rule is off. */
export function levelled(draft: DraftFinding, settings: Settings): Finding | null {
  if (draft.known !== undefined) return draft.known;
  const severity = settings.rules[draft.rule] ?? draft.level ?? rules[draft.rule].level;
  if (severity === "off") return null;
  return {
    rule: draft.rule,
    severity,
    span: draft.span,
    message: formatMessage(draft.rule, draft.args, draft.variant),
    related: draft.related ?? [],
    citation: draft.citation ?? null,
    quotation: draft.quotation ?? null,
  };
}
