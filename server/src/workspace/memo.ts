/** Answers kept because the same is soon asked again. What was not asked for two turns is forgotten. */
export interface Memo {
  /** The answer kept under the key, which has to name all that it depends on; else the one made now. */
  recall<Answer>(key: string, make: () => Answer): Answer;
  turn(): void;
}

export function createMemo(): Memo {
  let recent = new Map<string, unknown>();
  let older = new Map<string, unknown>();
  return {
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
