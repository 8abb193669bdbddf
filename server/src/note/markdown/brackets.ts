/** Everything that square brackets can be: links, images, footnote marks, wikilinks, and text. */
import type { Span } from "../../span.ts";
import { normaliseLabel, readLabel } from "./definitions.ts";
import { resolveEmphasis } from "./emphasis.ts";
import type { Bracket, FoundLink, Scan } from "./inlineScan.ts";
import { readLinkTail } from "./linkTail.ts";

const footnoteMark = /\[\^([^\s[\]]{1,200})\]/y;

/** `[^label]`, where the footnote is defined. Null where it is none; otherwise where to go on. */
export function readFootnoteMark(scan: Scan, at: number): number | null {
  footnoteMark.lastIndex = at;
  const label = footnoteMark.exec(scan.text)?.[1];
  if (label === undefined || !scan.labels.footnotes.has(normaliseLabel(label))) return null;
  const end = footnoteMark.lastIndex;
  const span = { start: scan.offset + at, end: scan.offset + end };
  const place = { start: span.start, end: span.start };
  scan.edits.push({ from: at, to: end, text: "" });
  scan.links.push({ form: "footnote", span, target: place, title: null, within: null, label, text: place });
  return end;
}

const wikilinkStart = /\[\[([^[\]|\n]{1,1000}?)(\\?\||\]\])/y;

/**
 * `[[target]]` or `[[target|alias]]`, with `\|` in tables. The alias is inline text like any other. Null where it is
 * none; otherwise where to go on.
 */
export function readWikilink(scan: Scan, at: number): number | null {
  const { text, edits, offset, options } = scan;
  wikilinkStart.lastIndex = at;
  const match = wikilinkStart.exec(text);
  if (!match || scan.wikilinkEnd > at) return null;
  const [, target, separator] = match;
  const textStart = wikilinkStart.lastIndex;
  const hasAlias = separator !== "]]";
  let close = hasAlias ? wikilinkClose(scan, textStart) : textStart - 2;
  if (close < 0 || target.trim() === "") return null;
  while (hasAlias && text[close + 2] === "]") close++;
  const end = close + 2;
  // CommonMark comes first: `[[text]](destination)`, and `[[1]]` where `[1]:` is defined.
  if (readLinkTail(text, end) || (!hasAlias && scan.labels.definitions.has(normaliseLabel(target)))) return null;

  const targetStart = at + 2 + (target.length - target.trimStart().length);
  const targetEnd = targetStart + target.trim().length;
  const isHidden = !hasAlias && options.hidesTarget(text, { start: targetStart, end: targetEnd });
  const shown = hasAlias ? textStart : isHidden ? end : targetStart;
  const shownEnd = hasAlias ? close : shown === end ? end : targetEnd;
  scan.links.push({
    form: "wikilink",
    span: { start: offset + at, end: offset + end },
    target: { start: offset + targetStart, end: offset + targetEnd },
    title: null,
    within: null,
    label: "",
    text: { start: offset + shown, end: offset + shownEnd },
  });
  edits.push({ from: at, to: shown, text: "" });
  if (!hasAlias) {
    if (shown < end) edits.push({ from: shownEnd, to: end, text: "" });
    return end;
  }
  scan.wikilinkEnd = close;
  scan.wikilinkDepth = scan.brackets.length;
  return textStart;
}

function wikilinkClose({ text, missing }: Scan, from: number): number {
  const close = missing.has("]]") ? -1 : text.indexOf("]]", from);
  if (close < 0) missing.add("]]");
  return close;
}

/** Keeps a `[` or `![` for the `]` that may come. */
export function pushBracket(scan: Scan, at: number, image: boolean): number {
  const outer = scan.brackets.at(-1);
  if (outer) outer.holdsBracket = true;
  const textStart = image ? at + 2 : at + 1;
  const { delimiters, links, brackets } = scan;
  brackets.push({ at, textStart, image, delimiters: delimiters.top, links: links.length, holdsBracket: false });
  return textStart;
}

/** Reads the link or image that the `]` at `at` ends the text of, if it does, and returns where to go on. */
export function readBracketEnd(scan: Scan, at: number): number {
  const { text, brackets, offset } = scan;
  if (at === scan.wikilinkEnd) {
    brackets.length = Math.min(brackets.length, scan.wikilinkDepth);
    scan.edits.push({ from: at, to: at + 2, text: "" });
    return at + 2;
  }
  const bracket = brackets.pop();
  if (!bracket) return at + 1;
  const isInactive = !bracket.image && brackets.length < scan.inactiveBelow;
  scan.inactiveBelow = Math.min(scan.inactiveBelow, brackets.length);
  const found = isInactive ? null : readLinkEnd(scan, bracket, at);
  if (!found) {
    const refused = text[at + 1] === "(" && !bracket.image ? parenthesised(text, at + 1) : null;
    if (refused) scan.refused.push({ start: offset + refused.start, end: offset + refused.end });
    return at + 1;
  }

  resolveEmphasis(scan.delimiters, bracket.delimiters, scan.emphasisEdits);
  if (bracket.image) {
    // A reader sees a picture: neither its description nor a link in that.
    scan.edits.push({ from: bracket.at, to: found.end, text: "" });
    scan.links.length = bracket.links;
    scan.images.push(found.target);
    return found.end;
  }
  scan.edits.push({ from: bracket.at, to: bracket.textStart, text: "" }, { from: at, to: found.end, text: "" });
  scan.links.push({
    form: found.form,
    span: { start: offset + bracket.at, end: offset + found.end },
    target: found.target,
    title: found.title,
    within: found.within,
    label: found.label,
    text: { start: offset + bracket.textStart, end: offset + at },
  });
  scan.inactiveBelow = brackets.length;
  return found.end;
}

type LinkEnd = Pick<FoundLink, "form" | "target" | "title" | "within" | "label"> & { readonly end: number };

function readLinkEnd({ text, offset, labels }: Scan, bracket: Bracket, at: number): LinkEnd | null {
  const tail = readLinkTail(text, at + 1);
  if (tail) {
    const { target, title, end } = tail;
    return {
      form: "inline",
      target: { start: offset + target.start, end: offset + target.end },
      title: title && { start: offset + title.start, end: offset + title.end },
      within: null,
      label: "",
      end,
    };
  }
  const isCollapsed = text.startsWith("[]", at + 1);
  const next = text[at + 2] === "^" ? null : readLabel(text, at + 1);
  const own = bracket.holdsBracket || at - bracket.textStart > 999 ? null : text.slice(bracket.textStart, at);
  const label = next ? next.text : own;
  const definition = label === null ? undefined : labels.definitions.get(normaliseLabel(label));
  if (!definition || label === null) return null;
  const { target, title, within } = definition;
  return { form: "reference", target, title, within, label, end: next ? next.end : isCollapsed ? at + 3 : at + 1 };
}

const longestRefused = 400;

/** What stands between the parenthesis at `at` and the one that matches it on the same line. */
function parenthesised(text: string, at: number): Span | null {
  let depth = 0;
  for (let end = at; end < text.length && end - at < longestRefused; end++) {
    const character = text[end];
    if (character === "\n") return null;
    if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return { start: at + 1, end };
  }
  return null;
}
