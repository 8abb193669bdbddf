import { isHidden } from "../../../hidden.ts";
import { t } from "../../../l10n.ts";
import { originalSpan } from "../../../note/reading.ts";
import type { Span } from "../../../span.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/** Takes the characters out of a quote that nobody sees. */
export function removeHidden({ finding, quote }: FixContext): Candidate[] {
  if (finding.rule !== "hidden-characters" || quote === null) return [];
  const { reading } = quote.quotation;
  const edits = hiddenSpans(reading.text).map((span) => ({ span: originalSpan(reading, span), text: "" }));
  return [{ kind: "remove-hidden", title: t("Remove the hidden characters"), ways: [{ edits }], natural: true }];
}

function hiddenSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    if (isHidden(text, at, codePoint)) spans.push({ start: at, end });
    at = end;
  }
  return spans;
}
