/**
 * One pattern of gitignore(5), matched without backtracking: whoever wrote it, the cost is at most the pattern's length
 * times the path's. As a regular expression, one with four `**` takes seconds on a deep path.
 */
export interface PathPattern {
  /** Whether it takes back what an earlier pattern matched. */
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
  readonly segments: readonly Segment[];
}

/** Part of a pattern between two slashes; {@link anyFolders} is `**`. */
type Segment = string | readonly Token[] | typeof anyFolders;

const anyFolders = Symbol("**");
const anyCharacters = Symbol("*");

/** A character of a name: this one, any at all, or one of a class. `*` stands for any number of them. */
type Token = string | typeof anyCharacter | typeof anyCharacters | CharacterClass;

const anyCharacter = Symbol("?");

interface CharacterClass {
  readonly isNegated: boolean;
  readonly ranges: readonly (readonly [first: string, last: string])[];
}

/** Null for a line without a pattern, and for one that git can make nothing of. */
export function readPathPattern(line: string): PathPattern | null {
  const isNegated = line.startsWith("!");
  let text = withoutTrailingSpaces(isNegated ? line.slice(1) : line);
  const isForFolders = text.endsWith("/");
  if (isForFolders) text = text.slice(0, -1);
  if (text === "") return null;
  const parts = splitSegments(text);
  const segments: Segment[] = parts.length === 1 ? [anyFolders] : [];
  if (parts.length > 1 && parts[0] === "") parts.shift();
  for (const [index, part] of parts.entries()) {
    if (/^\*{2,}$/.test(part)) {
      segments.push(anyFolders);
      // Behind a slash at the end it is everything inside, and not the folder itself.
      if (index === parts.length - 1) segments.push([anyCharacters]);
      continue;
    }
    const segment = readSegment(part);
    if (segment === null) return null;
    segments.push(segment);
  }
  return { isNegated, isForFolders, segments };
}

/**
 * Of the folders on the way down a path, and the file or folder at its end, which the pattern matches by itself: an
 * answer for each of the path's segments.
 */
export function matchesOnTheWay(pattern: PathPattern, path: readonly string[], isFolder: boolean): boolean[] {
  const { segments, isForFolders } = pattern;
  const answers: boolean[] = [];
  let places = new Set<number>();
  arriveAt(0, places, segments);
  for (const [index, name] of path.entries()) {
    const next = new Set<number>();
    for (const place of places) {
      const segment = segments[place];
      if (segment === anyFolders) arriveAt(place, next, segments);
      else if (place < segments.length && matchesName(segment, name)) arriveAt(place + 1, next, segments);
    }
    places = next;
    const mayMatch = !isForFolders || isFolder || index < path.length - 1;
    answers.push(mayMatch && places.has(segments.length));
  }
  return answers;
}

/** `**` may stand for no folder at all. */
function arriveAt(place: number, places: Set<number>, segments: readonly Segment[]): void {
  for (let at = place; !places.has(at); at++) {
    places.add(at);
    if (segments[at] !== anyFolders) return;
  }
}

function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === " ") end--;
  if (end === line.length) return line;
  let backslashes = 0;
  while (line[end - 1 - backslashes] === "\\") backslashes++;
  return line.slice(0, backslashes % 2 === 1 ? end + 1 : end);
}

/** The parts between slashes; one in a class of characters is none. */
function splitSegments(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") at = (readClass(text, at + 1)?.end ?? at + 1) - 1;
    else if (text[at] === "/") {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Null where it can match no name: a bracket or a backslash without its end. */
function readSegment(text: string): Exclude<Segment, typeof anyFolders> | null {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const character = characterAt(text, at);
    at += character.length;
    if (character === "\\") {
      if (at === text.length) return null;
      const escaped = characterAt(text, at);
      tokens.push(escaped);
      at += escaped.length;
    } else if (character === "[") {
      const read = readClass(text, at);
      if (read === null) return null;
      tokens.push(read.token);
      at = read.end;
    } else if (character === "*") {
      if (tokens.at(-1) !== anyCharacters) tokens.push(anyCharacters);
    } else {
      tokens.push(character === "?" ? anyCharacter : character);
    }
  }
  return tokens.every((token) => typeof token === "string") ? tokens.join("") : tokens;
}

/** Of POSIX; the letters are those of ASCII, as git takes them. */
const namedClasses: Readonly<Record<string, string>> = {
  alnum: "09AZaz",
  alpha: "AZaz",
  blank: "  \t\t",
  cntrl: "\0\x1f\x7f\x7f",
  digit: "09",
  graph: "!~",
  lower: "az",
  print: " ~",
  punct: "!/:@[`{~",
  space: "  \t\t\n\n\r\r",
  upper: "AZ",
  xdigit: "09AFaf",
};

/** The class whose `[` stands in front of `start`; null where it has no end. A `]` at its beginning is one of its members. */
function readClass(text: string, start: number): { readonly token: CharacterClass; readonly end: number } | null {
  const isNegated = text[start] === "!" || text[start] === "^";
  const ranges: [string, string][] = [];
  const first = isNegated ? start + 1 : start;
  for (let at = first; at < text.length; ) {
    if (text[at] === "]" && at > first) return { token: { isNegated, ranges }, end: at + 1 };
    if (text.startsWith("[:", at)) {
      const close = text.indexOf("]", at + 2);
      if (close < 0) return null;
      if (text[close - 1] === ":" && close - 1 > at + 1) {
        const named = text.slice(at + 2, close - 1);
        if (!Object.hasOwn(namedClasses, named)) return null;
        const pairs = namedClasses[named];
        for (let i = 0; i < pairs.length; i += 2) ranges.push([pairs[i], pairs[i + 1]]);
        at = close + 1;
        continue;
      }
    }
    const low = readMember(text, at);
    if (low === null) return null;
    at = low.end;
    const isRange = text[at] === "-" && at + 1 < text.length && text[at + 1] !== "]";
    const high = isRange ? readMember(text, at + 1) : low;
    if (high === null) return null;
    ranges.push([low.character, low.character]);
    if (isRange) ranges.push([low.character, high.character]);
    at = high.end;
  }
  return null;
}

function readMember(text: string, at: number): { readonly character: string; readonly end: number } | null {
  const start = text[at] === "\\" ? at + 1 : at;
  if (start >= text.length) return null;
  const character = characterAt(text, start);
  return { character, end: start + character.length };
}

/** A `*` takes as little as it can, and more where what follows does not fit: only the last one has to give. */
function matchesName(segment: Exclude<Segment, typeof anyFolders>, name: string): boolean {
  if (typeof segment === "string") return segment === name;
  let at = 0;
  let token = 0;
  let star = -1;
  let taken = 0;
  while (at < name.length) {
    const character = characterAt(name, at);
    const wanted = segment[token];
    if (wanted === anyCharacters) {
      star = token++;
      taken = at;
    } else if (token < segment.length && matchesCharacter(wanted, character)) {
      token++;
      at += character.length;
    } else if (star >= 0) {
      token = star + 1;
      taken += characterAt(name, taken).length;
      at = taken;
    } else {
      return false;
    }
  }
  while (segment[token] === anyCharacters) token++;
  return token === segment.length;
}

function matchesCharacter(token: Exclude<Token, typeof anyCharacters>, character: string): boolean {
  if (typeof token === "string") return token === character;
  if (token === anyCharacter) return true;
  const code = character.codePointAt(0)!;
  const isIn = token.ranges.some(([low, high]) => low.codePointAt(0)! <= code && code <= high.codePointAt(0)!);
  return isIn !== token.isNegated;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!);
}
