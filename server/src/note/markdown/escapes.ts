import type { Span } from "../../span.ts";
import type { Reading } from "../reading.ts";
import { readWithEdits } from "../reading.ts";
import { brokenLine } from "./brokenWord.ts";
import { namedEntities } from "./entities.ts";

const escapable = /[!-/:-@[-`{-~]/;

/** Whether a backslash at `at` escapes the character behind it. */
export function isEscape(text: string, at: number): boolean {
  return at + 1 < text.length && escapable.test(text[at + 1]);
}

const entity = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/y;

/** The entity that starts at `at`: the text that it stands for and where it ends. Null where there is none. */
export function entityAt(text: string, at: number): { readonly text: string; readonly end: number } | null {
  entity.lastIndex = at;
  const match = entity.exec(text);
  if (!match) return null;
  const [, hex, decimal, name] = match;
  const decoded = name ? namedEntities.get(name) : fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal));
  return decoded === undefined ? null : { text: decoded, end: entity.lastIndex };
}

function fromCode(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return String.fromCodePoint(isCharacter ? code : 0xfffd);
}

/** A text with its backslash escapes and entities read away, wherever it stands. Linear. */
export function withoutEscapes(text: string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/g,
    (found, escaped) => (escaped === undefined ? (entityAt(found, 0)?.text ?? found) : escaped),
  );
}

/** A link's destination or title, with backslash escapes, entities and line breaks read away. */
export function readEscapes(text: string, span: Span): Reading {
  const content = text.slice(span.start, span.end);
  const edits = [];
  for (let at = 0; at < content.length; at++) {
    const character = content[at];
    if (character === "\\" && isEscape(content, at)) {
      edits.push({ from: at, to: at + 2, text: content[at + 1] });
      at++;
    } else if (character === "&") {
      const found = entityAt(content, at);
      if (!found) continue;
      edits.push({ from: at, to: found.end, text: found.text });
      at = found.end - 1;
    } else if (character === "\n") {
      let end = at + 1;
      while (content[end] === " " || content[end] === "\t") end++;
      const broken = brokenLine(content.slice(Math.max(0, at - 6), at), content.slice(end, end + 2));
      edits.push({ from: at, to: end, text: broken });
      at = end - 1;
    }
  }
  return readWithEdits(content, span.start, edits);
}
