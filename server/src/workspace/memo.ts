import type { NoteParse } from "../note/reparse.ts";
import type { PartMemo } from "./parts/partMemo.ts";

/**
 * What is kept of an open note because the same is soon asked again. Answers not asked for in two turns are forgotten, those
 * about quotes when there are twice as many as quotations.
 */
export interface Memo {
  /** How the note was read last, from which another text of it is read the sooner. */
  parse: NoteParse | null;
  /** The answer kept under the key, which has to name all that it depends on; else the one made now. */
  recall<Answer>(key: string, make: () => Answer): Answer;
  /**
   * The same where what an answer depends on is quicker compared than written down: of those about a quotation with these
   * words, the first that is wanted.
   */
  recallQuote<Answer>(words: string, isWanted: (answer: Answer) => boolean, make: () => Answer): Answer;
  /** Of the parts that the note was last checked in. */
  parts: PartMemo | null;
  /** Says that the note is checked again, which has so many quotations now. */
  turn(quotations: number): void;
}

/** Of answers about the same words the newest are kept: a source that is edited makes another at each keystroke. */
const mostAlike = 8;

export function createMemo(): Memo {
  let recent = new Map<string, unknown>();
  let older = new Map<string, unknown>();
  let recentQuotes = new Map<string, unknown[]>();
  let olderQuotes = new Map<string, unknown[]>();
  return {
    parse: null,
    recall<Answer>(key: string, make: () => Answer): Answer {
      if (recent.has(key)) return recent.get(key) as Answer;
      const answer = older.has(key) ? (older.get(key) as Answer) : make();
      recent.set(key, answer);
      return answer;
    },
    recallQuote<Answer>(words: string, isWanted: (answer: Answer) => boolean, make: () => Answer): Answer {
      const known = recentQuotes.get(words) as Answer[] | undefined;
      const answer = known?.find(isWanted);
      if (answer !== undefined) return answer;
      const made = (olderQuotes.get(words) as Answer[] | undefined)?.find(isWanted) ?? make();
      if (known === undefined) recentQuotes.set(words, [made]);
      else if (known.push(made) > mostAlike) known.shift();
      return made;
    },
    parts: null,
    turn(quotations) {
      older = recent;
      recent = new Map();
      // Nobody asks for quotes of parts that stay the same, until they do not.
      if (recentQuotes.size <= 2 * quotations) return;
      olderQuotes = recentQuotes;
      recentQuotes = new Map();
    },
  };
}
