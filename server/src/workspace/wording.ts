import { listing, plural, t } from "../l10n.ts";
import type { LineRange } from "../span.ts";

/** "line 3", "lines 3–5" */
export function linesInWords({ start, end }: LineRange): string {
  return start === end ? t("line {0}", start) : t("lines {0}–{1}", start, end);
}

/** "1 line", "3 lines" */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** "a", "a and b", "a, b and c"; of more than `most`, "a, b and 7 more". */
export function listed(items: readonly string[], most = 5): string {
  if (items.length <= most) return listing(items);
  return listing([...items.slice(0, most), plural(items.length - most, "{0} more", "{0} more")]);
}

const longestShown = 240;

/** Words of a note or a source for a message: in one line, and of a long passage its beginning and its end. */
export function shown(words: string): string {
  const line = words.replace(/[ \t\n\r]+/gu, " ");
  if (line.length <= longestShown) return line;
  const head = line.slice(0, longestShown / 2).replace(/\s\S*$/u, "");
  const tail = line.slice(-longestShown / 2).replace(/^\S*\s/u, "");
  return `${head} (…) ${tail}`;
}
