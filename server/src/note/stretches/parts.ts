import { commonEnds } from "../../commonEnds.ts";
import { readTitleQuotation } from "../linkTitles.ts";
import type { Definition } from "../markdown/definitions.ts";
import type { Settled } from "./settle.ts";
import type { NoteLabels, Stretch } from "./stretch.ts";
import type { StretchReading } from "./stretchReading.ts";

/** A run of a note that belongs together: the same object as long as all of it is the same, wherever it stands. */
export interface NotePart {
  readonly text: string;
  /** The same object as long as all that was read of it is the same. No two parts have one in common. */
  readonly reading: StretchReading;
  /** The definitions of the `references` of its reading. */
  readonly definitions: readonly PartDefinition[];
  /** The definitions of what is `titled` in its reading. */
  readonly titles: readonly PartDefinition[];
  /** Whether other parts may use its definitions, or cite what its footnotes do. */
  readonly lends: boolean;
  /** What it cites by footnotes of other parts, with numbers from `foreign` on. */
  readonly borrowed: readonly BorrowedCitation[];
}

/** A definition, whose spans count from the start of the part in which it stands. */
export interface PartDefinition {
  readonly definition: Definition;
  /** The reading of that part. */
  readonly home: StretchReading;
}

/** A citation of another part. */
export interface BorrowedCitation {
  readonly home: StretchReading;
  /** Index into the citations of that reading. */
  readonly citation: number;
}

/** The parts of a note whose stretches were read, as they were before where they still are. Linear in their number and labels. */
export function partsOf({ stretches, labels }: Settled, before: readonly NotePart[]): NotePart[] {
  const { front, back } = commonEnds(stretches, before, ({ done }, { reading }) => done!.reading === reading);
  const moved = before.length - stretches.length;
  const between = new Map(before.slice(front, before.length - back).map((part) => [part.reading, part]));
  return stretches.map(({ done }, index) => {
    const isBetween = index >= front && index < stretches.length - back;
    const then = isBetween ? between.get(done!.reading) : before[index < front ? index : index + moved];
    if (then !== undefined && usesNoOthers(done!)) return then;
    const now = partOf(done!, labels);
    return then !== undefined && isSame(then, now) ? then : now;
  });
}

/** Whether nothing of the part can be another while its reading is the same. */
function usesNoOthers({ reading, cited }: Stretch): boolean {
  return reading.references.length === 0 && reading.titled.length === 0 && cited.length === 0;
}

function partOf({ text, reading, cited, definitions, footnotes }: Stretch, labels: NoteLabels): NotePart {
  const definitionOf = ({ label }: { readonly label: string }): PartDefinition => ({
    definition: labels.definitions.get(label)!,
    home: labels.homes.get(label)!.done!.reading,
  });
  return {
    text,
    reading,
    definitions: eachOf(reading.references, definitionOf),
    titles: eachOf(reading.titled, definitionOf),
    lends: definitions.size > 0 || footnotes.size > 0,
    borrowed: eachOf(cited, ({ label, of }) => {
      const home = labels.footnotes.get(label)!.done!;
      return { home: home.reading, citation: home.footnotes.get(label)![of] };
    }),
  };
}

/** As `map`: most lists are empty, and a long note has many parts. */
function eachOf<From, To>(list: readonly From[], make: (from: From) => To): readonly To[] {
  return list.length === 0 ? none : list.map(make);
}

const none: readonly never[] = [];

function isSame(one: NotePart, other: NotePart): boolean {
  return (
    areSame(one.definitions, other.definitions, isSameDefinition) &&
    areSame(one.titles, other.titles, isSameDefinition) &&
    areSame(one.borrowed, other.borrowed, (a, b) => a.home === b.home && a.citation === b.citation)
  );
}

function isSameDefinition(one: PartDefinition, other: PartDefinition): boolean {
  return one.definition === other.definition && one.home === other.home;
}

function areSame<T>(some: readonly T[], others: readonly T[], isSameAs: (one: T, other: T) => boolean): boolean {
  return some.length === others.length && some.every((one, i) => isSameAs(one, others[i]));
}

/** Whether a quotation of the part stands in the title of a definition, which may be another part's. Most titles hold none. */
export function quotesInTitles({ reading, titles }: NotePart): boolean {
  if (titles.length === 0) return false;
  return reading.titled.some(({ of }, i) => {
    const { within, title } = titles[i].definition;
    return readTitleQuotation(within, title!, of) !== null;
  });
}

/** Where each part stands, by the readings of the parts. */
export type PartStarts = ReadonlyMap<StretchReading, PartStart>;

export interface PartStart {
  /** The offset of its first unit. */
  readonly offset: number;
  /** Index of its first citation in the note. */
  readonly citation: number;
}

export function startsOf(parts: readonly NotePart[]): PartStarts {
  const starts = new Map<StretchReading, PartStart>();
  let offset = 0;
  let citation = 0;
  for (const { text, reading } of parts) {
    starts.set(reading, { offset, citation });
    offset += text.length;
    citation += reading.citations.length;
  }
  return starts;
}
