import type { StretchReading } from "../../note/stretches/stretchReading.ts";
import type { CheckedPart } from "./checkedPart.ts";

/** Where a part of a note stands in it. */
export interface PartPlace {
  /** The offset of its first unit, and its 0-based line and character. */
  readonly offset: number;
  readonly line: number;
  readonly character: number;
  /** Indexes of its first citation and quotation in the note. */
  readonly citation: number;
  readonly quotation: number;
}

export interface PartPlaces {
  /** In the order of the parts. */
  readonly each: readonly PartPlace[];
  of(reading: StretchReading): PartPlace;
}

export function placesOfParts(parts: readonly CheckedPart[]): PartPlaces {
  const each: PartPlace[] = [];
  let [offset, line, character, citation, quotation] = [0, 0, 0, 0, 0];
  for (const { loaded } of parts) {
    const { held, own, note } = loaded.read;
    each.push({ offset, line, character, citation, quotation });
    const { length, lineStarts } = held;
    const lines = lineStarts.length - 1;
    character = length - lineStarts[lines] + (lines === 0 ? character : 0);
    offset += length;
    line += lines;
    citation += own;
    quotation += note.quotations.length;
  }
  let byReading: Map<StretchReading, PartPlace> | null = null;
  return {
    each,
    of(reading) {
      byReading ??= new Map(parts.map(({ loaded }, i) => [loaded.read.part.reading, each[i]]));
      return byReading.get(reading)!;
    },
  };
}
