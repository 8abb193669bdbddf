import { t } from "../../l10n.ts";
import type { LineRange, Span } from "../../span.ts";
import { visible } from "../../visible.ts";
import type { CheckedCitation, CheckedNote } from "../../workspace/checkedNote.ts";
import { baseName, displayPath } from "../../workspace/uri.ts";
import { citedPlace } from "../citedPlace.ts";
import { rangeOf } from "../position.ts";
import { shortened } from "../words.ts";
import { type SourceKey, sourceKeyOf } from "./figures.ts";
import type { EvidenceIndex, Row } from "./index.ts";
import { leafRows } from "./leaves.ts";
import type { EvidenceNode } from "./node.ts";
import { folderInWords } from "./paths.ts";
import { compareRanges, rangeKey, rangeLabel } from "./ranges.ts";
import type { Occurrence } from "./sieve.ts";
import { isEmpty, type Tally, tallyInWords, tallyOf } from "./tally.ts";

const maxExcerpt = 100;

/** Every source that is cited. Linear in the sources, and in the notes that changed since it was last asked for. */
export function sourceRows(index: EvidenceIndex): Row[] {
  return [...index.sieve.tallies(index.workspace)]
    .filter(([, tally]) => !isEmpty(tally))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, tally]): Row =>
        () =>
          sourceNode(key, tally, index),
    );
}

function sourceNode(key: SourceKey, tally: Tally, { roots, clientUri }: EvidenceIndex): EvidenceNode {
  const isNamed = !key.startsWith("?");
  const path = visible(isNamed ? displayPath(key, roots) : key.slice(1));
  const label = isNamed ? visible(baseName(key)) : path;
  const folder = isNamed ? folderInWords(key, roots) : "";
  const counts = tallyInWords(tally);
  return {
    id: `source:${key}`,
    kind: "source",
    label,
    description: folder === "" ? counts : t("{0} · {1}", counts, folder),
    tooltip: isNamed ? path : t("{0} was not found, or may not be read.", path),
    spoken: t("Source {0}: {1}", path, counts),
    verdict: null,
    isBranch: true,
    note: null,
    source: isNamed ? { uri: clientUri(key), range: null } : null,
  };
}

/** The lines of a source that are cited, in order. Linear in the citations of the source. */
export async function linesRows(key: SourceKey, index: EvidenceIndex): Promise<Row[]> {
  const groups = new Map<string, { readonly lines: LineRange | null; readonly occurrences: Occurrence[] }>();
  for (const occurrence of occurrencesOf(key, index)) {
    const { lines } = occurrence.citation.citation;
    const group = groups.get(rangeKey(lines)) ?? { lines, occurrences: [] };
    groups.set(rangeKey(lines), group);
    group.occurrences.push(occurrence);
  }
  return [...groups.values()]
    .sort((a, b) => compareRanges(a.lines, b.lines))
    .map(
      ({ lines, occurrences }): Row =>
        () =>
          linesNode(key, lines, occurrences, index),
    );
}

async function linesNode(
  key: SourceKey,
  lines: LineRange | null,
  occurrences: readonly Occurrence[],
  { workspace, clientUri }: EvidenceIndex,
): Promise<EvidenceNode> {
  const source = key.startsWith("?") ? null : await workspace.source(key);
  const [{ citation }] = occurrences;
  const place = source && citedPlace({ ...citation.citation, columns: null }, source);
  const { cited } = citation;
  const text = source && cited ? visible(shortened(beginningOf(source.text, cited), maxExcerpt)) : "";
  const label = rangeLabel(lines);
  const counts = tallyInWords(tallyOf(occurrences.map(({ quote }) => quote)));
  return {
    id: `lines:${rangeKey(lines)}:${key}`,
    kind: "lines",
    label,
    description: text,
    tooltip: counts,
    spoken: text === "" ? t("{0}: {1}", label, counts) : t("{0}: {1}. {2}", label, counts, text),
    verdict: null,
    isBranch: true,
    note: null,
    source: key.startsWith("?") ? null : { uri: clientUri(key), range: source && place && rangeOf(source, place) },
  };
}

/** Of lines that are many or long, more than is ever shown of them. */
function beginningOf(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + 20 * maxExcerpt));
}

/** What cites exactly these lines of a source. */
export function quotesOfLinesRows(branch: string, range: string, key: SourceKey, index: EvidenceIndex): Row[] {
  const wanted = occurrencesOf(key, index).filter(({ citation }) => rangeKey(citation.citation.lines) === range);
  return leafRows(wanted, branch, "note", index);
}

function occurrencesOf(key: SourceKey, { workspace, sieve }: EvidenceIndex): Occurrence[] {
  if (key.startsWith("?")) {
    return workspace.notes().flatMap((note) =>
      sieve.occurrences(
        note,
        note.citations.filter((citation) => sourceKeyOf(citation) === key),
      ),
    );
  }
  const citations = new Map<CheckedNote, CheckedCitation[]>();
  for (const { note, citation } of workspace.citationsOf(key)) {
    const own = citations.get(note);
    if (own === undefined) citations.set(note, [note.citations[citation]]);
    else own.push(note.citations[citation]);
  }
  return [...citations].flatMap(([note, own]) => sieve.occurrences(note, own));
}
