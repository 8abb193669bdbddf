import { fitsPartial, isInitialCase, longestReplacement } from "./match.ts";
import type { Element, Part } from "./parse.ts";
import { likeness, nearMiss } from "./similarity.ts";
import type { Word } from "./words.ts";

/**
 * One step of an alignment: elements `quote` of the part and words `source` of the stretch stand for each other. Both
 * are half-open ranges of indexes; an empty one says that words were added or left out.
 */
export interface Step {
  readonly type: "same" | "changed" | "bracket";
  readonly quoteFrom: number;
  readonly quoteTo: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

export interface Alignment {
  /** In order; they cover the part's elements without a gap, and the source's words from first to last step. */
  readonly steps: readonly Step[];
  readonly cost: number;
}

/** The costs, in hundredths of a word. They are chosen so that the edits are those that a person would name. */
const cost = {
  exchange: 130,
  likeWord: 45,
  nearMiss: 25,
  number: 90,
  openInsertion: 60,
  insertion: 70,
  openOmission: 110,
  omission: 20,
  joined: 40,
  replaced: 1,
} as const;

const far = 0x3fffffff;

/** More cells than these are not filled; the caller gets null. */
export const mostCells = 6_000_000;

const layers = { pair: 0, insertion: 1, omission: 2 } as const;
/** How a cell of the pair layer was reached, beside the number of source words that a bracket stands for. */
const moves = { none: 0, same: 1, changed: 2, splitQuote: 3, splitSource: 4, bracket: 8 } as const;

/**
 * Aligns a part with the words of a stretch of the source, any words of which may be left over at both ends: Gotoh's
 * alignment with affine gaps (J. Mol. Biol. 162, 1982), over words. Time and memory are those of |part| × |words|
 * cells; null where these are more than {@link mostCells}.
 */
export function alignPart(part: Part, words: readonly Word[]): Alignment | null {
  const { elements } = part;
  const rows = elements.length;
  const columns = words.length;
  const width = columns + 1;
  if ((rows + 1) * width > mostCells) return null;

  const ids = idsOf(elements, words);
  const found: Move = { cost: far, move: moves.none, rows: 1, columns: 0 };
  const pairMoves = new Uint8Array((rows + 1) * width);
  const fromLayers = new Uint8Array((rows + 1) * width);
  // Three rows of each are kept, since two words of the quote may stand for one of the source.
  const insertion = threeRows(width);
  const cheapest = threeRows(width);
  const cheapestLayer = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  cheapest[0].fill(0);

  let lastPair = cheapest[0];
  for (let i = 1; i <= rows; i++) {
    const element = elements[i - 1];
    const above = cheapest[(i - 1) % 3];
    const aboveLayer = cheapestLayer[(i - 1) % 3];
    const insertionAbove = insertion[(i - 1) % 3];
    const insertionHere = insertion[i % 3];
    const here = cheapest[i % 3];
    const hereLayer = cheapestLayer[i % 3];
    const pair = new Int32Array(width);
    let omitted = far;
    let omittedLayer: number = layers.pair;
    for (let j = 0; j <= columns; j++) {
      const cell = i * width + j;
      // An added word: only what is given as the source's own can be one. It never follows an added word as a new one.
      let added = far;
      let addedLayer: number = layers.insertion;
      if (element.type !== "bracket") {
        added = insertionAbove[j] + cost.insertion;
        const opened = above[j] + cost.openInsertion + cost.insertion;
        if (opened < added) {
          added = opened;
          addedLayer = aboveLayer[j];
        }
      }
      insertionHere[j] = added;
      // A word left out, in front of the word at j.
      if (j > 0) {
        const prolonged = omitted + cost.omission;
        const begun = Math.min(pair[j - 1], insertionHere[j - 1]) + cost.openOmission + cost.omission;
        if (begun <= prolonged) omittedLayer = pair[j - 1] <= insertionHere[j - 1] ? layers.pair : layers.insertion;
        else omittedLayer = layers.omission;
        omitted = Math.min(begun, prolonged);
      }
      const move = bestPair(i, j, above);
      pair[j] = move.cost;
      pairMoves[cell] = move.move;
      const layer =
        move.cost <= added
          ? move.cost <= omitted
            ? layers.pair
            : layers.omission
          : added <= omitted
            ? layers.insertion
            : layers.omission;
      here[j] = Math.min(move.cost, added, omitted);
      hereLayer[j] = layer;
      const from = cheapestLayer[(i - move.rows) % 3][j - move.columns] ?? layers.pair;
      fromLayers[cell] = from | (addedLayer << 2) | (omittedLayer << 4);
    }
    lastPair = pair;
  }

  const lastInsertion = insertion[rows % 3];
  let end = 0;
  let total = far;
  let layer: number = layers.pair;
  for (let j = 0; j <= columns; j++) {
    if (Math.min(lastPair[j], lastInsertion[j]) >= total) continue;
    total = Math.min(lastPair[j], lastInsertion[j]);
    layer = lastPair[j] <= lastInsertion[j] ? layers.pair : layers.insertion;
    end = j;
  }
  return { steps: trace(rows, end, layer), cost: total };

  /** The cheapest way to let element i − 1 and word j − 1 stand for each other; written over what it returned before. */
  function bestPair(i: number, j: number, above: Int32Array): Move {
    const element = elements[i - 1];
    found.cost = far;
    found.move = moves.none;
    found.rows = 1;
    found.columns = 0;
    if (element.type === "bracket") {
      for (let count = 0; count <= longestReplacement && count <= j; count++) {
        take(found, above[j - count] + count * cost.replaced, moves.bracket + count, 1, count);
      }
      return found;
    }
    if (j === 0) return found;
    const word = words[j - 1];
    if (ids.quote[i - 1] === ids.source[j - 1]) {
      take(found, above[j - 1], moves.same, 1, 1);
    } else if (element.type === "partial" && fitsPartial(element, word.text, i === 1)) {
      take(found, above[j - 1], moves.same, 1, 1);
    } else if (i === 1 && element.type === "word" && isInitialCase(element.word.text, word.text)) {
      take(found, above[j - 1] + 1, moves.same, 1, 1);
    } else {
      take(found, above[j - 1] + exchangeCost(element.word.text, word.text), moves.changed, 1, 1);
      const previous = i > 1 ? elements[i - 2] : null;
      if (previous?.type === "word" && joins(previous.word.text, element.word.text, word.text)) {
        take(found, cheapest[(i - 2) % 3][j - 1] + cost.joined, moves.splitQuote, 2, 1);
      }
      if (j > 1 && joins(words[j - 2].text, word.text, element.word.text)) {
        take(found, above[j - 2] + cost.joined, moves.splitSource, 1, 2);
      }
    }
    return found;
  }

  function trace(row: number, column: number, startLayer: number): Step[] {
    const steps: Step[] = [];
    let i = row;
    let j = column;
    let at = startLayer;
    while (i > 0) {
      const cell = i * width + j;
      const from = fromLayers[cell];
      if (at === layers.insertion) {
        steps.push(step("changed", i - 1, i, j, j));
        at = (from >> 2) & 3;
        i--;
      } else if (at === layers.omission) {
        steps.push(step("changed", i, i, j - 1, j));
        at = (from >> 4) & 3;
        j--;
      } else {
        const move = pairMoves[cell];
        at = from & 3;
        const quoteCount = move === moves.splitQuote ? 2 : 1;
        const sourceCount = move >= moves.bracket ? move - moves.bracket : move === moves.splitSource ? 2 : 1;
        const type = move >= moves.bracket ? "bracket" : move === moves.same ? "same" : "changed";
        steps.push(step(type, i - quoteCount, i, j - sourceCount, j));
        i -= quoteCount;
        j -= sourceCount;
      }
    }
    return steps.reverse();
  }
}

interface Move {
  cost: number;
  move: number;
  rows: number;
  columns: number;
}

function take(best: Move, total: number, move: number, rows: number, columns: number): void {
  if (total >= best.cost) return;
  best.cost = total;
  best.move = move;
  best.rows = rows;
  best.columns = columns;
}

function threeRows(width: number): Int32Array[] {
  return [0, 1, 2].map(() => new Int32Array(width).fill(far));
}

function step(type: Step["type"], quoteFrom: number, quoteTo: number, sourceFrom: number, sourceTo: number): Step {
  return { type, quoteFrom, quoteTo, sourceFrom, sourceTo };
}

function exchangeCost(quote: string, source: string): number {
  const alike = likeness(quote, source);
  if (alike < 0.34) {
    if (isNumeral(quote) && isNumeral(source)) return cost.number;
    return quote.toLowerCase() === source.toLowerCase() ? cost.nearMiss : cost.exchange;
  }
  if (alike > 0.6 && nearMiss(quote, source) !== null) return cost.nearMiss;
  if (isNumeral(quote) && isNumeral(source)) return cost.number;
  return Math.round(cost.exchange - (cost.exchange - cost.likeWord) * alike);
}

function isNumeral(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}

function joins(first: string, second: string, whole: string): boolean {
  return first.length + second.length === whole.length && (first + second).toLowerCase() === whole.toLowerCase();
}

/** Equal words get equal numbers. */
function idsOf(elements: readonly Element[], words: readonly Word[]): { quote: Int32Array; source: Int32Array } {
  const ids = new Map<string, number>();
  const idOf = (text: string) => {
    let id = ids.get(text);
    if (id === undefined) {
      id = ids.size;
      ids.set(text, id);
    }
    return id;
  };
  const quote = Int32Array.from(elements, (element) => (element.type === "word" ? idOf(element.word.text) : -1));
  const source = Int32Array.from(words, (word) => idOf(word.text));
  return { quote, source };
}
