/**
 * Inline Markdown read away: what a reader sees of a paragraph, with the links in it. CommonMark 0.31 with GitHub's
 * footnotes and strikethrough and with wikilinks; a bracket is a link only if CommonMark makes it one, so that `[sic]`
 * and `[T]he` stay words, also in the text of a link. Linear in the text's length, whatever it holds.
 */
import type { Span } from "../span.ts";
import type { Definitions } from "./definitions.ts";
import { normaliseLabel, readLabel } from "./definitions.ts";
import { readDestination } from "./destination.ts";
import type { DelimiterStack } from "./emphasis.ts";
import { pushDelimiterRun, resolveEmphasis } from "./emphasis.ts";
import { entityAt, isEscape } from "./escapes.ts";
import type { MissingEndings } from "./html.ts";
import { readInlineHtml } from "./html.ts";
import { readLinkTail } from "./linkTail.ts";
import type { Edit, Reading } from "./reading.ts";
import { readWithEdits, unitAt } from "./reading.ts";

export type LinkForm = "inline" | "reference" | "wikilink" | "footnote" | "autolink";

/** A link, or a footnote's mark. Spans are offsets into the note. */
export interface Link {
  readonly form: LinkForm;
  readonly span: Span;
  /** The destination, which for a reference link stands in the definition; empty for a footnote's mark. */
  readonly target: Span;
  readonly title: Span | null;
  /** The label of a reference or footnote. */
  readonly label: string;
  /** The link's text in the reading; empty at its place where a reader sees no words of it. */
  readonly read: Span;
}

/** Where the note's inline text can point. */
export interface Labels {
  readonly definitions: Definitions;
  /** Normalised labels of the footnotes that are defined. */
  readonly footnotes: { has(label: string): boolean };
}

export interface InlineOptions {
  /** What a line break is read as. */
  readonly lineBreak: " " | "\n";
  /** Whether a wikilink without an alias is read as its target. Otherwise one that cites is read as nothing. */
  readonly showTargets: boolean;
}

export interface InlineText {
  readonly reading: Reading;
  /** In document order, images left out. */
  readonly links: readonly Link[];
  /** Units of the reading that are line breaks. */
  readonly breaks: readonly number[];
  /** Ranges of the reading that are code. */
  readonly code: readonly Span[];
  /** Where emphasis delimiters were read away, in document order: offsets into the note. */
  readonly emphasis: readonly number[];
  /** HTML comments. */
  readonly comments: readonly Span[];
  /** `[text](destination)` whose destination Markdown refuses: what stands between the parentheses. */
  readonly refused: readonly Span[];
}

type FoundLink = Omit<Link, "read"> & { readonly text: Span };

interface Bracket {
  /** At the `[`, or at the `!` of an image. */
  readonly at: number;
  readonly textStart: number;
  readonly image: boolean;
  readonly delimiters: DelimiterStack["top"];
  readonly links: number;
  /** Whether a bracket follows inside: then the text is no label. */
  holdsBracket: boolean;
}

interface Scan {
  readonly text: string;
  readonly offset: number;
  readonly labels: Labels;
  readonly options: InlineOptions;
  readonly edits: Edit[];
  readonly links: FoundLink[];
  readonly brackets: Bracket[];
  /** Brackets below this depth can open no link any more, since one was found inside them. */
  inactiveBelow: number;
  readonly delimiters: DelimiterStack;
  readonly emphasisEdits: Edit[];
  readonly code: Span[];
  readonly comments: Span[];
  readonly refused: Span[];
  readonly missing: MissingEndings;
  backticks: Map<number, number[]> | null;
  wikilinkEnd: number;
  wikilinkDepth: number;
}

/** @param text a block's text, with block markup blanked; `offset` is where it starts in the note */
export function readInline(text: string, offset: number, labels: Labels, options: InlineOptions): InlineText {
  const scan: Scan = {
    text,
    offset,
    labels,
    options,
    edits: [],
    links: [],
    brackets: [],
    inactiveBelow: 0,
    delimiters: { top: null },
    emphasisEdits: [],
    code: [],
    comments: [],
    refused: [],
    missing: new Set(),
    backticks: null,
    wikilinkEnd: -1,
    wikilinkDepth: 0,
  };
  trimEdges(scan);
  const special = /[\\`<[\]!*_~&\n]/g;
  for (let at = 0; ; ) {
    special.lastIndex = at;
    if (!special.test(text)) break;
    at = readSpecial(scan, special.lastIndex - 1);
  }
  resolveEmphasis(scan.delimiters, null, scan.emphasisEdits);
  return finish(scan);
}

function trimEdges({ text, edits }: Scan): void {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (start > 0) edits.push({ from: 0, to: start, text: "" });
  if (end < text.length && end > start) edits.push({ from: end, to: text.length, text: "" });
}

/** Reads the markup at `at`, if it is any, and returns where to go on. */
function readSpecial(scan: Scan, at: number): number {
  const { text } = scan;
  switch (text[at]) {
    case "\\":
      return readBackslash(scan, at);
    case "`":
      return readCode(scan, at);
    case "<":
      return readHtml(scan, at);
    case "&": {
      const entity = entityAt(text, at);
      if (!entity) return at + 1;
      scan.edits.push({ from: at, to: entity.end, text: entity.text });
      return entity.end;
    }
    case "\n":
      return readLineBreak(scan, at);
    case "!":
      if (text[at + 1] !== "[") return at + 1;
      return pushBracket(scan, at, true);
    case "[":
      return readFootnoteMark(scan, at) ?? readWikilink(scan, at) ?? pushBracket(scan, at, false);
    case "]":
      return readBracketEnd(scan, at);
    default:
      return pushDelimiterRun(scan.delimiters, text, at);
  }
}

function readBackslash({ text, edits }: Scan, at: number): number {
  if (isEscape(text, at)) {
    edits.push({ from: at, to: at + 2, text: text[at + 1] });
    return at + 2;
  }
  let end = at + 1;
  while (text[end] === " ") end++;
  // `prepare` turns `\r\n` into a space and `\n`.
  if (text[end] === "\n") edits.push({ from: at, to: at + 1, text: "" });
  return end;
}

function readLineBreak({ text, edits, options }: Scan, at: number): number {
  let from = at;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from--;
  let to = at + 1;
  while (text[to] === " " || text[to] === "\t") to++;
  edits.push({ from, to, text: options.lineBreak });
  return to;
}

function readCode(scan: Scan, at: number): number {
  const { text, edits } = scan;
  let open = at + 1;
  while (text[open] === "`") open++;
  const size = open - at;
  const close = closingBackticks(scan, open, size);
  if (close < 0) return open;
  const content = text.slice(open, close);
  const isPadded = /^[ \n]/.test(content) && /[ \n]$/.test(content) && /[^ \n]/.test(content);
  const pad = isPadded ? 1 : 0;
  edits.push({ from: at, to: open + pad, text: "" });
  for (
    let next = text.indexOf("\n", open + pad);
    next >= 0 && next < close - pad;
    next = text.indexOf("\n", next + 1)
  ) {
    readLineBreak(scan, next);
  }
  edits.push({ from: close - pad, to: close + size, text: "" });
  scan.code.push({ start: open + pad, end: close - pad });
  return close + size;
}

/** The next run of exactly `size` backticks at or behind `from`, or -1. */
function closingBackticks(scan: Scan, from: number, size: number): number {
  if (!scan.backticks) {
    scan.backticks = new Map();
    for (const run of scan.text.slice(from).matchAll(/`+/g)) {
      const runs = scan.backticks.get(run[0].length);
      if (runs) runs.push(from + run.index);
      else scan.backticks.set(run[0].length, [from + run.index]);
    }
    for (const runs of scan.backticks.values()) runs.reverse();
  }
  const runs = scan.backticks.get(size) ?? [];
  while (runs.length > 0 && runs[runs.length - 1] < from) runs.pop();
  return runs.at(-1) ?? -1;
}

function readHtml(scan: Scan, at: number): number {
  const { text, edits, offset } = scan;
  const html = readInlineHtml(text, at, scan.missing);
  if (!html) return at + 1;
  const { kind, end, name } = html;
  const span = { start: offset + at, end: offset + end };
  if (kind === "autolink") {
    edits.push({ from: at, to: at + 1, text: "" }, { from: end - 1, to: end, text: "" });
    const target = { start: span.start + 1, end: span.end - 1 };
    scan.links.push({ form: "autolink", span, target, title: null, label: "", text: target });
  } else {
    edits.push({ from: at, to: end, text: name === "br" ? scan.options.lineBreak : "" });
    if (kind === "comment") scan.comments.push(span);
  }
  return end;
}

const footnoteMark = /\[\^([^\s[\]]{1,200})\]/y;

function readFootnoteMark(scan: Scan, at: number): number | null {
  footnoteMark.lastIndex = at;
  const label = footnoteMark.exec(scan.text)?.[1];
  if (label === undefined || !scan.labels.footnotes.has(normaliseLabel(label))) return null;
  const end = footnoteMark.lastIndex;
  const span = { start: scan.offset + at, end: scan.offset + end };
  const place = { start: span.start, end: span.start };
  scan.edits.push({ from: at, to: end, text: "" });
  scan.links.push({ form: "footnote", span, target: place, title: null, label, text: place });
  return end;
}

const wikilinkStart = /\[\[([^[\]|\n]{1,1000}?)(\\?\||\]\])/y;

/** `[[target]]` or `[[target|alias]]`, with `\|` in tables. The alias is inline text like any other. */
function readWikilink(scan: Scan, at: number): number | null {
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
  const cites = readDestination(text, { start: targetStart, end: targetEnd }, "wikilink") !== null;
  const shown = hasAlias ? textStart : !cites || options.showTargets ? targetStart : end;
  const shownEnd = hasAlias ? close : shown === end ? end : targetEnd;
  scan.links.push({
    form: "wikilink",
    span: { start: offset + at, end: offset + end },
    target: { start: offset + targetStart, end: offset + targetEnd },
    title: null,
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

function pushBracket(scan: Scan, at: number, image: boolean): number {
  const outer = scan.brackets.at(-1);
  if (outer) outer.holdsBracket = true;
  const textStart = image ? at + 2 : at + 1;
  const { delimiters, links, brackets } = scan;
  brackets.push({ at, textStart, image, delimiters: delimiters.top, links: links.length, holdsBracket: false });
  return textStart;
}

function readBracketEnd(scan: Scan, at: number): number {
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
    return found.end;
  }
  scan.edits.push({ from: bracket.at, to: bracket.textStart, text: "" }, { from: at, to: found.end, text: "" });
  scan.links.push({
    form: found.form,
    span: { start: offset + bracket.at, end: offset + found.end },
    target: found.target,
    title: found.title,
    label: found.label,
    text: { start: offset + bracket.textStart, end: offset + at },
  });
  scan.inactiveBelow = brackets.length;
  return found.end;
}

type LinkEnd = Pick<FoundLink, "form" | "target" | "title" | "label"> & { readonly end: number };

function readLinkEnd({ text, offset, labels }: Scan, bracket: Bracket, at: number): LinkEnd | null {
  const tail = readLinkTail(text, at + 1);
  if (tail) {
    const { target, title, end } = tail;
    return {
      form: "inline",
      target: { start: offset + target.start, end: offset + target.end },
      title: title && { start: offset + title.start, end: offset + title.end },
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
  return { form: "reference", ...definition, label, end: next ? next.end : isCollapsed ? at + 3 : at + 1 };
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

function finish(scan: Scan): InlineText {
  const { text, offset, emphasisEdits } = scan;
  const edits = [...scan.edits, ...emphasisEdits].sort((a, b) => a.from - b.from || b.to - a.to);
  const reading = readWithEdits(text, offset, edits);
  const read = ({ start, end }: Span): Span => ({ start: unitAt(reading, start), end: unitAt(reading, end) });
  const links = scan.links.map(({ text: linkText, ...link }) => ({ ...link, read: read(linkText) }));
  const { lineBreak } = scan.options;
  const breaks = edits
    .filter(
      (edit) => edit.text === lineBreak && (text[edit.from] === "<" || text.slice(edit.from, edit.to).includes("\n")),
    )
    .map((edit) => unitAt(reading, offset + edit.from))
    .filter((unit) => reading.text[unit] === lineBreak);
  return {
    reading,
    links: links.sort((a, b) => a.span.start - b.span.start),
    breaks,
    code: scan.code.map(({ start, end }) => read({ start: offset + start, end: offset + end })),
    emphasis: emphasisEdits.map((edit) => offset + edit.from).sort((a, b) => a - b),
    comments: scan.comments,
    refused: scan.refused,
  };
}
