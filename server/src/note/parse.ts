import { prepare } from "./markdown/blockParser.ts";
import type { Note } from "./note.ts";
import { assemble } from "./stretches/assemble.ts";
import { startsOf } from "./stretches/parts.ts";
import { footnotesOf, readStretch, readStretchBlocks, readStretchLinks } from "./stretches/readStretch.ts";

/**
 * Reads a note: the links that cite, the quotations, and which citation each quotation is attached to. Pure; never
 * throws, whatever the text; time is linear in its length. The steps depend only on what they are given: blocks,
 * labels, running texts, citations, quotations.
 */
export function parseNote(text: string): Note {
  const blocks = readStretchBlocks(text, prepare(text));
  const { definitions } = blocks.labels;
  const links = readStretchLinks(blocks, blocks.labels);
  const footnotes = footnotesOf(links);
  const reading = readStretch(links, (label) => footnotes.get(label) ?? null);
  const part = {
    text,
    reading,
    definitions: reading.references.map(({ label }) => ({ definition: definitions.get(label)!, home: reading })),
    titles: reading.titled.map(({ label }) => ({ definition: definitions.get(label)!, home: reading })),
    lends: false,
    borrowed: [],
  };
  return assemble([part], startsOf([part]));
}
