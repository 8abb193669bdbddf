import { plural, t } from "../l10n.ts";
import type { LineRange } from "../span.ts";
import type { CheckedCitation, CheckedQuote, Passage } from "../workspace/checkedNote.ts";
import { nameBeside } from "../workspace/uri.ts";
import { linesInWords, listed } from "../workspace/wording.ts";

export interface VerdictWords {
  /** "Altered" */
  readonly title: string;
  /** The sentence behind the title and a colon: "1 difference from report.txt, at line 7, not at line 3." */
  readonly sentence: string;
}

/** How many of a quote's places are named. */
const maxPlaces = 8;

/** What checking a quote found, as a sentence under the name of the verdict. */
export function verdictInWords(quote: CheckedQuote, { citation, sourceUri }: CheckedCitation): VerdictWords {
  const file = citation.path;
  const at = quote.passage === null ? "" : linesInWords(quote.passage.lines);
  switch (quote.verdict) {
    case "exact":
      return { title: t("Exact"), sentence: t("word for word.") };
    case "equivalent":
      return { title: t("Equivalent"), sentence: t("the source’s words, with permitted changes only.") };
    case "moved":
      return { title: t("Moved"), sentence: placedInWords(at, file, citation.lines) };
    case "ambiguous":
      return { title: t("Ambiguous"), sentence: placedInWords(placesInWords(quote.places), file, citation.lines) };
    case "altered":
      return { title: t("Altered"), sentence: differencesInWords(quote, file, citation.lines) };
    case "elsewhere": {
      if (quote.passage === null) {
        return { title: t("In another source"), sentence: t("these words are in another source, not in {0}.", file) };
      }
      const other = nameBeside(quote.passage.uri, sourceUri ?? "");
      return {
        title: t("In another source"),
        sentence: t("these words are in {0}, {1}, not in {2}.", other, at, file),
      };
    }
    case "absent":
      return { title: t("Not found"), sentence: t("no such passage in {0}.", file) };
    case "unchecked":
      return { title: t("Not checked"), sentence: t("these words were not compared with {0}.", file) };
  }
}

function placedInWords(found: string, file: string, cited: LineRange | null): string {
  if (cited === null) return t("these words are at {0} of {1}.", found, file);
  return t("these words are at {0} of {1}, not at {2}.", found, file, linesInWords(cited));
}

function differencesInWords({ edits, passage }: CheckedQuote, file: string, cited: LineRange | null): string {
  if (passage === null || cited === null || (cited.start <= passage.lines.start && passage.lines.end <= cited.end)) {
    return plural(edits.length, "{0} difference from {1}.", "{0} differences from {1}.", file);
  }
  return plural(
    edits.length,
    "{0} difference from {1}, at {2}, not at {3}.",
    "{0} differences from {1}, at {2}, not at {3}.",
    file,
    linesInWords(passage.lines),
    linesInWords(cited),
  );
}

function placesInWords(places: readonly Passage[]): string {
  const inOneLine = places.every(({ lines }) => lines.start === lines.end);
  if (!inOneLine) {
    return listed(
      places.map(({ lines }) => linesInWords(lines)),
      maxPlaces,
    );
  }
  const numbers = places.map(({ lines }) => String(lines.start));
  return t("lines {0}", listed(numbers, maxPlaces));
}
