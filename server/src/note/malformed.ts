import type { Span } from "../span.ts";
import { readDestination } from "./destination.ts";
import type { NoteProblem } from "./note.ts";

const title = /(?<!\s)\s+(?:"[^"]*"|'[^']*')\s*$/;

/**
 * `[text](my file.txt#L3)`: white space makes Markdown see no link. Null where what stands between the parentheses does
 * not end in a line fragment, and so was hardly meant as a citation.
 */
export function readMalformedCitation(text: string, refused: Span): NoteProblem | null {
  const content = text.slice(refused.start, refused.end);
  const written = content.replace(title, "").trim();
  if (!/\s/.test(written) || /[<>"]/.test(written)) return null;
  const start = refused.start + content.indexOf(written);
  const span = { start, end: start + written.length };
  const destination = readDestination(text, span, "link");
  if (!destination?.fragment || !destination.lines || /\s/.test(text.slice(destination.fragment.start, span.end)))
    return null;
  return { rule: "citation-malformed", span, args: { fix: `<${written}>` } };
}
