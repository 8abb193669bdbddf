/**
 * Inline Markdown read away: what a reader sees of a paragraph, with the links in it. CommonMark 0.31 with GitHub's
 * footnotes and strikethrough, and with wikilinks and ==highlights==; a bracket is a link only if CommonMark makes it one, so that `[sic]`
 * and `[T]he` stay words, also in the text of a link. Linear in the text's length, whatever it holds.
 */
import type { Span } from "../../span.ts";
import type { Edit, Reading } from "../reading.ts";
import { plainReading, readWithEdits, unitAt } from "../reading.ts";
import { pushBracket, readBracketEnd, readFootnoteMark, readWikilink } from "./brackets.ts";
import { brokenLine } from "./brokenWord.ts";
import { readCode } from "./codeSpan.ts";
import { pushDelimiterRun, resolveEmphasis } from "./emphasis.ts";
import { entityAt, isEscape } from "./escapes.ts";
import { readInlineHtml } from "./html.ts";
import type { Scan } from "./inlineScan.ts";
import { newScan, readLineBreak } from "./inlineScan.ts";
import type { InlineOptions, InlineText, Labels, Link } from "./inlineText.ts";
import { withRead } from "./inlineText.ts";

/** @param text a block's text, with block markup blanked; `offset` is where it starts in the note */
export function readInline(text: string, offset: number, labels: Labels, options: InlineOptions): InlineText {
  if (text.search(special) < 0) return plain(text, offset);
  const scan = newScan(text, offset, labels, options);
  scan.edits.push(...edgesOf(text));
  for (let at = 0; ; ) {
    nextSpecial.lastIndex = at;
    if (!nextSpecial.test(text)) break;
    at = readSpecial(scan, nextSpecial.lastIndex - 1);
  }
  resolveEmphasis(scan.delimiters, null, scan.emphasisEdits);
  return finish(scan);
}

/** What markup can begin with, and line ends. */
const special = /[\\`<[\]!*_~=&\n]/;
const nextSpecial = new RegExp(special, "g");

/** Text without markup, as many paragraphs are: nothing to keep but its words. */
function plain(text: string, offset: number): InlineText {
  const start = text.length - text.trimStart().length;
  const reading = plainReading(text.trim(), offset + start);
  return {
    reading,
    links: none,
    breaks: none,
    code: none,
    emphasis: none,
    comments: none,
    images: none,
    refused: none,
  };
}

const none: readonly never[] = [];

/** The white space at both ends, which is no part of the text. */
function edgesOf(text: string): Edit[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const edges: Edit[] = [];
  if (start > 0) edges.push({ from: 0, to: start, text: "" });
  if (end < text.length && end > start) edges.push({ from: end, to: text.length, text: "" });
  return edges;
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
      // A footnote's mark behind an exclamation is no image.
      return readFootnoteMark(scan, at + 1) ?? pushBracket(scan, at, true);
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

/** Their words are struck out, as between `~~`. */
const struckTags = ["del", "s", "strike"];

function readHtml(scan: Scan, at: number): number {
  const { text, edits, offset } = scan;
  const html = readInlineHtml(text, at, scan.missing);
  if (!html) return at + 1;
  const { kind, end, name } = html;
  const span = { start: offset + at, end: offset + end };
  if (kind === "autolink") {
    edits.push({ from: at, to: at + 1, text: "" }, { from: end - 1, to: end, text: "" });
    const target = { start: span.start + 1, end: span.end - 1 };
    scan.links.push({ form: "autolink", span, target, title: null, within: null, label: "", text: target });
  } else if (text[at + 1] === "/" && name === scan.struck?.name) {
    edits.push({ from: scan.struck.from, to: end, text: "" });
    scan.struck = null;
  } else {
    if (struckTags.includes(name)) scan.struck ??= { name, from: at };
    edits.push({ from: at, to: end, text: name === "br" ? scan.options.lineBreak : "" });
    if (kind === "comment") scan.comments.push(span);
  }
  return end;
}

// In loops, and with objects of one shape: every paragraph with markup comes by here, and what V8 makes of closures it throws away.

function finish(scan: Scan): InlineText {
  const { text, offset } = scan;
  const edits = editsOf(scan);
  const reading = readWithEdits(text, offset, edits);
  const breaks = breaksOf(scan, edits, reading);
  return {
    reading: withBrokenWords(reading, breaks),
    links: linksOf(scan, reading),
    breaks,
    code: codeOf(scan, reading),
    emphasis: emphasisOf(scan),
    comments: scan.comments,
    images: scan.images,
    refused: scan.refused,
  };
}

function editsOf({ edits, emphasisEdits }: Scan): readonly Edit[] {
  for (const edit of emphasisEdits) edits.push(edit);
  return edits.sort((a, b) => a.from - b.from || b.to - a.to);
}

function readSpan(reading: Reading, { start, end }: Span): Span {
  return { start: unitAt(reading, start), end: unitAt(reading, end) };
}

function linksOf(scan: Scan, reading: Reading): readonly Link[] {
  if (scan.links.length === 0) return none;
  const links: Link[] = [];
  for (const link of scan.links) links.push(withRead(link, readSpan(reading, link.text)));
  return links.sort((a, b) => a.span.start - b.span.start);
}

/** The units that stand for ends of lines, or for `<br>`. */
function breaksOf({ text, offset, options }: Scan, edits: readonly Edit[], reading: Reading): readonly number[] {
  const breaks: number[] = [];
  for (const edit of edits) {
    if (edit.text !== options.lineBreak) continue;
    if (text[edit.from] !== "<" && !text.slice(edit.from, edit.to).includes("\n")) continue;
    const unit = unitAt(reading, offset + edit.from);
    if (reading.text[unit] === options.lineBreak) breaks.push(unit);
  }
  return breaks;
}

function codeOf({ code, offset }: Scan, reading: Reading): readonly Span[] {
  if (code.length === 0) return none;
  return code.map(({ start, end }) => readSpan(reading, { start: offset + start, end: offset + end }));
}

function emphasisOf({ text, offset, emphasisEdits }: Scan): readonly number[] {
  if (emphasisEdits.length === 0) return none;
  const emphasis: number[] = [];
  for (const { from } of emphasisEdits) if (text[from] !== "~") emphasis.push(offset + from);
  return emphasis.sort((a, b) => a - b);
}

/** The line breaks that may break a word stay line breaks, for only there a hyphen may be no hyphen of the word. */
function withBrokenWords(reading: Reading, breaks: readonly number[]): Reading {
  const { text } = reading;
  let kept = "";
  let from = 0;
  for (const unit of breaks) {
    if (brokenLine(text.slice(Math.max(0, unit - 6), unit), text.slice(unit + 1, unit + 3)) === " ") continue;
    kept += `${text.slice(from, unit)}\n`;
    from = unit + 1;
  }
  return from === 0 ? reading : { ...reading, text: kept + text.slice(from) };
}
