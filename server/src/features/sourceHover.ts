import { plural, t } from "../l10n.ts";
import type { LinedText } from "../source/lines.ts";
import { citedByInWords } from "./citedByWords.ts";
import type { CitingPlace } from "./citingPlaces.ts";
import { type HoverBlock, type HoverFormat, type HoverItem, hoverText, type MarkupHover } from "./hoverText.ts";
import { lineSpan, rangeOf } from "./position.ts";
import { selectionUri } from "./selectionUri.ts";
import { verdictLabel } from "./verdictLabel.ts";
import { shortened } from "./words.ts";

export interface SourceHoverOptions {
  readonly format: HoverFormat;
  /** How a person is told of a note, by its URI. */
  readonly nameOf: (noteUri: string) => string;
  /** The URI by which the client knows the note. */
  readonly uriOf: (noteUri: string) => string;
}

const maxItems = 10;
const maxQuoteLength = 80;

/** Who cites a 0-based line of a source. Null where nobody does. */
export function sourceHover(
  source: LinedText,
  line: number,
  places: readonly CitingPlace[],
  options: SourceHoverOptions,
): MarkupHover | null {
  if (places.length === 0 || line >= source.lineStarts.length) return null;
  const items = places.slice(0, maxItems).map((place) => itemOf(place, options));
  const more = places.length - items.length;
  const blocks: HoverBlock[] = [
    { kind: "text", strong: t("Cited by {0}", citedByInWords(places)), text: "" },
    { kind: "list", items: more > 0 ? [...items, plural(more, "… {0} more", "… {0} more")] : items },
  ];
  return {
    contents: { kind: options.format, value: hoverText(blocks, options.format) },
    range: rangeOf(source, lineSpan(source, line)),
  };
}

function itemOf(place: CitingPlace, { nameOf, uriOf }: SourceHoverOptions): HoverItem {
  const { note, span, words, verdict } = place;
  const range = rangeOf(note, span);
  const text = t("{0}, line {1}", nameOf(note.uri), range.start.line + 1);
  const found = verdict === null ? t("without a quote") : verdictLabel(verdict);
  const rest = words === "" ? found : t("{0}, “{1}”", found, shortened(words, maxQuoteLength));
  return { text, uri: selectionUri(uriOf(note.uri), range), rest: `: ${rest}` };
}

/** What a note's own hover says and who cites the same place, in one. Null where there is neither. */
export function joinedHover(first: MarkupHover | null, second: MarkupHover | null): MarkupHover | null {
  if (first === null || second === null) return first ?? second;
  return { ...first, contents: { ...first.contents, value: `${first.contents.value}\n\n${second.contents.value}` } };
}
