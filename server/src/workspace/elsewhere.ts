import type { Quotation } from "../note/note.ts";
import { type Trace, traceOf } from "../quote/trace.ts";
import type { Steps } from "../steps.ts";
import { asWritten } from "./asWritten.ts";
import type { AttachedQuote, Attachments } from "./attachments.ts";
import type { CheckedNote } from "./checkedNote.ts";
import { groupKey, quotationKey } from "./judgedFrom.ts";
import { judgeInOthers } from "./judgeGroup.ts";
import { createMemo, type Memo } from "./memo.ts";
import type { Pause } from "./pause.ts";
import type { SourcePool } from "./sourcePool.ts";
import type { LoadedSource } from "./sources.ts";
import type { Unfound } from "./unfound.ts";

/** A quote that its own sources do not have: others may. */
export interface UnfoundQuote {
  /** In `Attachments.quotes`. */
  readonly index: number;
  readonly trace: Trace;
}

export interface ElsewhereOptions {
  readonly note: string;
  /** The sources that the note cites. */
  readonly own: ReadonlySet<string>;
  readonly pool: SourcePool;
  /** Null where it cannot be read. */
  readonly load: (uri: string) => Promise<LoadedSource | null>;
  readonly pause: Pause;
  /** Whether nobody wants the answer any more. */
  readonly isForNothing?: () => boolean;
  readonly memo?: Memo | undefined;
}

/** The quotes of which the answer may change with what other sources say, in steps of one of them. */
export function* unfoundQuotes({ quotes }: Attachments, memo: Memo = createMemo()): Steps<UnfoundQuote[]> {
  const unfound: UnfoundQuote[] = [];
  for (const [index, { quotation, judgement }] of quotes.entries()) {
    if (judgement?.verdict !== "altered" && judgement?.verdict !== "absent") continue;
    const texts = textsOf(quotation);
    unfound.push({ index, trace: memo.recall(JSON.stringify(["trace", ...texts]), () => texts.flatMap(traceOf)) });
    yield;
  }
  return unfound;
}

/** What is to be looked for again when other sources change, of a note that was checked before. */
export function unfoundOf({ note, citations }: CheckedNote): Unfound[] {
  const originals = new Map(note.quotations.map((quotation, index) => [quotation.span, { quotation, index }]));
  return citations.flatMap(({ quotes }) =>
    quotes.flatMap(({ quotation, verdict, passage }) => {
      if (verdict !== "altered" && verdict !== "absent" && verdict !== "elsewhere") return [];
      const original = originals.get(quotation.span);
      const trace = textsOf(original?.quotation ?? quotation).flatMap(traceOf);
      return { trace, foundIn: verdict === "elsewhere" ? (passage?.uri ?? null) : null, quotation: original?.index };
    }),
  );
}

/** Each way to write it that it is judged in. */
function textsOf({ reading, written }: Quotation): string[] {
  return written === undefined ? [reading.text] : [reading.text, written.text];
}

/**
 * Looks for the quotes in the other sources: in those that the note cites first, each part in the order of their URIs.
 * Only sources in which a quote may stand are opened.
 */
export async function lookElsewhere(
  attachments: Attachments,
  unfound: readonly UnfoundQuote[],
  options: ElsewhereOptions,
): Promise<Attachments> {
  const { pool, load, pause, isForNothing, memo = createMemo() } = options;
  await pool.takeFingerprints(pause);
  const quotes = [...attachments.quotes];
  for (const { index, trace } of unfound) {
    await pause();
    if (isForNothing?.() === true) break;
    const attached = quotes[index];
    const key = quotationKey(attached.quotation);
    const holding = memo.recall(`holding\n${pool.generation}\n${key}`, () => pool.mayHold(trace));
    const others: LoadedSource[] = [];
    for (const uri of inOrder(holding, options)) {
      const source = await load(uri);
      if (source !== null) others.push(source);
    }
    if (others.length > 0) quotes[index] = judgedElsewhere(attached, others, memo);
  }
  return { ...attachments, quotes };
}

function inOrder(holding: readonly string[], { note, own, pool }: ElsewhereOptions): string[] {
  const found = holding.filter((uri) => uri !== note);
  // What a note would cite if it were another is not in the pool perhaps.
  const cited = [...own].filter((uri) => uri !== note && (!pool.has(uri) || found.includes(uri))).sort();
  return [...cited, ...found.filter((uri) => !own.has(uri) && pool.isCitedByOthers(uri, note))];
}

function judgedElsewhere(attached: AttachedQuote, others: readonly LoadedSource[], memo: Memo): AttachedQuote {
  const { quotation, group } = attached;
  const revisions = others.map(({ revision }) => revision).join();
  const key = ["elsewhere", revisions, quotationKey(quotation), groupKey(group)].join("\n");
  const found = memo.recall(key, () => {
    const judged = judgeInOthers(quotation, group, others);
    return judged && { judgement: judged.judgement, isWritten: judged.quotation !== quotation };
  });
  if (found === null) return attached;
  const read = found.isWritten ? (asWritten(quotation) ?? quotation) : quotation;
  return { ...attached, quotation: read, judgement: found.judgement };
}
