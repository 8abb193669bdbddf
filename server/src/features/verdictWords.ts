import type { LineRange } from "../span.ts";
import type { CheckedCitation, CheckedQuote, Passage } from "../workspace/checkedNote.ts";
import { nameBeside } from "../workspace/uri.ts";
import { counted, linesInWords, listed } from "../workspace/wording.ts";

export interface VerdictWords {
  /** "Altered" */
  readonly title: string;
  /** The rest of the sentence: ", 1 difference, at line 7 and not at line 3." */
  readonly rest: string;
}

/** How many of a quote's places are named. */
const maxPlaces = 8;

/** What checking a quote found, as a sentence that begins with the verdict. */
export function verdictInWords(quote: CheckedQuote, { citation, sourceUri }: CheckedCitation): VerdictWords {
  const file = citation.path;
  const at = quote.passage === null ? "" : linesInWords(quote.passage.lines);
  const not = citation.lines === null ? "" : `, not at ${linesInWords(citation.lines)}`;
  switch (quote.verdict) {
    case "exact":
      return { title: "Exact", rest: ": word for word." };
    case "equivalent":
      return { title: "Equivalent", rest: ": the source’s words, with permitted changes only." };
    case "moved":
      return { title: "Moved", rest: `: these words are at ${at} of ${file}${not}.` };
    case "ambiguous":
      return { title: "Ambiguous", rest: `: these words are at ${placesInWords(quote.places)} of ${file}${not}.` };
    case "altered": {
      const place = isCited(quote.passage, citation.lines) ? "" : `, at ${at}${not}`;
      return { title: "Altered", rest: `: ${counted(quote.edits.length, "difference")} from ${file}${place}.` };
    }
    case "elsewhere": {
      const other =
        quote.passage === null ? "another source" : `${nameBeside(quote.passage.uri, sourceUri ?? "")}, ${at}`;
      return { title: "In another source", rest: `: these words are in ${other}, not in ${file}.` };
    }
    case "absent":
      return { title: "Not found", rest: `: no such passage in ${file}.` };
    case "unchecked":
      return { title: "Not checked", rest: `: these words were not compared with ${file}.` };
  }
}

function placesInWords(places: readonly Passage[]): string {
  const inOneLine = places.every(({ lines }) => lines.start === lines.end);
  if (inOneLine)
    return `lines ${listed(
      places.map(({ lines }) => String(lines.start)),
      maxPlaces,
    )}`;
  return listed(
    places.map(({ lines }) => linesInWords(lines)),
    maxPlaces,
  );
}

function isCited(passage: Passage | null, cited: LineRange | null): boolean {
  if (passage === null || cited === null) return true;
  return cited.start <= passage.lines.start && passage.lines.end <= cited.end;
}
