import { emphases, withoutMarks } from "./draft.ts";
import type { Random } from "./random.ts";

/** Where in Markdown words are written. */
export type Place = "text" | "line" | "title";

/**
 * Markdown that renders as the words, in one of the ways in which people escape. Emphasis comes from the draft's marks.
 * `line`: the words begin a line. In a title, only backslashes and entities are read; `delimiter` ends it.
 */
export function escapeMarkdown(words: string, place: Place, random: Random, delimiter = '"'): string {
  if (place === "title") return escapeTitle(words, delimiter);
  const options = { random, bracketsToo: random.once(8) || couldBeLink(words), withEntities: random.once(10) };
  let written = "";
  for (let at = 0; at < words.length; at++) {
    const character = words[at];
    const startsLine = beginsLine(words, at, place);
    written += startsLine ? escapeLineStart(words, at) : "";
    written += escapeCharacter(words, at, options);
    // The backslash of a line's number belongs behind its digits.
    if (startsLine && /\d/u.test(character)) {
      const digits = /^\d{1,9}(?=[.)](?:\s|$))/u.exec(words.slice(at))?.[0];
      if (digits !== undefined) {
        written += `${digits.slice(1)}\\`;
        at += digits.length - 1;
      }
    }
  }
  // Two spaces in front of a line's end make it a hard break.
  return random.once(6) ? written.replaceAll("\n", "  \n") : written;
}

/** Whether brackets that are not escaped could be read as more than text: `[a](b`, `[a]: b`, `[[a`, `[^a`, or half a pair. */
function couldBeLink(words: string): boolean {
  const plain = withoutMarks(words);
  if (/\][[(:]|\[[[^]|!\[/u.test(plain)) return true;
  let depth = 0;
  for (const character of plain) {
    if (character === "[") depth++;
    else if (character === "]" && --depth < 0) return true;
  }
  return depth > 0;
}

/** Whether nothing but marks stands between a line's beginning and the character. */
function beginsLine(words: string, at: number, place: Place): boolean {
  let before = at - 1;
  while (before >= 0 && withoutMarks(words[before]) === "") before--;
  return before < 0 ? place === "line" : words[before] === "\n";
}

function escapeLineStart(words: string, at: number): string {
  return /[#>+=:-]/u.test(words[at]) ? "\\" : "";
}

interface EscapeOptions {
  readonly random: Random;
  readonly bracketsToo: boolean;
  readonly withEntities: boolean;
}

const entities: Readonly<Record<string, string>> = {
  "\u00a0": "&nbsp;",
  "\u00ad": "&shy;",
  "\u2009": "&thinsp;",
  "\u200b": "&#8203;",
  "—": "&mdash;",
  "–": "&ndash;",
  "…": "&hellip;",
  "’": "&rsquo;",
  '"': "&quot;",
  é: "&eacute;",
  "½": "&frac12;",
  "§": "&#xA7;",
};

function escapeCharacter(words: string, at: number, { random, bracketsToo, withEntities }: EscapeOptions): string {
  const character = words[at];
  const next = words[at + 1] ?? "";
  const emphasis = emphases.find(({ open, close }) => open === character || close === character);
  if (emphasis) return emphasis.markdown;
  if ("\\`*~|".includes(character)) return `\\${character}`;
  if (character === "_") {
    const isInWord = /[\p{L}\p{N}]/u.test(words[at - 1] ?? "") && /[\p{L}\p{N}]/u.test(next);
    return isInWord && random.once(2) ? "_" : "\\_";
  }
  if (character === "<") return random.pick(["\\<", "&lt;"]);
  if (character === "&") return /^&[#\w]/u.test(words.slice(at)) || random.once(3) ? "&amp;" : "&";
  if (withEntities && entities[character] !== undefined) return entities[character];
  if (bracketsToo && "[]".includes(character)) return `\\${character}`;
  return character;
}

function escapeTitle(words: string, delimiter: string): string {
  const ends = delimiter === "(" ? "()" : delimiter;
  // A line of a title could begin a block of its own.
  const inLine = words.replace(/\n(?=[\ue000-\ue007]*[#>+=:\d-])/gu, " ");
  return [...inLine]
    .map((character) => {
      if (character === "\\" || ends.includes(character)) return `\\${character}`;
      return character === "&" ? "&amp;" : character;
    })
    .join("");
}
