import type { Citation, Note, Quotation } from "../../note/note.ts";
import type { NotePart } from "../../note/stretches/parts.ts";
import { foreign } from "../../note/stretches/stretch.ts";
import { type HeldText, heldString } from "../../source/heldText.ts";
import { attachedCitations, isWholeFile } from "../citedSources.ts";
import type { Lead } from "../loadCitations.ts";

/** Where citations lead, the same object for all of one path. */
export type LeadTable = (citation: Pick<Citation, "path" | "form">) => Lead;

/** A part of a note as a small note of its own: spans count from its start. */
export interface ReadPart {
  readonly part: NotePart;
  readonly held: HeldText;
  /** Its citations are those of the part, and behind them the borrowed ones, which stand nowhere. */
  readonly note: Note;
  /** How many of the citations are its own. */
  readonly own: number;
  /** Where each of its own citations leads. */
  readonly leads: readonly Lead[];
  /** Those that are citations, whatever stands in other parts. */
  readonly sure: WantedLeads;
  /** Its own citations of whole files that no quote of the part is attached to: but for those of other parts, just links. */
  readonly unsure: readonly number[];
  /** The borrowed citations that a quote is attached to so that a link to a whole file is a citation; counted from 0. */
  readonly attached: readonly number[];
  /** Its own citations about which something can be found in other parts, or by what stands in them. */
  readonly loose: ReadonlySet<number>;
}

/** Where the citations of a part lead, links that are none left out. */
export interface WantedLeads {
  /** Each once. */
  readonly leads: readonly Lead[];
  /** Those of `unsure` that are citations after all. */
  readonly taken: readonly number[];
}

const nowhere = { start: 0, end: 0 };

export function readPart(part: NotePart, leadOf: LeadTable): ReadPart {
  const { text, reading, definitions, borrowed } = part;
  const own = reading.citations.length;
  const citations = [...reading.citations];
  const loose = new Set<number>();
  for (const [i, { of }] of reading.references.entries()) {
    if (definitions[i].home === reading && of.problem === null) continue;
    loose.add(of.citation);
    if (definitions[i].home === reading) continue;
    const citation = reading.citations[of.citation];
    citations[of.citation] = { ...citation, target: citation.span, fragment: citation.fragment && citation.span };
  }
  for (const { home, citation } of borrowed) citations.push(standingNowhere(home.citations[citation]));
  const quotations = borrowed.length === 0 ? reading.quotations : reading.quotations.map((each) => withOwn(each, own));
  const note = { citations, quotations, problems: reading.problems, ignores: reading.ignores };
  const attachedHere = attachedCitations(note);
  const sure = new Set<Lead>();
  const unsure: number[] = [];
  const leads = reading.citations.map((citation, index) => {
    const lead = leadOf(citation);
    if (isWholeFile(citation) && part.lends) loose.add(index);
    if (isWholeFile(citation) && !attachedHere.has(index)) unsure.push(index);
    else sure.add(lead);
    return lead;
  });
  const attached = [...attachedHere].filter((index) => index >= own).map((index) => index - own);
  const wanted = { leads: [...sure], taken: [] };
  return { part, held: heldString(text), note, own, leads, sure: wanted, unsure, attached, loose };
}

function standingNowhere(citation: Citation): Citation {
  return { ...citation, span: nowhere, target: nowhere, fragment: citation.fragment && nowhere };
}

/** With borrowed citations by the numbers behind those of the part. */
function withOwn(quotation: Quotation, own: number): Quotation {
  const numberOf = (citation: number) => (citation < foreign ? citation : own + (citation - foreign));
  const candidates = quotation.candidates.map(({ citations, touches }) => ({
    citations: citations.map(numberOf),
    touches,
  }));
  return { ...quotation, candidates };
}
