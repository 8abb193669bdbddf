/** A pair of quotation marks that a quote can stand in. */
export interface OuterMarks {
  readonly open: string;
  readonly close: string;
  /** Whether an apostrophe is written in the same way. */
  readonly isSingle: boolean;
  /** The words as they have to be written inside the pair; null where they cannot be. */
  dress(words: string): string | null;
}

const inWord = String.raw`(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])`;
const looseSingle = new RegExp(`(?!${inWord})['’‘‚‹›]`, "u");

const pairs: readonly Omit<OuterMarks, "isSingle">[] = [
  { open: "“", close: "”", dress: (words) => exchange(words, { "“": "‘", "”": "’", "„": "‚" }) },
  { open: '"', close: '"', dress: (words) => (/\d"/u.test(words) ? null : exchange(words, { '"': "'" })) },
  { open: "«", close: "»", dress: (words) => exchange(words, { "«": "“", "»": "”" }) },
  { open: "„", close: "“", dress: (words) => exchange(words, { "„": "‚", "“": "‚", "”": "‘" }) },
  { open: "„", close: "”", dress: (words) => exchange(words, { "„": "‚", "“": "‚", "”": "’" }) },
  { open: "「", close: "」", dress: (words) => exchange(words, { "「": "『", "」": "』" }) },
  { open: "‘", close: "’", dress: (words) => (looseSingle.test(words) ? null : words) },
  { open: "'", close: "'", dress: (words) => (looseSingle.test(words) ? null : words) },
];

/** Inner marks are turned into others, as people do, where they would end the quotation. */
export const outerMarks: readonly OuterMarks[] = pairs.map((marks) => ({
  ...marks,
  isSingle: "‘'".includes(marks.open),
}));

function exchange(words: string, by: Readonly<Record<string, string>>): string {
  return [...words].map((character) => by[character] ?? character).join("");
}
