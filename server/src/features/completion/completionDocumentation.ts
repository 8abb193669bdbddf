import type { CompletionItem, MarkupContent } from "vscode-languageserver-types";
import { countLines } from "../../source/lines.ts";
import type { Source } from "../../source/source.ts";
import type { LineRange, Span } from "../../span.ts";
import { baseName } from "../../workspace/uri.ts";
import { linesInWords } from "../../workspace/wording.ts";
import { bracketsFor, excerptOf } from "../excerpt.ts";
import { type HoverFormat, hoverText } from "../hoverText.ts";
import type { SourceLookup } from "../lookup.ts";
import type { CompletionData } from "./completionItems.ts";

export interface DocumentationOptions {
  readonly source: SourceLookup;
  readonly maxLines: number;
  readonly format: HoverFormat;
}

/** The item with the lines that it cites, its passage marked; unchanged where they cannot be read. */
export async function withDocumentation(item: CompletionItem, options: DocumentationOptions): Promise<CompletionItem> {
  if (!isData(item.data)) return item;
  const { uri, lines, passage } = item.data;
  const source = await options.source(uri);
  if (source === null) return item;
  return { ...item, documentation: documentation({ uri, lines, passage }, source, options) };
}

/** What comes back from a client is looked at before it is believed. */
function isData(data: unknown): data is CompletionData {
  if (typeof data !== "object" || data === null) return false;
  const { uri, lines, passage } = data as Partial<CompletionData>;
  return typeof uri === "string" && isRange(lines) && isRange(passage);
}

function isRange(range: LineRange | Span | null | undefined): boolean {
  return range === null || (Number.isInteger(range?.start) && Number.isInteger(range?.end));
}

function documentation(
  { uri, lines, passage }: CompletionData,
  source: Source,
  { maxLines, format }: DocumentationOptions,
): MarkupContent {
  const shown = lines ?? { start: 1, end: Math.min(maxLines, countLines(source)) };
  const brackets = bracketsFor(source, shown);
  const rows = excerptOf(source, { lines: shown, marks: passage === null ? [] : [passage], maxLines, brackets });
  const text = lines === null ? "" : `, ${linesInWords(lines)}`;
  return {
    kind: format,
    value: hoverText(
      [
        { kind: "text", strong: baseName(uri), text },
        { kind: "rows", rows },
      ],
      format,
    ),
  };
}
