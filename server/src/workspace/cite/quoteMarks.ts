import type { QuoteStyle } from "../../note/write/quoteStyle.ts";
import { curlyMarks, straightMarks } from "../../note/write/quoteStyle.ts";
import { languageOf, languageScores } from "../../quote/language/detect.ts";
import { readWords } from "../../quote/text/words.ts";

const guillemets: QuoteStyle = { open: "«", close: "»" };

/** What people write in a language, where it is not what an English keyboard has. */
const marksOfLanguages: Readonly<Record<string, QuoteStyle>> = {
  German: { open: "„", close: "“" },
  French: { open: "«\u00a0", close: "\u00a0»" },
  Spanish: guillemets,
  Italian: guillemets,
  Russian: guillemets,
  Greek: guillemets,
  Arabic: guillemets,
  Portuguese: curlyMarks,
  Chinese: curlyMarks,
  Japanese: { open: "「", close: "」" },
};

/** So much of a text tells its language. */
const longestSample = 6000;

/** The marks for a note that has no quotation yet: those of its language where that is clear, else of the source's. */
export function marksForLanguage(note: string, source: string): QuoteStyle {
  const { name } = languageOf(wordsOf(note), languageScores(wordsOf(source)));
  return marksOfLanguages[name] ?? straightMarks;
}

function wordsOf(text: string): ReturnType<typeof readWords>["words"] {
  return readWords(text, 0, Math.min(text.length, longestSample)).words;
}
