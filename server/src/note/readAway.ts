import { parseBlocks, prepare } from "./markdown/blockParser.ts";
import { readCode, withNumber } from "./markdown/blockReading.ts";
import type { Block } from "./markdown/blocks.ts";
import { descendants, readBlocks } from "./markdown/blocks.ts";
import { entityAt } from "./markdown/escapes.ts";
import type { MissingEndings } from "./markdown/html.ts";
import { readInlineHtml } from "./markdown/html.ts";
import type { NoteLabels } from "./markdown/labels.ts";
import { readLabels } from "./markdown/labels.ts";
import { readRunningText } from "./markdown/runningText.ts";
import type { Edit, Reading } from "./reading.ts";
import { joinReadings, readWithEdits } from "./reading.ts";

/**
 * What a reader sees of a Markdown document: its blocks in order, markup read away. A line break in the document is a
 * `\n` here, and an empty line between two blocks an empty line. Left out are front matter, comments, definitions,
 * images, footnote marks, bullets; tags of HTML blocks are, their text is not. Cells are set apart by tabs. Never
 * throws; linear time.
 */
export function readMarkdown(text: string): Reading {
  const prepared = prepare(text);
  const blocks = readBlocks(parseBlocks(prepared), prepared);
  const labels = readLabels(blocks);
  const readings: Reading[] = [];
  for (const block of descendants(blocks.root)) {
    const reading = readBlock(block, blocks.text, labels);
    if (reading && reading.text.trim() !== "") readings.push(withNumber(blocks.text, block, reading));
  }
  const separators = readings.slice(1).map((reading, i) => {
    const between = blocks.text.slice(readings[i].ends.at(-1), reading.starts[0]);
    return /\n[ \t]*\n/.test(between) ? "\n\n" : "\n";
  });
  return joinReadings(readings, separators);
}

function readBlock(block: Block, text: string, labels: NoteLabels): Reading | null {
  if (block.kind === "code") return readCode(text, block);
  if (block.kind === "html") return readHtml(block, text);
  return readRunningText(block, labels, { lineBreak: "\n", hidesTarget: () => false })?.reading ?? null;
}

/** In an HTML block only tags, comments and entities are markup. */
function readHtml({ span }: Block, text: string): Reading {
  const html = text.slice(span.start, span.end);
  const missing: MissingEndings = new Set();
  const edits: Edit[] = [];
  const markup = /[<&]/g;
  while (markup.test(html)) {
    const from = markup.lastIndex - 1;
    const tag = html[from] === "<" ? readInlineHtml(html, from, missing) : null;
    const entity = html[from] === "&" ? entityAt(html, from) : null;
    const to = tag?.end ?? entity?.end;
    if (to === undefined) continue;
    edits.push({ from, to, text: entity?.text ?? "" });
    markup.lastIndex = to;
  }
  return readWithEdits(html, span.start, edits);
}
