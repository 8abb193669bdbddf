import type { PathSegment } from "../../note/destination.ts";
import { writtenDestination } from "../../note/write/destination.ts";

/** Where in a note a path stands, which decides what has to be escaped: bare, in angle brackets, in a wikilink. */
export type PathForm = "bare" | "angled" | "wikilink";

/**
 * A path of these names as it has to be written in such a place. Those that the path before had too, at its beginning
 * and at its end, stay as they were written.
 */
export function writePath(names: readonly string[], before: readonly PathSegment[], form: PathForm): string {
  const written = names.map((name) => writtenName(name, form));
  const shortest = Math.min(names.length, before.length);
  let same = 0;
  for (; same < shortest && before[same].name === names[same]; same++) written[same] = before[same].written;
  for (let back = 1; back <= shortest - same; back++) {
    const segment = before[before.length - back];
    if (segment.name !== names[names.length - back]) break;
    written[names.length - back] = segment.written;
  }
  return written.join("/");
}

/** Spaces inside, apostrophes and the like, which other readers of wikilinks do not decode. */
const literal: Readonly<Record<Exclude<PathForm, "bare">, RegExp>> = {
  angled: /(?<!^)%20(?!$)/g,
  wikilink: /(?<!^)%20(?!$)|%(?:21|24|26|27|28|29)/g,
};

function writtenName(name: string, form: PathForm): string {
  const encoded = writtenDestination(name);
  return form === "bare" ? encoded : encoded.replace(literal[form], decodeURIComponent);
}
