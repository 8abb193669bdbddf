/** A pair of quotation marks that a quote can stand in. */
export interface OuterMarks {
  readonly open: string;
  readonly close: string;
  /** The words as they have to be written inside the pair; null where they cannot be. */
  dress(words: string): string | null;
}

const inWord = String.raw`(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])`;
const looseSingle = new RegExp(`(?!${inWord})['’‘‚‹›]`, "u");

/** Inner marks are turned into others, as people do, where they would end the quotation. */
export const outerMarks: readonly OuterMarks[] = [
  { open: "“", close: "”", dress: (words) => exchange(words, { "“": "‘", "”": "’", "„": "‚" }) },
  { open: '"', close: '"', dress: (words) => (/\d"/u.test(words) ? null : exchange(words, { '"': "'" })) },
  { open: "«", close: "»", dress: (words) => exchange(words, { "«": "“", "»": "”" }) },
  { open: "„", close: "“", dress: (words) => exchange(words, { "„": "‚", "“": "‚", "”": "‘" }) },
  { open: "„", close: "”", dress: (words) => exchange(words, { "„": "‚", "“": "‚", "”": "’" }) },
  { open: "「", close: "」", dress: (words) => exchange(words, { "「": "『", "」": "』" }) },
  { open: "‘", close: "’", dress: (words) => (looseSingle.test(words) ? null : words) },
  { open: "'", close: "'", dress: (words) => (looseSingle.test(words) ? null : words) },
];

function exchange(words: string, by: Readonly<Record<string, string>>): string {
  return [...words].map((character) => by[character] ?? character).join("");
}
