import type { NotePart } from "../../note/stretches/parts.ts";
import type { StretchReading } from "../../note/stretches/stretchReading.ts";
import { type Lead, type LeadSource, type LoadLeadsOptions, type LookedFor, loadLeads } from "../loadCitations.ts";
import { sourcedCitation } from "../sourcedCitation.ts";
import type { LoadedSource } from "../sources.ts";
import type { LoadedPart, OwnCitations, WantedLeads } from "./loadedPart.ts";
import type { PartMemo } from "./partMemo.ts";
import type { ReadPart } from "./readPart.ts";

export interface LoadedParts extends LookedFor {
  readonly parts: readonly LoadedPart[];
  /** How many quotations the note has. */
  readonly quotations: number;
  /** The sources that can be quoted from, each once. */
  readonly sources: readonly LoadedSource[];
}

/** The parts of a note with their sources, as `loadCitations` finds them. Null where it was overtaken. */
export async function loadParts(
  parts: readonly NotePart[],
  memo: PartMemo,
  options: LoadLeadsOptions,
): Promise<LoadedParts | null> {
  const reads = parts.map(memo.read);
  const wanted = wantedLeads(reads);
  const leads = new Set<Lead>();
  for (const each of wanted) for (const lead of each.leads) leads.add(lead);
  const all = [...leads];
  const loaded = await loadLeads(all, options);
  if (loaded === null) return null;
  const { files, names } = loaded;
  const now = new Map<Lead, LeadSource>();
  for (let i = 0; i < all.length; i++) now.set(all[i], memo.source(all[i], loaded.sources[i]));
  const own = new Map<StretchReading, OwnCitations>();
  for (let i = 0; i < reads.length; i++) {
    own.set(reads[i].part.reading, ownCitations(reads[i], wanted[i], now, memo));
  }
  const made = reads.map((read) => loadedPart(read, own, memo));
  const quotations = parts.reduce((sum, { reading }) => sum + reading.quotations.length, 0);
  return { parts: made, quotations, sources: sourcesOf(made), files, names };
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
    if (taken.length === 0) return { leads: sure, taken };
    return { leads: [...new Set([...sure, ...taken.map((index) => leads[index])])], taken };
  });
}

const none: readonly number[] = [];

function ownCitations(
  read: ReadPart,
  wanted: WantedLeads,
  now: ReadonlyMap<Lead, LeadSource>,
  memo: PartMemo,
): OwnCitations {
  const { leads, taken } = wanted;
  const before = memo.loaded.get(read.part.reading);
  if (before?.read === read && areSame(before.own.wanted.leads, leads) && areSame(before.own.wanted.taken, taken)) {
    if (leads.every((lead, i) => before.own.sources[i] === now.get(lead))) return before.own;
  }
  const links = new Set(read.unsure.filter((index) => !taken.includes(index)));
  const citations = read.leads.map((lead, index) => {
    if (links.has(index)) return null;
    return sourcedCitation({ index, citation: read.note.citations[index], ...now.get(lead)! });
  });
  return { citations, wanted, sources: leads.map((lead) => now.get(lead)!) };
}

function loadedPart(read: ReadPart, given: ReadonlyMap<StretchReading, OwnCitations>, memo: PartMemo): LoadedPart {
  const { reading, borrowed: from } = read.part;
  const own = given.get(reading)!;
  const borrowed = from.map(({ home, citation }) => given.get(home)!.citations[citation]);
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

function sourcesOf(parts: readonly LoadedPart[]): LoadedSource[] {
  const sources = new Set<LoadedSource>();
  for (const { own } of parts) {
    for (const { source } of own.sources) if (source.problem === undefined) sources.add(source);
  }
  return [...sources];
}

function areSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some === others || (some.length === others.length && some.every((one, i) => one === others[i]));
}
