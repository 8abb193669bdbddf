import { isFinalPunctuation } from "./characters.ts";

/** How the marks between two words of a quote stand to those of its source. */
export type GapAnswer = "same" | "final-punctuation" | "different";

/** Compares the marks (see `Word.gap`) between two words of the quote and of the source. */
export function compareGaps(quote: string, source: string): GapAnswer {
  if (quote === source) return "same";
  const inner = undirected(quote);
  const outer = undirected(source);
  if (inner === outer) return "same";
  // Several paragraphs have an opening mark at the beginning of each, and items a bullet, which quoting may drop.
  if (undirected(withoutLineMarks(quote)) === undirected(withoutLineMarks(source))) return "same";
  if (quote.length + source.length > 40) return "different";
  if (undirected(withoutBeforeClosing(quote)) === undirected(withoutBeforeClosing(source))) return "final-punctuation";
  const moved = withoutAroundClosing(quote).rest === withoutAroundClosing(source).rest;
  const same = withoutAroundClosing(quote).taken === withoutAroundClosing(source).taken;
  return moved && same ? "final-punctuation" : "different";
}

/** The marks in front of a part's first word: what a quotation may begin with is free, the rest must be the source's. */
export function leadingGapStands(quote: string, source: string, options: { afterEllipsis: boolean }): boolean {
  const kept = strip(quote, options.afterEllipsis);
  return kept === "" || strip(source, options.afterEllipsis).endsWith(kept);
}

/** The marks behind a part's last word. */
export function compareTrailingGaps(quote: string, source: string): GapAnswer {
  const kept = strip(quote, true);
  if (kept !== "" && !strip(source, true).startsWith(kept)) return "different";
  return strip(source, false).startsWith(strip(quote, false)) ? "same" : "final-punctuation";
}

/** Without quote marks and ellipses, and where so wished, without final punctuation. */
function strip(gap: string, final: boolean): string {
  let kept = "";
  for (const character of gap) {
    if ("“”‟…".includes(character)) continue;
    if (!final || !isFinalPunctuation(character)) kept += character === "⁃" ? "-" : character;
  }
  return kept;
}

function undirected(gap: string): string {
  return gap.replace(/[“‟]/gu, "”").replaceAll("⁃", "-");
}

function withoutLineMarks(gap: string): string {
  return gap.replace(/[‟⁃•‣]/gu, "");
}

function withoutBeforeClosing(gap: string): string {
  let kept = "";
  let closing = false;
  for (let i = gap.length - 1; i >= 0; i--) {
    if (closing && isFinalPunctuation(gap[i])) continue;
    closing = gap[i] === "”";
    kept = gap[i] + kept;
  }
  return kept;
}

function withoutAroundClosing(gap: string): { rest: string; taken: string } {
  let rest = "";
  let taken = "";
  for (let i = 0; i < gap.length; i++) {
    if (isFinalPunctuation(gap[i]) && touchesClosing(gap, i)) taken += gap[i];
    else rest += gap[i];
  }
  return { rest, taken };
}

/** Only final punctuation between `at` and a closing mark on either side. */
function touchesClosing(gap: string, at: number): boolean {
  for (const step of [-1, 1]) {
    let i = at + step;
    while (i >= 0 && i < gap.length && isFinalPunctuation(gap[i])) i += step;
    if (gap[i] === "”") return true;
  }
  return false;
}
