import {
  fitsPartial,
  isInitialCase,
  longestReplacement,
  repeatsOwnBracket,
  rewritesOwnBracket,
} from "../text/bracket.ts";
import type { BracketElement, Element } from "../text/parse.ts";
import type { Word } from "../text/words.ts";
import type { Alignment, Step } from "./alignment.ts";
import { likeness, nearMiss } from "./similarity.ts";
import { equalityOf, onceForEach, type WordIds } from "./wordIds.ts";

/** What is aligned: stretches of a quote's elements and of its source's words, and which of both are equal. */
export interface Segment {
  readonly elements: readonly Element[];
  readonly words: readonly Word[];
  readonly ids: WordIds;
  readonly quoteFrom: number;
  readonly quoteTo: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
  /** Whether words of the source may be left over, at no cost, in front of the quote's or behind them. */
  readonly free: { readonly start: boolean; readonly end: boolean };
}

/** The costs, in hundredths of a word. They are chosen so that the edits are those that a person would name. */
const cost = {
  exchange: 140,
  likeWord: 45,
  nearMiss: 25,
  number: 90,
  openInsertion: 60,
  insertion: 74,
  // Two words left out (ne … pas) cost less than the two in front of them taken for added ones.
  openOmission: 88,
  omission: 15,
  joined: 40,
  replaced: 1,
} as const;

const far = 0x3fffffff;

const layers = { pair: 0, insertion: 1, omission: 2 } as const;
/** How a cell of the pair layer was reached, beside the number of source words that a bracket stands for. */
const moves = {
  none: 0,
  same: 1,
  changed: 2,
  splitQuote: 3,
  splitSource: 4,
  halves: 5,
  bracket: 8,
  literal: 16,
  rewritten: 17,
} as const;

/**
 * Aligns a segment: Gotoh's alignment with affine gaps (J. Mol. Biol. 162, 1982), over words. Time and memory are those
 * of (elements + 1) × (words + 1) cells.
 */
export function alignSegment(segment: Segment): Alignment {
  const { elements, words, ids, quoteFrom, sourceFrom, free } = segment;
  const rows = segment.quoteTo - quoteFrom;
  const columns = segment.sourceTo - sourceFrom;
  const width = columns + 1;
  const found: Move = { cost: far, move: moves.none, rows: 1, columns: 0 };
  const { pairMoves, fromLayers, insertion, cheapest, cheapestLayer, pair } = tableOf(rows, width);
  insertion[0].fill(far, 0, width);
  const first = cheapest[0];
  for (let j = 0; j <= columns; j++) {
    first[j] = free.start || j === 0 ? 0 : cost.openOmission + j * cost.omission;
    cheapestLayer[0][j] = free.start || j === 0 ? layers.pair : layers.omission;
  }

  for (let i = 1; i <= rows; i++) {
    const element = elements[quoteFrom + i - 1];
    const above = cheapest[(i - 1) % 3];
    const aboveLayer = cheapestLayer[(i - 1) % 3];
    const insertionAbove = insertion[(i - 1) % 3];
    const insertionHere = insertion[i % 3];
    const here = cheapest[i % 3];
    const hereLayer = cheapestLayer[i % 3];
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
  }

  const last = cheapest[rows % 3];
  let end = columns;
  if (free.end) for (let j = columns; j >= 0; j--) if (last[j] <= last[end]) end = j;
  return { steps: trace(rows, end, cheapestLayer[rows % 3][end]), cost: last[end] };

  /** The cheapest way to let element i − 1 and word j − 1 stand for each other; written over what it returned before. */
  function bestPair(i: number, j: number, above: Int32Array): Move {
    const element = elements[quoteFrom + i - 1];
    found.cost = far;
    found.move = moves.none;
    found.rows = 1;
    found.columns = 0;
    if (element.type === "bracket") return bestBracketMove(element, j, above);
    if (j === 0) return found;
    const at = quoteFrom + i - 1;
    const word = words[sourceFrom + j - 1];
    if (element.type === "partial") {
      const { words: own } = element.literal;
      if (own.length > 1 && own.length <= j && isOwnBracket(own, sourceFrom + j - own.length)) {
        take(found, above[j - own.length], moves.literal, 1, own.length);
        return found;
      }
    }
    const equality = equalityOf(ids, at, sourceFrom + j - 1);
    if (equality === "same" || (element.type === "partial" && fitsPartial(element, word.text, at === 0))) {
      take(found, above[j - 1], moves.same, 1, 1);
      return found;
    }
    if (equality === "case") {
      const initial = at === 0 && element.type === "word" && isInitialCase(element.word.text, word.text);
      take(found, above[j - 1] + (initial ? 1 : cost.nearMiss), initial ? moves.same : moves.changed, 1, 1);
      return found;
    }
    const exchange = onceForEach(ids, at, sourceFrom + j - 1, () => exchangeCost(element.word.text, word.text));
    take(found, above[j - 1] + exchange, moves.changed, 1, 1);
    const previous = i > 1 ? elements[at - 1] : null;
    if (previous?.type === "word" && joins(previous.word.text, element.word.text, word.text)) {
      take(found, cheapest[(i - 2) % 3][j - 1] + cost.joined, moves.splitQuote, 2, 1);
    }
    const halves = element.type === "word" ? element.halves : null;
    if (j > 1 && halves?.[0].text === words[sourceFrom + j - 2].text && halves[1].text === word.text) {
      take(found, above[j - 2], moves.halves, 1, 2);
    }
    if (j > 1 && joins(words[sourceFrom + j - 2].text, word.text, element.word.text)) {
      take(found, above[j - 2] + cost.joined, moves.splitSource, 1, 2);
    }
    return found;
  }

  /** The same of a bracket: few quotes have one, and what every cell runs through is short without it. */
  function bestBracketMove(element: BracketElement, j: number, above: Int32Array): Move {
    const { words: own } = element.literal;
    if (own.length > 0 && own.length <= j && isOwnBracket(own, sourceFrom + j - own.length)) {
      take(found, above[j - own.length], moves.literal, 1, own.length);
      return found;
    }
    // A remark on the quotation stands for no words.
    const most = element.role === "words" ? Math.min(longestReplacement, j) : 0;
    const rewritten = sourceFrom + j - element.words.length;
    if (element.words.length <= most && rewritesOwnBracket(element, words, rewritten)) {
      const total = element.words.reduce((sum, { text }, i) => sum + rewritingCost(text, words[rewritten + i].text), 0);
      take(found, above[j - element.words.length] + total, moves.rewritten, 1, element.words.length);
      return found;
    }
    // In front of one of the source's own that is as long, it is that one.
    const least = rewritesOwnBracket(element, words, sourceFrom + j) ? 1 : 0;
    for (let count = least; count <= most; count++) {
      const from = sourceFrom + j - count;
      if (count > 0 && rewritesOwnBracket(element, words, from)) continue;
      if (count > 0 && repeatsOwnBracket(element, words, from, from + count)) break;
      take(found, above[j - count] + count * cost.replaced, moves.bracket + count, 1, count);
    }
    return found;
  }

  function trace(row: number, column: number, startLayer: number): Step[] {
    const steps: Step[] = [];
    let i = row;
    let j = column;
    let at = startLayer;
    while (i > 0 || (j > 0 && !free.start)) {
      if (i === 0) {
        steps.push(step("changed", 0, 0, j - 1, j));
        j--;
        continue;
      }
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
        const sourceCount = sourceWordsOf(move, elements[quoteFrom + i - 1]);
        const type = typeOf(move);
        steps.push(step(type, i - quoteCount, i, j - sourceCount, j));
        i -= quoteCount;
        j -= sourceCount;
      }
    }
    return steps.reverse();
  }

  /** Whether the source has the bracket's very words from word `from` on, with a bracket of its own among them. */
  function isOwnBracket(own: readonly Word[], from: number): boolean {
    const has = (mark: string) => own.some((_, i) => words[from + i].gap.includes(mark));
    return (has("[") || has("]")) && own.every(({ text }, i) => text === words[from + i].text);
  }

  function step(type: Step["type"], from: number, to: number, wordFrom: number, wordTo: number): Step {
    return {
      type,
      quoteFrom: quoteFrom + from,
      quoteTo: quoteFrom + to,
      sourceFrom: sourceFrom + wordFrom,
      sourceTo: sourceFrom + wordTo,
    };
  }
}

function typeOf(move: number): Step["type"] {
  if (move === moves.same || move === moves.halves) return "same";
  return move >= moves.bracket && move !== moves.rewritten ? "bracket" : "changed";
}

function sourceWordsOf(move: number, element: Element): number {
  if (move === moves.literal && element.type !== "word") return element.literal.words.length;
  if (move === moves.rewritten && element.type === "bracket") return element.words.length;
  if (move >= moves.bracket) return move - moves.bracket;
  return move === moves.splitSource || move === moves.halves ? 2 : 1;
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

interface Table {
  /** By cell. */
  readonly pairMoves: Uint8Array;
  readonly fromLayers: Uint8Array;
  /** Three rows of each, by column, since two words of the quote may stand for one of the source. */
  readonly insertion: readonly Int32Array[];
  readonly cheapest: readonly Int32Array[];
  readonly cheapestLayer: readonly Uint8Array[];
  /** One row. */
  readonly pair: Int32Array;
}

/** Most segments are a few words; to make their tables would take longer than to fill them. */
const smallTable = newTable(0x4000, 0x400);

/** A table to be written before it is read: nothing in it is of this segment yet. */
function tableOf(rows: number, width: number): Table {
  const cells = (rows + 1) * width;
  return width <= smallTable.pair.length && cells <= smallTable.pairMoves.length ? smallTable : newTable(cells, width);
}

function newTable(cells: number, width: number): Table {
  const three = [0, 1, 2];
  return {
    pairMoves: new Uint8Array(cells),
    fromLayers: new Uint8Array(cells),
    insertion: three.map(() => new Int32Array(width)),
    cheapest: three.map(() => new Int32Array(width)),
    cheapestLayer: three.map(() => new Uint8Array(width)),
    pair: new Int32Array(width),
  };
}

function rewritingCost(quote: string, source: string): number {
  return quote === source ? 0 : exchangeCost(quote, source);
}

function exchangeCost(quote: string, source: string): number {
  if (isNumeral(quote) && isNumeral(source)) return cost.number;
  const alike = likeness(quote, source);
  if (alike < 0.34) return cost.exchange;
  if (alike > 0.6 && nearMiss(quote, source) !== null) return cost.nearMiss;
  return Math.round(cost.exchange - (cost.exchange - cost.likeWord) * alike);
}

function isNumeral(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}

function joins(first: string, second: string, whole: string): boolean {
  return first.length + second.length === whole.length && (first + second).toLowerCase() === whole.toLowerCase();
}
