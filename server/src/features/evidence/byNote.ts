import { t } from "../../l10n.ts";
import { visible } from "../../visible.ts";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import { baseName, displayPath } from "../../workspace/uri.ts";
import type { EvidenceIndex, Row } from "./index.ts";
import { leafRows } from "./leaves.ts";
import type { EvidenceNode } from "./node.ts";
import { folderInWords } from "./paths.ts";
import type { Occurrence } from "./sieve.ts";
import { isEmpty, type Tally, tallyInWords } from "./tally.ts";

/** Every note that cites. Linear in the notes. */
export function noteRows(index: EvidenceIndex): Row[] {
  const rows: Row[] = [];
  for (const note of index.workspace.notes()) {
    const tally = index.sieve.tally(note);
    if (!isEmpty(tally)) rows.push(() => noteNode(note, tally, index));
  }
  return rows;
}

function noteNode(note: CheckedNote, tally: Tally, index: EvidenceIndex): EvidenceNode {
  const { roots, clientUri } = index;
  const path = visible(displayPath(note.uri, roots));
  const folder = folderInWords(note.uri, roots);
  const counts = tallyInWords(tally);
  return {
    id: `note:${note.uri}`,
    kind: "note",
    label: visible(baseName(note.uri)),
    description: folder === "" ? counts : t("{0} · {1}", counts, folder),
    tooltip: path,
    spoken: t("Note {0}: {1}", path, counts),
    verdict: null,
    isBranch: true,
    note: { uri: clientUri(note.uri), range: null },
    source: null,
  };
}

/** The quotes of a note as they stand in it, and its citations that have none. */
export function quotesOfNoteRows(branch: string, uri: string, index: EvidenceIndex): Row[] {
  const note = index.workspace.notes().find((each) => each.uri === uri);
  if (note === undefined) return [];
  const occurrences = [...index.sieve.occurrences(note)].sort((a, b) => startOf(a) - startOf(b));
  return leafRows(occurrences, branch, "source", index);
}

function startOf({ citation, quote }: Occurrence): number {
  return quote === null ? citation.citation.span.start : quote.quotation.marked.start;
}
