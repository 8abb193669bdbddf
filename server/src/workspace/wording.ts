import type { LineRange } from "../span.ts";

/** "line 3", "lines 3–5" */
export function linesInWords({ start, end }: LineRange): string {
  return start === end ? `line ${start}` : `lines ${start}–${end}`;
}

/** "1 line", "3 lines" */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** "a", "a and b", "a, b and c"; of more than `most`, "a, b and 7 more". */
export function listed(items: readonly string[], most = 5): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
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
