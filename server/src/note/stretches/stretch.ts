import { prepareLines } from "../markdown/blockParser.ts";
import type { Definition, Definitions } from "../markdown/definitions.ts";
import type { Labels } from "../markdown/inlineText.ts";
import type { StretchLinks } from "./readStretch.ts";
import { footnotesOf, readStretch, readStretchBlocks, readStretchLinks } from "./readStretch.ts";
import type { Labelled, StretchReading } from "./stretchReading.ts";

/** A run of blocks of a note, and what was read of it. All of it depends on its text and on what it asked for. */
export interface Stretch {
  readonly text: string;
  readonly definitions: Definitions;
  /** What its footnotes cite, by their labels; null in those without a link. */
  readonly footnotes: ReadonlyMap<string, readonly number[] | null>;
  /** Labels that it looked up, defined or not. */
  readonly asked: { readonly definitions: ReadonlySet<string>; readonly footnotes: ReadonlySet<string> };
  /** What it cites by footnotes of other stretches: the n-th citation of a footnote has the number `foreign + n`. */
  readonly cited: readonly Labelled<number>[];
  readonly reading: StretchReading;
}

/** Numbers from here on are no citations of the stretch itself. */
export const foreign = 2 ** 30;

/** What the labels of a note stand for: the first of a kind counts. */
export interface NoteLabels {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The stretches of the definitions. */
  readonly homes: ReadonlyMap<string, OpenStretch>;
  /** The stretches of the footnotes. */
  readonly footnotes: ReadonlyMap<string, OpenStretch>;
}

/** A stretch that is being read, a step at a time; or one that is done already. */
export interface OpenStretch {
  readonly text: string;
  readonly definitions: Definitions;
  readonly footnoteLabels: readonly string[];
  /** Null until its links are known. */
  readonly footnotes: Stretch["footnotes"] | null;
  /** Null until it is read. */
  readonly done: Stretch | null;
  readLinks(labels: NoteLabels): void;
  finish(labels: NoteLabels): void;
}

export function doneStretch(done: Stretch): OpenStretch {
  const known = doneStretches.get(done);
  if (known !== undefined) return known;
  const { text, definitions, footnotes } = done;
  const footnoteLabels = [...footnotes.keys()];
  const stretch = { text, definitions, footnotes, footnoteLabels, done, readLinks() {}, finish() {} };
  doneStretches.set(done, stretch);
  return stretch;
}

/** A long note has hundreds, of which few are read again at a keystroke. */
const doneStretches = new WeakMap<Stretch, OpenStretch>();

export function openStretch(text: string): OpenStretch {
  const blocks = readStretchBlocks(text, prepareLines(text));
  const asked = { definitions: new Set<string>(), footnotes: new Set<string>() };
  const { definitions } = blocks.labels;
  let links: StretchLinks | null = null;
  let footnotes: Stretch["footnotes"] | null = null;
  let done: Stretch | null = null;
  const stretch: OpenStretch = {
    text,
    definitions,
    footnoteLabels: [...blocks.labels.footnotes.keys()],
    get footnotes() {
      return footnotes;
    },
    get done() {
      return done;
    },
    readLinks(labels) {
      if (links !== null) return;
      links = readStretchLinks(blocks, recorded(labels, asked));
      footnotes = footnotesOf(links);
    },
    finish(labels) {
      if (done !== null || links === null || footnotes === null) return;
      const cited: Labelled<number>[] = [];
      const numbers = new Map<string, readonly number[]>();
      const citedAt = (label: string): readonly number[] | null => {
        const home = labels.footnotes.get(label);
        const there = home?.footnotes?.get(label) ?? null;
        if (home === stretch || there === null) return there;
        const known = numbers.get(label) ?? there.map((_, of) => foreign + cited.push({ label, of }) - 1);
        numbers.set(label, known);
        return known;
      };
      done = { text, definitions, footnotes, asked, cited, reading: readStretch(links, citedAt) };
    },
  };
  return stretch;
}

function recorded(labels: NoteLabels, asked: { definitions: Set<string>; footnotes: Set<string> }): Labels {
  return {
    definitions: {
      has(label) {
        asked.definitions.add(label);
        return labels.definitions.has(label);
      },
      get(label) {
        asked.definitions.add(label);
        return labels.definitions.get(label);
      },
    },
    footnotes: {
      has(label) {
        asked.footnotes.add(label);
        return labels.footnotes.has(label);
      },
    },
  };
}
