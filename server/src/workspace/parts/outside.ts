import { movedSpan } from "../../span.ts";
import type { CheckedQuote } from "../checkedNote.ts";
import { citationFindings } from "../citationFindings.ts";
import { isWholeFile } from "../citedSources.ts";
import { levelled } from "../draftFinding.ts";
import type { Settings } from "../settings.ts";
import type { SourcedCitation } from "../sourcedCitation.ts";
import type { JudgedPart, OutsideFinding } from "./judgedPart.ts";
import type { LoadedPart } from "./loadedPart.ts";

/** What is found about the loose citations of a part, but for those that hang on quotes of other parts. */
export function outsideFindings({ read, own }: LoadedPart, settings: Settings): OutsideFinding[] {
  const { part } = read;
  const { reading } = part;
  const found: OutsideFinding[] = [];
  for (const [i, { label, of }] of reading.references.entries()) {
    const sourced = own.citations[of.citation];
    const { definition, home } = part.definitions[i];
    const by = definition.target.start - reading.citations[of.citation].target.start;
    if (of.problem !== null) {
      const draft = { ...of.problem, span: movedSpan(of.problem.span, by) };
      found.push({ home, finding: sourced && levelled(draft, settings), once: label });
    }
    if (!read.loose.has(of.citation) || sourced === null || isWholeFile(sourced.citation)) continue;
    for (const draft of citationFindings(standingAt(sourced, reading.citations[of.citation], by), [])) {
      found.push({ home, finding: levelled(draft, settings), once: null });
    }
  }
  return found;
}

function standingAt(sourced: SourcedCitation, citation: SourcedCitation["citation"], by: number): SourcedCitation {
  const { target, fragment } = citation;
  return {
    ...sourced,
    citation: { ...citation, target: movedSpan(target, by), fragment: fragment && movedSpan(fragment, by) },
  };
}

/** What is found about loose citations of whole files, which hangs on the quotes of all parts. */
export function wholeFileFindings(parts: readonly JudgedPart[]): OutsideFinding[] {
  const withFiles = parts.filter(({ wholeFiles }) => wholeFiles.length > 0);
  if (withFiles.length === 0) return [];
  const late = withFiles.flatMap((part) => part.wholeFiles.map((citation) => ({ part, citation })));
  const borrowing = parts.filter(({ loaded }) => loaded.read.part.borrowed.length > 0);
  return late.flatMap(({ part, citation: index }) => {
    const { read, own } = part.loaded;
    const { reading, definitions } = read.part;
    const reference = reading.references.findIndex(({ of }) => of.citation === index);
    const citation = reading.citations[index];
    const home = reference < 0 ? reading : definitions[reference].home;
    const by = reference < 0 ? 0 : definitions[reference].definition.target.start - citation.target.start;
    const quotes = [...quotesAt(part, index)];
    for (const other of borrowing) {
      for (const [i, borrowed] of other.loaded.read.part.borrowed.entries()) {
        if (borrowed.home === reading && borrowed.citation === index) {
          quotes.push(...quotesAt(other, other.loaded.read.own + i));
        }
      }
    }
    return citationFindings(standingAt(own.citations[index]!, citation, by), quotes).map((draft) => ({
      home,
      finding: levelled(draft, part.from.settings),
      once: null,
    }));
  });
}

/** The quotes of a part at one of its citations, by its number there. */
function quotesAt({ loaded, checked }: JudgedPart, index: number): readonly CheckedQuote[] {
  const wanted = loaded.read.note.citations[index];
  return checked.citations.find(({ citation }) => citation === wanted)?.quotes ?? [];
}
