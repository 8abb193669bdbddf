import type { LineRange } from "../../span.ts";

/**
 * The fragment that cites the lines: `#L3` or `#L3-L5`. With `like`, a fragment as it stands in a note, its form is kept
 * (`#3-5`, `#L3-5`, `#line=2,5`); its columns are not, since they were those of other words. Do not pass one of a plain
 * text for a Markdown source, where a bare number is a heading.
 */
export function writtenFragment({ start, end }: LineRange, like = ""): string {
  if (/^#line=/i.test(like)) return `#line=${start - 1},${end}`;
  const prefix = /^#(l?)\d/i.exec(like)?.[1] ?? "L";
  const first = `#${prefix}${start}`;
  if (start === end) return first;
  const [, dash, second] = /([-\u2010-\u2015\u2212])(l?)\d/i.exec(like) ?? ["", "-", prefix];
  return `${first}${dash}${second}${end}`;
}
