import type { LineRange } from "../../server/src/span.ts";
import type { Random } from "./random.ts";

/**
 * Every form in which a citation of the file can name lines. Columns are those of the first and last character, 1-based.
 */
export function fragmentsFor(path: string, { start, end }: LineRange, columns: LineRange): string[] {
  const ranges = [
    `#L${start}-L${end}`,
    `#L${start}-${end}`,
    `#${start}-${end}`,
    `#line=${start - 1},${end}`,
    `#L${start}–L${end}`,
    `#${start}–${end}`,
    `#L${start},${columns.start}-L${end},${columns.end + 1}`,
    `#L${start},${columns.start}-${end},${columns.end + 1}`,
    `#L${start}C${columns.start}-L${end}C${columns.end + 1}`,
  ];
  const single = [`#L${start}`, `#${start}`, `#L${start},${columns.start}`, `#L${start}C${columns.start}`];
  const forms = start === end ? [...single, ...ranges] : ranges;
  // In Markdown a number alone may be a heading.
  return path.endsWith(".md") ? forms.filter((form) => !/^#\d/u.test(form)) : forms;
}

/** The lines, now and then with some more on either side, as people cite them. */
export function widened(lines: LineRange, lineCount: number, random: Random): LineRange {
  if (!random.once(4)) return lines;
  return {
    start: Math.max(1, lines.start - random.below(3)),
    end: Math.min(lineCount, lines.end + random.below(3)),
  };
}
