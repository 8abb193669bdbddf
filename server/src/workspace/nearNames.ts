import { mayHoldText } from "./textFiles.ts";
import { baseName } from "./uri.ts";

/** A name mistyped in more letters is another name. */
const mostMistakes = 3;

/**
 * The files whose names are the name, or near enough that one may have been mistyped for the other: letters changed,
 * added, left out or exchanged, capitals, an extension. Nearest first. O(n) in the files.
 */
export function filesNear(name: string, files: Iterable<string>): string[] {
  const wanted = partsOf(name);
  const found: { readonly uri: string; readonly distance: number }[] = [];
  for (const uri of files) {
    const other = baseName(uri);
    if (other === name) found.push({ uri, distance: 0 });
    else if (mayHoldText(uri) && !other.startsWith(".")) {
      const distance = distanceOf(wanted, partsOf(other));
      if (distance !== null) found.push({ uri, distance: distance + 1 });
    }
  }
  found.sort((a, b) => a.distance - b.distance || (a.uri < b.uri ? -1 : 1));
  return found.map(({ uri }) => uri);
}

interface NameParts {
  readonly stem: string;
  readonly extension: string;
}

function partsOf(name: string): NameParts {
  const folded = name.normalize("NFC").toLowerCase();
  const dot = folded.lastIndexOf(".");
  return dot <= 0 ? { stem: folded, extension: "" } : { stem: folded.slice(0, dot), extension: folded.slice(dot) };
}

/** Null where the names are not near. */
function distanceOf(a: NameParts, b: NameParts): number | null {
  const most = Math.min(mostMistakes, Math.floor(Math.max(a.stem.length, b.stem.length) / 3));
  const stems = mistakesBetween(a.stem, b.stem, most);
  if (stems === null || a.extension === b.extension) return stems;
  return stems === 0 || mistakesBetween(a.extension, b.extension, 1) !== null ? stems + 1 : null;
}

/** How many letters to change, add, leave out or exchange with the next; null where it is more than `most`. */
function mistakesBetween(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchanged = isExchanged ? beforeLast[j - 2] + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(last[j - 1] + (isSame ? 0 : 1), last[j] + 1, row[j - 1] + 1, exchanged));
    }
    if (Math.min(...row) > most) return null;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] <= most ? last[b.length] : null;
}
