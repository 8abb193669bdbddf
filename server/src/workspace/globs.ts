import { matchesOnTheWay, readPathPattern } from "./pathPattern.ts";

/** Decides by the path of a file or folder (with a `/` at its end) below the workspace folder. */
export type PathFilter = (path: string) => boolean;

/** The most patterns that the braces of one glob may stand for. */
const maxExpansion = 256;
/** In UTF-16 units; a longer glob is taken as it stands. */
const maxLength = 1000;

/**
 * Globs as in VS Code's settings (`**`, `*`, `?`, `[a-z]`, `{a,b}`, from the workspace folder down; a later `!glob`
 * takes back), matched as patterns of a `.gitignore`, which they become once anchored. What names a folder names all
 * that is in it.
 */
export function matchGlobs(globs: readonly string[]): PathFilter {
  const patterns = globs.flatMap(expandBraces).flatMap((glob) => readPathPattern(anchor(glob)) ?? []);
  return (path) => {
    const isFolder = path.endsWith("/");
    const names = (isFolder ? path.slice(0, -1) : path).split("/");
    // Where on the way down each pattern begins to count; the last of those that do decides.
    const starts = patterns.map((pattern) => matchesOnTheWay(pattern, names, isFolder).indexOf(true));
    return names.some((_, at) => {
      const deciding = starts.findLastIndex((start) => start >= 0 && start <= at);
      return deciding >= 0 && !patterns[deciding].isNegated;
    });
  };
}

/** A glob of all that is in a folder names the folder too, so that nothing looks into it. */
function anchor(glob: string): string {
  const negated = glob.startsWith("!");
  const body = (negated ? glob.slice(1) : glob).replace(/^\.?\/+/, "").replace(/(?<! ) +$/, escapeSpaces);
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
