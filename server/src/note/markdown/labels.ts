import type { Block, Blocks } from "./blocks.ts";
import { descendants } from "./blocks.ts";
import type { Definitions } from "./definitions.ts";
import { normaliseLabel, takeDefinitions } from "./definitions.ts";
import type { Labels } from "./inlineText.ts";

/** Where inline text stands, and what it can point to. */
export interface LabelledText extends Labels {
  /** The text of the blocks with link reference definitions blanked too. */
  readonly text: string;
}

export interface NoteLabels extends LabelledText {
  readonly definitions: Definitions;
  /** Footnote definitions by normalised label; the first of a label counts. */
  readonly footnotes: ReadonlyMap<string, Block>;
}

/** Finds every definition of the note, which may stand behind its use. */
export function readLabels({ root, text }: Blocks): NoteLabels {
  const definitions: Definitions = new Map();
  const footnotes = new Map<string, Block>();
  let content = "";
  let from = 0;
  for (const block of descendants(root)) {
    const { start } = block.span;
    if (block.kind === "footnote" && block.label) {
      const label = normaliseLabel(text.slice(block.label.start, block.label.end));
      if (!footnotes.has(label)) footnotes.set(label, block);
    } else if ((block.kind === "paragraph" || block.kind === "heading") && text[start] === "[") {
      const length = takeDefinitions(text, block.span, definitions);
      if (length === 0) continue;
      content += text.slice(from, start) + " ".repeat(length);
      from = start + length;
    }
  }
  return { definitions, footnotes, text: content + text.slice(from) };
}
