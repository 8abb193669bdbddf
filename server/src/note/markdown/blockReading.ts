/** What a reader sees of blocks that are not running text, and of the numbers of lists. */

import type { Reading } from "../reading.ts";
import { joinReadings, readWithEdits } from "../reading.ts";
import type { Block } from "./blocks.ts";

/** The lines of a code block, without the space that `prepare` makes of a `\r`. */
export function readCode(text: string, block: Block): Reading {
  const lines = block.code.map(({ start, end }) => {
    const code = text.slice(start, end);
    const returns = [...code.matchAll(/ (?=\n|$)/g)].map(({ index }) => ({ from: index, to: index + 1, text: "" }));
    return readWithEdits(code, start, returns);
  });
  return joinReadings(lines, []);
}

/** A block's reading with the number in front that an ordered list gives it. Bullets are read away. */
export function withNumber(text: string, block: Block, reading: Reading): Reading {
  const item = block.index === 0 && block.parent?.kind === "item" ? block.parent : null;
  if (!item?.label) return reading;
  const label = text.slice(item.label.start, item.label.end);
  if (!/\d/.test(label)) return reading;
  return joinReadings([readWithEdits(label, item.label.start, []), reading], [" "]);
}
