import type { NoteParse } from "../note/reparse.ts";

/** What is kept of an open note because the same is soon asked again. Answers not asked for in two turns are forgotten. */
export interface Memo {
  /** How the note was read last, from which another text of it is read the sooner. */
  parse: NoteParse | null;
  /** The answer kept under the key, which has to name all that it depends on; else the one made now. */
  recall<Answer>(key: string, make: () => Answer): Answer;
  turn(): void;
}

export function createMemo(): Memo {
  let recent = new Map<string, unknown>();
  let older = new Map<string, unknown>();
  return {
    parse: null,
    recall<Answer>(key: string, make: () => Answer): Answer {
      if (recent.has(key)) return recent.get(key) as Answer;
      const answer = older.has(key) ? (older.get(key) as Answer) : make();
      recent.set(key, answer);
      return answer;
    },
    turn() {
      older = recent;
      recent = new Map();
    },
  };
}
