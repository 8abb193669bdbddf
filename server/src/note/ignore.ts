import type { Span } from "../span.ts";
import type { Block } from "./markdown/blocks.ts";
import { descendants } from "./markdown/blocks.ts";
import type { RunningText } from "./markdown/runningText.ts";
import type { IgnoreComment } from "./note.ts";

/** `<!-- verbatim-ignore-next RULE: reason -->` wherever Markdown sees an HTML comment, in document order. */
export function findIgnoreComments(
  text: string,
  root: Block,
  runningTexts: ReadonlyMap<Block, RunningText>,
): IgnoreComment[] {
  const found: IgnoreComment[] = [];
  for (const block of descendants(root)) {
    const isHtml = block.kind === "comment" || block.kind === "html";
    const comments = isHtml ? commentsIn(text, block.span) : (runningTexts.get(block)?.comments ?? []);
    for (const comment of comments) {
      const ignore = readIgnoreComment(text, comment);
      if (ignore) found.push(ignore);
    }
  }
  return found;
}

function commentsIn(text: string, { start, end }: Span): Span[] {
  const comments: Span[] = [];
  for (let from = text.indexOf("<!--", start); from >= 0 && from < end; ) {
    const close = text.indexOf("-->", from + 4);
    if (close < 0 || close + 3 > end) break;
    comments.push({ start: from, end: close + 3 });
    from = text.indexOf("<!--", close + 3);
  }
  return comments;
}

const keyword = "verbatim-ignore-next";

function readIgnoreComment(text: string, span: Span): IgnoreComment | null {
  const content = text
    .slice(span.start + 4, span.end - 3)
    .trim()
    .replace(/\s+/g, " ");
  if (!content.startsWith(keyword)) return null;
  const rest = content.slice(keyword.length);
  if (rest !== "" && !/^[ :]/.test(rest)) return null;
  const [rule = "", ...reason] = rest.trim().split(":");
  return { span, rule: rule.trim(), reason: reason.join(":").trim() };
}
