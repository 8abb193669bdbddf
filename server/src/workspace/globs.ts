import ignore, { type Ignore } from "ignore";
import { ignoreOptions } from "./gitignore.ts";

/** Decides by the path of a file or folder (with a `/` at its end) below the workspace folder. */
export type PathFilter = (path: string) => boolean;

/** The most patterns that the braces of one glob may stand for. */
const maxExpansion = 256;
/** In UTF-16 units; a longer glob is taken as it stands. */
const maxLength = 1000;

/**
 * Globs as in VS Code's settings (`**`, `*`, `?`, `[a-z]`, `{a,b}`, from the workspace folder down; a later `!glob`
 * takes back), matched by the gitignore matcher, whose patterns they become once anchored.
 */
export function matchGlobs(globs: readonly string[]): PathFilter {
  const patterns = globs.flatMap(expandBraces).map(anchor);
  let matcher: Ignore | null = null;
  let answers = 0;
  return (path) => {
    // The matcher remembers every answer, which in a folder of a million files is too much.
    if (matcher === null || ++answers % 10_000 === 0) matcher = ignore(ignoreOptions).add(patterns);
    return matcher.ignores(path);
  };
}

/** A glob of all that is in a folder names the folder too, so that nothing looks into it. */
function anchor(glob: string): string {
  const negated = glob.startsWith("!");
  const body = (negated ? glob.slice(1) : glob).replace(/^\.?\/+/, "").replace(/ +$/, escapeSpaces);
  return negated ? `!/${body}` : `/${body.replace(/\/\*\*$/, "/")}`;
}

function escapeSpaces(spaces: string): string {
  return "\\ ".repeat(spaces.length);
}

/** `a{b,c{d,e}}` as `ab`, `acd`, `ace`. Unpaired braces, and those of too many patterns, stand for themselves. */
export function expandBraces(glob: string): string[] {
  if (glob.length > maxLength) return [glob];
  const expanded = expand(glob);
  return expanded.length > maxExpansion ? [glob] : expanded;
}

function expand(glob: string): string[] {
  const open = glob.indexOf("{");
  const close = open < 0 ? -1 : closingBrace(glob, open);
  if (close < 0) return [glob];
  const choices = splitChoices(glob.slice(open + 1, close));
  const results: string[] = [];
  const tails = expand(glob.slice(close + 1));
  for (const choice of choices.flatMap(expand)) {
    for (const tail of tails) {
      if (results.length > maxExpansion) return results;
      results.push(glob.slice(0, open) + choice + tail);
    }
  }
  return results;
}

function closingBrace(glob: string, open: number): number {
  let depth = 0;
  for (let i = open; i < glob.length; i++) {
    if (glob[i] === "{") depth++;
    else if (glob[i] === "}" && --depth === 0) return i;
  }
  return -1;
}

function splitChoices(body: string): string[] {
  const choices = [""];
  let depth = 0;
  for (const character of body) {
    if (character === "," && depth === 0) {
      choices.push("");
      continue;
    }
    if (character === "{") depth++;
    else if (character === "}") depth--;
    choices[choices.length - 1] += character;
  }
  return choices;
}
