import { ownText } from "../../ownText.ts";
import type { Steps } from "../../steps.ts";
import type { NoteText, SharedEnds } from "../noteText.ts";
import { chooseCuts, findCuts } from "./cuts.ts";
import type { OpenStretch, Stretch } from "./stretch.ts";
import { doneStretch, openStretch } from "./stretch.ts";

export interface Recut {
  /** Those that stand in the text as they did are done. */
  readonly stretches: readonly OpenStretch[];
  /** How many UTF-16 units were looked at for where blocks begin. */
  readonly read: number;
}

/** How many stretches' length of a new text is cut at a time. */
const atATime = 16;

/**
 * The stretches of a text that was not cut before, from an offset on, which is where its Markdown starts. What stands behind
 * a cut changes nothing of what is in front of it, so that a piece of the text tells where it can be cut.
 */
export function* cutAll(text: string, from: number, stretchLength: number): Steps<Recut> {
  const stretches: OpenStretch[] = [];
  let read = 0;
  let start = from;
  let reach = atATime * stretchLength;
  while (start < text.length) {
    const end = lineStartBehind(text, start + reach);
    read += end - start;
    const edges = cutsWithin(text, start, end, stretchLength);
    if (end === text.length) edges.push(end);
    // A block that is longer than the piece is to be seen as a whole.
    reach = edges.length === 0 ? 2 * reach : atATime * stretchLength;
    for (const edge of edges) {
      stretches.push(openStretch(ownText(text.slice(start, edge))));
      start = edge;
      yield;
    }
  }
  return { stretches, read: read + (text.length - from) };
}

function cutsWithin(text: string, start: number, end: number, stretchLength: number): number[] {
  const cuts = findCuts(text.slice(start, end)).map(({ at, silence }) => ({ at: at + start, silence }));
  return chooseCuts(cuts, start, end, stretchLength);
}

function lineStartBehind(text: string, offset: number): number {
  const lineEnd = text.indexOf("\n", offset);
  return lineEnd < 0 ? text.length : lineEnd + 1;
}

interface CutBefore {
  readonly stretches: readonly Stretch[];
  /** What the text has in common with the one of these stretches, each at the same offset from its end of the text. */
  readonly shared: SharedEnds;
}

/**
 * The stretches of a text from an offset on, which is where its Markdown starts: as they were, but for where the text has
 * changed. The blocks on both sides of that are looked at again, since a block may have grown into its neighbour.
 */
export function recut(
  text: NoteText,
  from: number,
  { stretches: before, shared }: CutBefore,
  stretchLength: number,
): Recut {
  let front = 0;
  let start = from;
  for (; front < before.length; front++) {
    const { text: next } = before[front];
    if (start + next.length > shared.front && !standsAt(text, start, next)) break;
    start += next.length;
  }
  let back = before.length;
  let end = text.length;
  for (; back > front; back--) {
    const { text: last } = before[back - 1];
    const at = end - last.length;
    if (at < start || (text.length - at > shared.back && !standsAt(text, at, last))) break;
    end -= last.length;
  }
  if (front === back && start === end) return { stretches: before.map(doneStretch), read: 0 };

  let read = 0;
  let widening = 1;
  for (;;) {
    const lookStart = front > 0 ? start - before[front - 1].text.length : start;
    const lookEnd = back < before.length ? end + before[back].text.length : end;
    read += lookEnd - lookStart;
    const cuts = findCuts(text.slice(lookStart, lookEnd)).map(({ at, silence }) => ({ at: at + lookStart, silence }));
    const isCut = (offset: number) => cuts.some(({ at }) => at === offset);
    if (front > 0 && !isCut(start)) {
      start = lookStart;
      front--;
    } else if (back < before.length && !isCut(end)) {
      for (let more = 0; more < widening && back < before.length; more++) end += before[back++].text.length;
      widening *= 2;
    } else {
      const edges = start === end ? [] : [start, ...chooseCuts(cuts, start, end, stretchLength), end];
      const pieces = edges.slice(1).map((edge, i) => ownText(text.slice(edges[i], edge)));
      const changed = pieces.map(openStretch);
      return {
        stretches: [...before.slice(0, front).map(doneStretch), ...changed, ...before.slice(back).map(doneStretch)],
        read: read + (end - start),
      };
    }
  }
}

/** As `startsWith`, which is many times slower. */
function standsAt(text: NoteText, at: number, part: string): boolean {
  return text.slice(at, at + part.length) === part;
}
