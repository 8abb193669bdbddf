/** What an object has of members, as far as its text can be read. */
export interface JsonMembers {
  readonly members: readonly (readonly [name: string, value: unknown])[];
  /** The first thing that is no JSON; null where all of it is. */
  readonly problem: JsonProblem | null;
}

export interface JsonProblem {
  /** Where it begins, as an offset. */
  readonly at: number;
  readonly words: string;
}

/**
 * The members of the object that a text in JSON is, as VS Code writes its settings: there may be comments, and commas may
 * trail. Each is read by itself, so that of a broken text the others count. None where it is no object. Linear.
 */
export function readJsonMembers(commented: string): JsonMembers {
  const text = plainJson(commented);
  const start = text.search(/\S/);
  if (start < 0) return { members: [], problem: null };
  if (text[start] !== "{") {
    return { members: [], problem: parsed(text) === undefined ? { at: start, words: "not JSON" } : null };
  }
  const { parts, end } = partsOf(text, start);
  const members: (readonly [string, unknown])[] = [];
  const problems: JsonProblem[] = [];
  if (end === null) problems.push({ at: text.length, words: "closing brace expected" });
  else if (/\S/.test(text.slice(end))) problems.push({ at: end, words: "not JSON" });
  for (const part of parts) {
    const written = text.slice(part.from, part.to);
    const member = part.isWhole ? parsed(`{${written}}`) : undefined;
    if (member !== undefined) members.push(...Object.entries(member as object));
    else
      problems.push({
        at: part.from + written.search(/\S|$/),
        words: part.isWhole ? lackOf(written) : "comma expected",
      });
  }
  return { members, problem: problems.sort((a, b) => a.at - b.at)[0] ?? null };
}

/** What a member lacks that is none. */
function lackOf(member: string): string {
  const isNameAlone = /^\s*"(?:[^"\\\n]|\\.)*"\s*(?:[^\s:]|$)/.test(member);
  return isNameAlone ? "colon expected" : "not JSON";
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Token {
  readonly kind: "string" | "comment" | "space" | "sign";
  readonly from: number;
  readonly to: number;
}

/** The text cut into strings, comments, white space, and all other characters by themselves. */
function* tokensOf(text: string, start = 0): Iterable<Token> {
  for (let from = start; from < text.length; ) {
    const kind = kindAt(text, from);
    const to = kind === "string" ? endOfString(text, from) : kind === "comment" ? endOfComment(text, from) : from + 1;
    yield { kind, from, to };
    from = to;
  }
}

function kindAt(text: string, at: number): Token["kind"] {
  if (text[at] === '"') return "string";
  if (text[at] === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) return "comment";
  return " \t\r\n".includes(text[at]) ? "space" : "sign";
}

/** A string that is not closed ends with its line. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === "\n") return at;
    if (text[at] === "\\") at++;
  }
  return text.length;
}

function endOfComment(text: string, from: number): number {
  const isBlock = text[from + 1] === "*";
  const end = text.indexOf(isBlock ? "*/" : "\n", from + 2);
  return end < 0 ? text.length : end + (isBlock ? 2 : 0);
}

/** Comments, and commas in front of a closing bracket, become spaces. No offset moves. */
function plainJson(text: string): string {
  const kept: string[] = [];
  let comma = -1;
  for (const { kind, from, to } of tokensOf(text)) {
    if (comma >= 0 && (text[from] === "}" || text[from] === "]")) kept[comma] = " ";
    if (text[from] === ",") comma = kept.length;
    else if (kind === "string" || kind === "sign") comma = -1;
    kept.push(kind === "comment" ? text.slice(from, to).replace(/[^\n]/g, " ") : text.slice(from, to));
  }
  return kept.join("");
}

interface Part {
  readonly from: number;
  readonly to: number;
  /** False where the comma behind it is missing. */
  readonly isWhole: boolean;
}

/** What stands between the commas of the object that begins at `start`, and where the object ends, if it does. */
function partsOf(text: string, start: number): { readonly parts: readonly Part[]; readonly end: number | null } {
  const parts: Part[] = [];
  let depth = 0;
  let from = start + 1;
  let hasName = false;
  let before = "";
  const close = (to: number) => {
    if (/\S/.test(text.slice(from, to))) parts.push({ from, to, isWhole: true });
  };
  for (const token of tokensOf(text, start)) {
    const sign = token.kind === "string" ? '"' : text[token.from];
    if (token.kind === "space") continue;
    if (sign === "}" || sign === "]") depth--;
    if (depth === 0 && token.from > start) {
      close(token.from);
      return { parts, end: token.to };
    }
    if (depth === 1 && sign === ",") {
      close(token.from);
      from = token.to;
      hasName = false;
    } else if (depth === 1 && sign === '"' && hasName && before !== ":") {
      close(token.from);
      parts.push({ from: token.from, to: token.from, isWhole: false });
      from = token.from;
      hasName = false;
    }
    if (depth === 1 && sign === ":") hasName = true;
    if (sign === "{" || sign === "[") depth++;
    before = sign;
  }
  close(text.length);
  return { parts, end: null };
}
