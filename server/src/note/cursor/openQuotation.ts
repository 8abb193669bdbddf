import type { Note, Quotation } from "../note.ts";
import { parseNote } from "../parse.ts";
import { type MarkPair, markPairs } from "../quoteMarks.ts";
import { type Reading, sliceReading, unitAt } from "../reading.ts";
import type { OpenTitle } from "./destination.ts";
import type { Surroundings } from "./surroundings.ts";
import type { TextAtCursor } from "./textAtCursor.ts";

/** A quotation that ends at the cursor, as far as it is written. Offsets are into the surroundings. */
export interface OpenQuotation {
  readonly kind: "quotation";
  /** Whether it is a block quote, which has no marks. */
  readonly isBlock: boolean;
  /** Whether it stands in the text of a link. */
  readonly isLinkText: boolean;
  /** The marks with the space that belongs to them; both empty for a block quote. */
  readonly marks: { readonly open: string; readonly close: string };
  /** The mark that a link's title begins with, where it stands in one. */
  readonly titleMark: OpenTitle["mark"] | null;
  /** What begins in front of the opening mark, and has to end behind the closing one: emphasis (`**`), a link's title. */
  readonly ending: string;
  /** Where it begins: at its opening mark. */
  readonly start: number;
  /** The words in front of the cursor as a reader sees them. */
  readonly typed: Reading;
  /** Behind the closing mark, where there is one; else the cursor. */
  readonly end: number;
  /**
   * The note around it if it ended here, with this quotation alone. Its citations stand where they stand now; of the
   * quotation's own spans only the start does.
   */
  readonly note: Note;
  /** Indexes of the citations that other quotations may belong to. */
  readonly shared: ReadonlySet<number>;
}

/** So many units in front of the cursor an opening mark is looked for. */
const farthestMark = 4000;

/**
 * The quotations that are open at the cursor, outermost first: read as if each were closed there, by the very rules by
 * which the note will be checked. Empty inside a quotation that has words behind the cursor.
 */
export function openQuotationsAt(
  surroundings: Surroundings,
  place: TextAtCursor,
  title: OpenTitle | null,
): OpenQuotation[] {
  const { text, cursor } = surroundings;
  const from = Math.max(place.span.start, cursor - farthestMark);
  const isBlank =
    !/[\p{L}\p{N}]/u.test(text.slice(from, cursor)) || /\s$|[“”„"«»「」『』‘’‚'‹›]$/u.test(text.slice(0, cursor));
  // A word to be: without one nothing is a quotation, and behind a space marks open.
  const word = isBlank ? "x" : "";
  const asItIs = parseNote(text.slice(0, cursor) + word + text.slice(cursor));
  const around = asItIs.quotations.find(({ rule, marked }) =>
    rule === "block-quote"
      ? marked.start <= cursor && cursor <= marked.end
      : marked.start < cursor && cursor + word.length < marked.end,
  );
  if (around !== undefined && (around.rule === "link-title") === (title !== null)) {
    const rest = text.slice(cursor, around.marked.end - word.length);
    return /[\p{L}\p{N}]/u.test(rest) ? [] : read(surroundings, asItIs, around, { word, mark: "", ending: "", title });
  }
  const open: OpenQuotation[] = [];
  const before = text.slice(from, cursor);
  for (const pair of markPairs) {
    if (!before.includes(pair.open)) continue;
    for (const close of pair.close) open.push(...closedWith(surroundings, pair, { word, mark: close, title }));
  }
  return open.sort((a, b) => a.start - b.start).filter(({ start }, i, all) => start !== all[i - 1]?.start);
}

function closedWith(
  surroundings: Surroundings,
  pair: MarkPair,
  { word, mark, title }: Omit<Inserted, "ending">,
): OpenQuotation[] {
  const { text, cursor } = surroundings;
  const isThere = text.startsWith(mark, cursor);
  const behind = cursor + (isThere ? mark.length : 0);
  const ending = title?.missing ?? openEmphasis(text, text.lastIndexOf(pair.open, cursor - 1), behind);
  // As it is, the quotation was not closed by the mark that is there.
  if (isThere && ending === "") return [];
  const trial = parseNote(text.slice(0, cursor) + word + mark + ending + text.slice(behind));
  const end = cursor + word.length + mark.length;
  const quotation = trial.quotations.find(({ marked }) => marked.end === end && text[marked.start] === pair.open);
  if (quotation === undefined) return [];
  return read(surroundings, trial, quotation, { word, mark: isThere ? "" : mark, ending, title });
}

/** The `*` or `_` in front of the mark at `at`, as long as they are not closed at `behind`. */
function openEmphasis(text: string, at: number, behind: number): string {
  const run = /(?:^|[\s([{])(\*{1,3}|_{1,3})$/.exec(text.slice(Math.max(0, at - 4), at))?.[1] ?? "";
  return text.startsWith(run, behind) ? "" : run;
}

/** What was put in at the cursor. */
interface Inserted {
  readonly word: string;
  /** A closing mark; empty where one is there. */
  readonly mark: string;
  readonly ending: string;
  /** The title that the cursor stands in. */
  readonly title: OpenTitle | null;
}

function read(
  { text, cursor }: Surroundings,
  { citations, quotations }: Note,
  quotation: Quotation,
  { word, mark, ending, title }: Inserted,
): OpenQuotation[] {
  const { rule, marked, reading } = quotation;
  // A title's own marks are escaped in it: words that would end there are nobody's.
  if ((rule === "link-title") !== (title !== null) || text[marked.start] === "\\") return [];
  const isBlock = rule === "block-quote";
  const inserted = word.length + mark.length + ending.length;
  const back = (offset: number) => (offset > cursor ? offset - inserted : offset);
  const gap = /^[\u00a0\u202f]/.exec(text.slice(marked.start + 1))?.[0] ?? "";
  const close = mark === "" ? text[marked.end - word.length - 1] : mark;
  return [
    {
      kind: "quotation",
      isBlock,
      isLinkText: rule === "link-text",
      marks: isBlock ? { open: "", close: "" } : { open: text[marked.start] + gap, close: gap + close },
      titleMark: title?.mark ?? null,
      ending,
      start: marked.start,
      typed: sliceReading(reading, { start: 0, end: unitAt(reading, cursor) }),
      end: mark !== "" || isBlock ? cursor : marked.end - word.length,
      note: {
        citations: citations.map((citation) => ({
          ...citation,
          span: { start: back(citation.span.start), end: back(citation.span.end) },
          target: { start: back(citation.target.start), end: back(citation.target.end) },
          fragment: citation.fragment && { start: back(citation.fragment.start), end: back(citation.fragment.end) },
        })),
        quotations: [quotation],
        problems: [],
        ignores: [],
      },
      shared: new Set(
        quotations.flatMap((other) =>
          other === quotation ? [] : other.candidates.flatMap((candidate) => candidate.citations),
        ),
      ),
    },
  ];
}
