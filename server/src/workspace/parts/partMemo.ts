import type { Citation } from "../../note/note.ts";
import type { NotePart } from "../../note/stretches/parts.ts";
import type { StretchReading } from "../../note/stretches/stretchReading.ts";
import type { Lead, LeadSource } from "../loadCitations.ts";
import type { Settings } from "../settings.ts";
import { reachOf, targetOf } from "../target.ts";
import { createUnion } from "../union.ts";
import type { JudgedPart } from "./judgedPart.ts";
import type { LoadedPart } from "./loadedPart.ts";
import { type ReadPart, readPart } from "./readPart.ts";

/** What is kept of the parts of a note, as long as they are the same. */
export interface PartMemo {
  readonly place: NotePlace;
  read(part: NotePart): ReadPart;
  /** The object that was given last for the lead, where it says the same. */
  source(lead: Lead, now: LeadSource): LeadSource;
  /** As they were loaded last, by their readings. */
  readonly loaded: WeakMap<StretchReading, LoadedPart>;
  /** As they were checked last. */
  readonly checked: WeakMap<LoadedPart, JudgedPart>;
  /** All that is in the lists: the set that was given last, where it holds the same. Linear as {@link Union.update} is. */
  setOf(lists: readonly Iterable<string>[]): ReadonlySet<string>;
  /** What all sources were when these parts were loaded. */
  look: { readonly sources: object; readonly names: object } | null;
}

/** All that tells where a path of a note leads. */
export interface NotePlace {
  readonly noteUri: string;
  readonly roots: readonly string[];
  readonly settings: Settings;
}

export function createPartMemo(place: NotePlace): PartMemo {
  const { noteUri, roots, settings } = place;
  const reach = reachOf(noteUri, roots, settings.sourceRoots);
  const leads = { link: new Map<string, Lead>(), wikilink: new Map<string, Lead>() };
  const read = new WeakMap<NotePart, ReadPart>();
  const sources = new WeakMap<Lead, LeadSource>();
  const union = createUnion<string>();
  let set: ReadonlySet<string> = new Set();

  function leadOf({ path, form }: Pick<Citation, "path" | "form">): Lead {
    const byPath = form === "wikilink" ? leads.wikilink : leads.link;
    const known = byPath.get(path);
    if (known !== undefined) return known;
    const citation = { path, form };
    const lead = { citation, target: targetOf(citation, noteUri, reach) };
    // Who types a path makes one at each keystroke.
    if (byPath.size >= mostLeads) byPath.clear();
    byPath.set(path, lead);
    return lead;
  }

  return {
    place,
    read(part) {
      const known = read.get(part);
      if (known !== undefined) return known;
      const made = readPart(part, leadOf);
      read.set(part, made);
      return made;
    },
    source(lead, now) {
      const known = sources.get(lead);
      if (known !== undefined && isSame(known, now)) return known;
      sources.set(lead, now);
      return now;
    },
    loaded: new WeakMap(),
    checked: new WeakMap(),
    setOf(lists) {
      const { came, went } = union.update(lists);
      if (came.length > 0 || went.length > 0) set = new Set(union.all.keys());
      return set;
    },
    look: null,
  };
}

const mostLeads = 20_000;

function isSame(one: LeadSource, other: LeadSource): boolean {
  if (one.uri !== other.uri || one.keys.join("\n") !== other.keys.join("\n")) return false;
  if (one.source === other.source) return true;
  if (one.source.problem === undefined || other.source.problem === undefined) return false;
  return JSON.stringify(one.source) === JSON.stringify(other.source);
}

/** The memo where it is of this place, else a new one. */
export function partMemoFor(memo: { parts: PartMemo | null }, place: NotePlace): PartMemo {
  const { parts: known } = memo;
  const { noteUri, roots, settings } = place;
  if (known?.place.noteUri === noteUri && known.place.roots === roots && known.place.settings === settings)
    return known;
  memo.parts = createPartMemo(place);
  return memo.parts;
}
