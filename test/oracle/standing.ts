/** What can be said of words and a source without the engine: whether the words stand in it, and how often. */
import { withoutMarks } from "./draft.ts";
import { anyEllipsis } from "./permitted/ellipsis.ts";

/** The letters and digits of a text in lower case, so that neither marks nor white space, nor a broken word count. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** The stretches of a quote that it gives as the source's own, folded: what stands between ellipses and brackets. */
export function fragmentsOf(quote: string): string[] {
  return withoutMarks(quote)
    .replace(anyEllipsis, "\n")
    .replace(/\S*\[[^\]]*\]\S*|\((?:sic|citations? omitted|emphasis[^)]*|italics[^)]*)\)/giu, "\n")
    .replace(/\n+/gu, "\u0000")
    .split("\u0000")
    .map(foldWords)
    .filter((fragment) => fragment !== "");
}

/**
 * Whether every fragment stands in the folded text. Of a changed quote one must not, or the change has made a quote that
 * is honest after all.
 */
export function everyFragmentStands(quote: string, folded: string): boolean {
  return fragmentsOf(quote).every((fragment) => folded.includes(fragment));
}

export function everyFragmentStandsOnce(quote: string, folded: string): boolean {
  return fragmentsOf(quote).every((fragment) => {
    const first = folded.indexOf(fragment);
    return first >= 0 && folded.indexOf(fragment, first + 1) < 0;
  });
}
