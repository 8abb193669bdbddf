import type { NotePart } from "../../note/stretches/parts.ts";
import type { StretchReading } from "../../note/stretches/stretchReading.ts";
import { type Lead, type LeadSource, type LoadLeadsOptions, loadLeads } from "../loadCitations.ts";
import { sourcedCitation } from "../sourcedCitation.ts";
import type { LoadedPart, OwnCitations } from "./loadedPart.ts";
import type { PartMemo } from "./partMemo.ts";
import type { ReadPart, WantedLeads } from "./readPart.ts";

export interface LoadedParts {
  readonly parts: readonly LoadedPart[];
  /** How many quotations the note has. */
  readonly quotations: number;
}

export interface LoadPartsOptions extends Omit<LoadLeadsOptions, "depend"> {
  /** The same in lists, of which most are the same objects as last time. */
  readonly depend: (keys: readonly Iterable<string>[]) => void;
}

/**
 * The parts of a note with their sources, as `loadCitations` finds them. Null where it was overtaken. Sources of parts that
 * stayed as they were are looked at only where some source has changed.
 */
export async function loadParts(
  parts: readonly NotePart[],
  memo: PartMemo,
  options: LoadPartsOptions,
): Promise<LoadedParts | null> {
  const look = { sources: options.store.version, names: options.inventory.namesVersion };
  const isSameLook = memo.look?.sources === look.sources && memo.look.names === look.names;
  const reads = parts.map(memo.read);
  const wanted = wantedLeads(reads);
  const known = reads.map((read, i) => (isSameLook ? knownCitations(read, wanted[i], memo) : null));
  const leads = new Set<Lead>();
  for (let i = 0; i < reads.length; i++) {
    if (known[i] === null) for (const lead of wanted[i].leads) leads.add(lead);
  }
  const all = [...leads];
  // Where the first of those parts stands, so that the lists are the same up to it, and behind it.
  const first = known.indexOf(null);
  const depend = (keys: ReadonlySet<string>) =>
    options.depend(known.map((own, i) => own?.keys ?? (i === first ? keys : noKeys)));
  const loaded = await loadLeads(all, { ...options, depend });
  if (loaded === null) return null;
  const now = new Map<Lead, LeadSource>();
  for (let i = 0; i < all.length; i++) now.set(all[i], memo.source(all[i], loaded.sources[i]));
  const own = reads.map((read, i) => known[i] ?? ownCitations(read, wanted[i], now, memo));
  const borrowable = new Map<StretchReading, OwnCitations>();
  if (reads.some(({ part }) => part.borrowed.length > 0)) {
    for (let i = 0; i < reads.length; i++) borrowable.set(reads[i].part.reading, own[i]);
  }
  const made = reads.map((read, i) => loadedPart(read, own[i], borrowable, memo));
  // A part that went does not come back as the same object: all that are kept were looked at now, or are as they were.
  memo.look = look;
  const quotations = parts.reduce((sum, { reading }) => sum + reading.quotations.length, 0);
  return { parts: made, quotations };
}

/** Of each part. */
function wantedLeads(reads: readonly ReadPart[]): WantedLeads[] {
  const attached = new Map<StretchReading, Set<number>>();
  for (const { part, attached: borrowed } of reads) {
    for (const each of borrowed) {
      const { home, citation } = part.borrowed[each];
      const known = attached.get(home);
      if (known === undefined) attached.set(home, new Set([citation]));
      else known.add(citation);
    }
  }
  return reads.map(({ part, sure, unsure, leads }) => {
    const there = unsure.length === 0 ? undefined : attached.get(part.reading);
    const taken = there === undefined ? none : unsure.filter((index) => there.has(index));
    if (taken.length === 0) return sure;
    return { leads: [...new Set([...sure.leads, ...taken.map((index) => leads[index])])], taken };
  });
}

const none: readonly number[] = [];
const noKeys: ReadonlySet<string> = new Set();

/** The citations of a part as they were loaded last; null where it, or what is wanted of it, is another since. */
function knownCitations(read: ReadPart, { leads, taken }: WantedLeads, memo: PartMemo): OwnCitations | null {
  const before = memo.loaded.get(read.part.reading);
  if (before?.read !== read) return null;
  const { wanted } = before.own;
  return areSame(wanted.leads, leads) && areSame(wanted.taken, taken) ? before.own : null;
}

function ownCitations(
  read: ReadPart,
  wanted: WantedLeads,
  now: ReadonlyMap<Lead, LeadSource>,
  memo: PartMemo,
): OwnCitations {
  const { leads, taken } = wanted;
  const before = knownCitations(read, wanted, memo);
  if (before !== null && leads.every((lead, i) => before.sources[i] === now.get(lead))) return before;
  const links = new Set(read.unsure.filter((index) => !taken.includes(index)));
  const citations = read.leads.map((lead, index) => {
    if (links.has(index)) return null;
    return sourcedCitation({ index, citation: read.note.citations[index], ...now.get(lead)! });
  });
  const sources = leads.map((lead) => now.get(lead)!);
  const quotable = [...new Set(sources.flatMap(({ source }) => (source.problem === undefined ? source : [])))];
  const uris = quotable.map(({ uri }) => uri);
  return { citations, wanted, sources, quotable, uris, keys: new Set(sources.flatMap(({ keys }) => keys)) };
}

function loadedPart(
  read: ReadPart,
  own: OwnCitations,
  borrowable: ReadonlyMap<StretchReading, OwnCitations>,
  memo: PartMemo,
): LoadedPart {
  const { reading, borrowed: from } = read.part;
  const borrowed = from.map(({ home, citation }) => borrowable.get(home)!.citations[citation]);
  const before = memo.loaded.get(reading);
  if (before?.read === read && before.own === own && areSame(before.borrowed, borrowed)) return before;
  const citations = [
    ...own.citations,
    ...borrowed.map((sourced, i) => {
      const index = read.own + i;
      return sourced && { ...sourced, index, citation: read.note.citations[index] };
    }),
  ];
  const loaded = { read, citations, own, borrowed };
  memo.loaded.set(reading, loaded);
  return loaded;
}

function areSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some === others || (some.length === others.length && some.every((one, i) => one === others[i]));
}
