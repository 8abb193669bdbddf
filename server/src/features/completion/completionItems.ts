import type {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  InsertReplaceEdit,
  TextEdit,
} from "vscode-languageserver-types";
import { t } from "../../l10n.ts";
import { writtenFragment } from "../../note/write/fragment.ts";
import type { LinedText } from "../../source/lines.ts";
import type { LineRange, Span } from "../../span.ts";
import { visible } from "../../visible.ts";
import type { Suggestion, Suggestions } from "../../workspace/suggest/suggestion.ts";
import { baseName } from "../../workspace/uri.ts";
import { rangeOf } from "../position.ts";
import { shortened } from "../words.ts";
import { passageLabel } from "./passageLabel.ts";

/** What a client can do with completions. */
export interface CompletionFeatures {
  /** Items may say something in grey behind their label. */
  readonly labelDetails: boolean;
  /** An edit may say both what it inserts and what it replaces. */
  readonly insertReplace: boolean;
}

/** Kept with an item until the person looks at it: what its documentation shows. */
export interface CompletionData {
  readonly uri: string;
  readonly lines: LineRange | null;
  readonly passage: Span | null;
}

const longestLabel = 90;
/** VS Code's list is so many characters wide, and cuts what stands on the right before it cuts the label. */
const listWidth = 43;

/** The suggestions for a note as LSP's list. Texts of files are shown with whatever is hidden in them written out. */
export function completionList(
  note: LinedText,
  { items, isIncomplete }: Suggestions,
  features: CompletionFeatures,
): CompletionList {
  const isOneSource = new Set(items.map(({ source }) => source.uri)).size === 1;
  return {
    isIncomplete,
    items: items.map((suggestion, index) => ({
      ...labelOf(suggestion, { ...features, isOneSource }),
      ...itemOf(note, suggestion, index, features),
    })),
  };
}

type Unlabelled = Omit<CompletionItem, keyof Label>;

function itemOf(note: LinedText, suggestion: Suggestion, index: number, features: CompletionFeatures): Unlabelled {
  const { source, edit, also, filter, isPreferred } = suggestion;
  const { uri, lines, passage } = source;
  const data: CompletionData = { uri, lines, passage };
  return {
    kind: kinds[suggestion.kind],
    sortText: String(index).padStart(3, "0"),
    filterText: filter,
    textEdit: editOf(note, edit, features),
    ...(also.length > 0
      ? { additionalTextEdits: also.map(({ span, text }) => ({ range: rangeOf(note, span), newText: text })) }
      : {}),
    ...(isPreferred ? { preselect: true } : {}),
    data,
  };
}

const kinds = {
  /** File, Reference and Text of the protocol. */
  file: 17,
  lines: 18,
  quotation: 1,
} as const satisfies Record<Suggestion["kind"], CompletionItemKind>;

function editOf(
  note: LinedText,
  { text, typed, whole, isWhole }: Suggestion["edit"],
  { insertReplace }: CompletionFeatures,
): TextEdit | InsertReplaceEdit {
  if (isWhole || !insertReplace) return { range: rangeOf(note, whole), newText: text };
  return { newText: text, insert: rangeOf(note, typed), replace: rangeOf(note, whole) };
}

type Label = Pick<CompletionItem, "label" | "labelDetails" | "detail">;

interface LabelOptions extends CompletionFeatures {
  /** Whether all that is suggested is of one source. */
  readonly isOneSource: boolean;
}

function labelOf(suggestion: Suggestion, options: LabelOptions): Label {
  switch (suggestion.kind) {
    case "file":
      return fileLabel(suggestion, options.labelDetails);
    case "lines":
      return linesLabel(suggestion, options.labelDetails);
    case "quotation":
      return quotationLabel(suggestion, options);
  }
}

function fileLabel({ label, citedBy }: Suggestion, labelDetails: boolean): Label {
  const path = visible(label);
  const detail = fileDetail(citedBy);
  if (!labelDetails) return { label: path, detail };
  const description = whoCites(citedBy);
  // Tells it from what the editor offers itself for the file.
  const fragment = " #L…";
  const room = listWidth - description.length;
  const shown = path.length <= room ? path : endOf(path, room - fragment.length);
  return {
    label: shown,
    detail: shown === path ? detail : `${path} – ${detail}`,
    labelDetails: { detail: fragment, description },
  };
}

/** Files of one folder differ at their ends. */
function endOf(path: string, room: number): string {
  return `…${[...path].slice(1 - room).join("")}`;
}

function fileDetail(citedBy: Suggestion["citedBy"]): string {
  if (citedBy === "this note") return t("Cite lines of this source, as this note does");
  return citedBy === "other notes" ? t("Cite lines of this source, as other notes do") : t("Cite lines of this file");
}

function whoCites(citedBy: Suggestion["citedBy"]): string {
  if (citedBy === "this note") return t("cited here");
  return citedBy === "other notes" ? t("cited elsewhere") : t("not cited");
}

function linesLabel({ label, text, source }: Suggestion, labelDetails: boolean): Label {
  const lines = visible(label.slice(1));
  const said = shownText(text);
  // The documentation begins with the place.
  if (labelDetails) return { label: lines, labelDetails: { detail: `  ${said}` } };
  return { label: shownText(`${lines}  ${said}`), detail: placeInWords(source) };
}

function quotationLabel(
  { label, given, source, also }: Suggestion,
  { labelDetails, isOneSource }: LabelOptions,
): Label {
  const place = placeInWords(source);
  const changed = also.length === 0 ? {} : { detail: t("{0}: the citation is changed to that", place) };
  if (!labelDetails) return { label: visible(passageLabel(label, given, longestLabel)), detail: place, ...changed };
  const description = shortPlace(source, isOneSource);
  return {
    label: visible(passageLabel(label, given, listWidth - description.length)),
    labelDetails: { description },
    ...changed,
  };
}

function placeInWords({ uri, lines }: Suggestion["source"]): string {
  const name = visible(baseName(uri));
  if (lines === null) return name;
  if (lines.start === lines.end) return t("{0}, line {1}", name, lines.start);
  return t("{0}, lines {1}–{2}", name, lines.start, lines.end);
}

const longestName = 16;

/** As in a citation: `post.txt#L3-L5`; of a source that is clear the lines alone. */
function shortPlace({ uri, lines }: Suggestion["source"], isOneSource: boolean): string {
  const name = visible(shortened(baseName(uri), longestName));
  const fragment = lines === null ? "" : writtenFragment(lines);
  return isOneSource && fragment !== "" ? fragment.slice(1) : name + fragment;
}

function shownText(text: string): string {
  return visible(shortened(text, longestLabel));
}
