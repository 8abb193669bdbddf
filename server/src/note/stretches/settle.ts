import type { Steps } from "../../steps.ts";
import type { Definition } from "../markdown/definitions.ts";
import type { NoteLabels, OpenStretch, Stretch } from "./stretch.ts";
import { openStretch } from "./stretch.ts";

/** What the labels of a note stood for when its stretches were read. */
export interface LabelsBefore {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteBefore>;
}

interface FootnoteBefore {
  readonly home: Stretch | null;
  /** How much it cites; null where it has no link. */
  readonly count: number | null;
}

export interface Settled {
  readonly stretches: readonly OpenStretch[];
  readonly labels: NoteLabels;
  /** How many UTF-16 units were read again beside those of the stretches that were open. */
  readonly read: number;
}

/**
 * Reads the stretches that are open, and again those that use a label which stands for something else now. Where
 * something was looked for in a neighbour, both are read as one.
 */
export function* settle(given: readonly OpenStretch[], before: LabelsBefore): Steps<Settled> {
  let stretches = given;
  let labels = labelsOf(stretches);
  let read = 0;

  function* readLinks(): Steps<void> {
    for (const stretch of stretches.filter(isOpen)) {
      stretch.readLinks(labels);
      yield;
    }
  }

  function reopen(isOutdated: (stretch: Stretch) => boolean): void {
    stretches = stretches.map((stretch) => {
      if (stretch.done === null || !isOutdated(stretch.done)) return stretch;
      read += stretch.text.length;
      return openStretch(stretch.text);
    });
    labels = labelsOf(stretches);
  }

  const definitions = changedKeys(labels.definitions, before.definitions, saysTheSame);
  if (definitions.size > 0) reopen(({ asked }) => hasAny(asked.definitions, definitions));
  yield* readLinks();
  const now = footnotesOf(labels);
  const footnotes = changedKeys(now, before.footnotes, (one, other) => one.count === other.count);
  const homes = changedKeys(now, before.footnotes, (one, other) => one.home === other.home);
  if (homes.size > 0 || footnotes.size > 0) {
    // A stretch knows its own citations by other numbers than those of others.
    const isMoved = (stretch: Stretch, label: string) =>
      (now.get(label)?.home === stretch) !== (before.footnotes.get(label)?.home === stretch);
    reopen(
      (stretch) =>
        hasAny(stretch.asked.footnotes, footnotes) ||
        [...stretch.footnotes.keys()].some((label) => homes.has(label) && isMoved(stretch, label)),
    );
  }
  for (let reach = 1; ; reach *= 2) {
    yield* readLinks();
    for (const stretch of stretches.filter(isOpen)) {
      stretch.finish(labels);
      yield;
    }
    const joined = joinedWhereLooked(stretches, reach);
    if (joined === null) return { stretches, labels, read };
    for (const stretch of joined.filter(isOpen)) read += stretch.text.length;
    stretches = joined;
    labels = labelsOf(stretches);
  }
}

function isOpen({ done }: OpenStretch): boolean {
  return done === null;
}

function labelsOf(stretches: readonly OpenStretch[]): NoteLabels {
  const definitions = new Map<string, Definition>();
  const homes = new Map<string, OpenStretch>();
  const footnotes = new Map<string, OpenStretch>();
  for (const stretch of stretches) {
    for (const [label, definition] of stretch.definitions) {
      if (definitions.has(label)) continue;
      definitions.set(label, definition);
      homes.set(label, stretch);
    }
    for (const label of stretch.footnoteLabels) if (!footnotes.has(label)) footnotes.set(label, stretch);
  }
  return { definitions, homes, footnotes };
}

/** Wherever they stand. */
function saysTheSame(one: Definition, other: Definition): boolean {
  if (one === other) return true;
  const written = ({ within, target, title }: Definition) => [
    within.slice(target.start, target.end),
    title && within.slice(title.start, title.end),
  ];
  const [target, title] = written(one);
  const [otherTarget, otherTitle] = written(other);
  return target === otherTarget && title === otherTitle;
}

/** What is to be remembered of the footnotes. */
export function footnotesOf({ footnotes }: NoteLabels): LabelsBefore["footnotes"] {
  const counted = new Map<string, FootnoteBefore>();
  for (const [label, stretch] of footnotes) {
    counted.set(label, { home: stretch.done, count: stretch.footnotes?.get(label)?.length ?? null });
  }
  return counted;
}

function changedKeys<Now, Then>(
  now: ReadonlyMap<string, Now>,
  then: ReadonlyMap<string, Then>,
  isSame: (now: Now, then: Then) => boolean,
): Set<string> {
  const changed = new Set<string>();
  for (const [key, value] of now) if (!then.has(key) || !isSame(value, then.get(key)!)) changed.add(key);
  for (const key of then.keys()) if (!now.has(key)) changed.add(key);
  return changed;
}

function hasAny(set: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const each of set) if (wanted.has(each)) return true;
  return false;
}

/** The stretches with those made one of which one looked for something in the other; null where none did. */
function joinedWhereLooked(stretches: readonly OpenStretch[], reach: number): OpenStretch[] | null {
  /** Indexes of stretches that go with the one before. */
  const isJoined = new Set<number>();
  for (let index = 0; index < stretches.length; index++) {
    const { before, behind } = stretches[index].done!.reading.beyond;
    if (before) for (let at = index; at > 0 && at > index - reach; at--) isJoined.add(at);
    if (behind) for (let at = index + 1; at < stretches.length && at <= index + reach; at++) isJoined.add(at);
  }
  if (isJoined.size === 0) return null;
  const joined: OpenStretch[] = [];
  for (let from = 0; from < stretches.length; ) {
    let to = from + 1;
    while (isJoined.has(to)) to++;
    const run = stretches.slice(from, to);
    joined.push(run.length === 1 ? run[0] : openStretch(run.map(({ text }) => text).join("")));
    from = to;
  }
  return joined;
}
