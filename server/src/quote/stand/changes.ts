import type { PermittedChange } from "../judgement.ts";
import { isFinalPunctuation, isUnseen, Kind, kindAt } from "../text/characters.ts";
import { Folded } from "../text/foldWord.ts";
import { hasEllipsis } from "../text/gapMarks.ts";
import type { Word } from "../text/words.ts";

/** The permitted changes in the order in which they are named. */
const order: readonly PermittedChange[] = [
  "whitespace",
  "quote-marks",
  "dashes",
  "ellipsis",
  "brackets",
  "sic",
  "emphasis",
  "initial-case",
  "final-punctuation",
  "unicode-form",
  "ligature",
  "hyphenation",
  "invisible",
];

export function inOrder(changes: ReadonlySet<PermittedChange>): PermittedChange[] {
  return order.filter((change) => changes.has(change));
}

/** Adds what is different in the writing of two words that are the same word. */
export function addWordChanges(
  changes: Set<PermittedChange>,
  quote: { readonly text: string; readonly word: Word },
  source: { readonly text: string; readonly word: Word },
): void {
  const different = quote.word.folded ^ source.word.folded;
  if (different === 0) {
    const bits = quote.word.folded;
    if (bits === 0 || rawWord(quote) === rawWord(source)) return;
    if (bits & Folded.apostrophe) changes.add("quote-marks");
    if (bits & Folded.form) changes.add("unicode-form");
    return;
  }
  if (different & Folded.form) changes.add("unicode-form");
  if (different & Folded.ligature) changes.add("ligature");
  if (different & Folded.softHyphen) changes.add("hyphenation");
  if (different & Folded.invisible) changes.add("invisible");
  if (different & Folded.apostrophe) changes.add("quote-marks");
}

function rawWord({ text, word }: { readonly text: string; readonly word: Word }): string {
  return text.slice(word.start, word.end);
}

/** Adds what is different in the writing of two stretches between words, final punctuation left aside. */
export function addGapChanges(changes: Set<PermittedChange>, quote: string, source: string): void {
  if (quote === source) return;
  const inner = marks(quote);
  const outer = marks(source);
  if (inner.quotes !== outer.quotes) changes.add("quote-marks");
  if (inner.dashes !== outer.dashes) changes.add("dashes");
  if (inner.dots !== outer.dots) changes.add("ellipsis");
  if (inner.hidden !== outer.hidden) changes.add("invisible");
  if (inner.hyphens !== outer.hyphens) changes.add("hyphenation");
  if (inner.ignored !== outer.ignored) changes.add("emphasis");
  if (inner.others !== outer.others && inner.others.normalize("NFKC") === outer.others.normalize("NFKC")) {
    changes.add("unicode-form");
  }
  if (inner.spaces === outer.spaces) return;
  const sameShape = quote.replace(/\s+/gu, " ") === source.replace(/\s+/gu, " ");
  if (!sameShape && inner.dashes !== "" && outer.dashes !== "") changes.add("dashes");
  else if (!sameShape && inner.dots !== "" && outer.dots !== "") changes.add("ellipsis");
  else changes.add("whitespace");
}

/** The marks at an end of a quote: its own, those of the passage, and those (folded) that the source has there. */
interface EdgeMarks {
  readonly quote: string;
  readonly source: string;
  readonly gap: string;
}

/** Adds what a quote begins or ends with and its passage does not. What cannot be seen makes no difference. */
export function addEdgeChanges(changes: Set<PermittedChange>, { quote, source, gap }: EdgeMarks): void {
  const written = visibleMarks(quote);
  const found = visibleMarks(source);
  if (written === found) return;
  const own = new Set<PermittedChange>();
  addGapChanges(own, written, found);
  if (own.size === 0) own.add(droppedBeside(written, gap));
  for (const change of own) changes.add(change);
}

/** Which of the source's marks at that place the quote dropped, so that what it does have stands otherwise there. */
function droppedBeside(written: string, gap: string): PermittedChange {
  if ([...written].every(isFinalPunctuation)) return "final-punctuation";
  if (/[“”‟]/u.test(gap)) return "quote-marks";
  return gap.includes("…") ? "ellipsis" : "final-punctuation";
}

function visibleMarks(gap: string): string {
  let visible = "";
  for (const character of gap) if (!isUnseen(kindAt(character, 0))) visible += character;
  return visible;
}

interface Marks {
  quotes: string;
  dashes: string;
  dots: string;
  hidden: string;
  hyphens: string;
  ignored: string;
  others: string;
  spaces: string;
}

function marks(gap: string): Marks {
  const found = { quotes: "", dashes: "", dots: "", hidden: "", hyphens: "", ignored: "", others: "", spaces: "" };
  const hasDots = hasEllipsis(gap);
  for (let i = 0; i < gap.length; i++) {
    const character = gap[i];
    switch (kindAt(gap, i)) {
      case Kind.space:
        found.spaces += character;
        break;
      case Kind.quote:
      case Kind.apostrophe:
        found.quotes += character;
        break;
      case Kind.dash:
        found.dashes += character;
        break;
      case Kind.ellipsis:
        found.dots += character;
        break;
      case Kind.dot:
        if (hasDots) found.dots += character;
        break;
      case Kind.softHyphen:
        found.hyphens += character;
        break;
      case Kind.invisible:
        found.hidden += character;
        break;
      case Kind.ignored:
        found.ignored += character;
        break;
      default:
        if (!isFinalPunctuation(character)) found.others += character;
    }
  }
  return found;
}
