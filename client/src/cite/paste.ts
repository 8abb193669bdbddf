import {
  type DataTransfer,
  DataTransferItem,
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditContext,
  l10n,
  languages,
  type Range,
  type TextDocument,
  workspace,
} from "vscode";
import type { Server } from "../server/server.ts";
import { askForCitation } from "./ask.ts";
import type { CopiedCitation } from "./copyAsCitation.ts";
import { isCopyOf, type Origin, originOf, parseOrigin } from "./origin.ts";

const originMime = "application/vnd.verbatim.origin+json";

/** Nobody quotes more lines than these, and what is copied is kept twice. */
const mostLines = 2000;

type Shape = "quotation" | "blockQuote";

/**
 * Remembers where words were copied, and offers them as quotations where they are pasted into a note. Only where VS Code
 * has the means (1.97).
 */
export function offerPasting(server: Server, copied: CopiedCitation): Disposable {
  if (typeof languages.registerDocumentPasteEditProvider !== "function") return new Disposable(() => {});
  const root = DocumentDropOrPasteEditKind.Empty.append("verbatim");
  const kinds = {
    quotation: root.append("quotation"),
    blockQuote: root.append("blockQuote"),
    citation: root.append("citation"),
  };

  async function edits(
    document: TextDocument,
    range: Range,
    transfer: DataTransfer,
    wanted: (kind: keyof typeof kinds) => boolean,
  ): Promise<DocumentPasteEdit[]> {
    const text = (await transfer.get("text/plain")?.asString()) ?? "";
    const citation = copied.originOf(text);
    if (citation !== null) return wanted("citation") ? citationEdits(citation, document, range) : [];
    const origin = parseOrigin((await transfer.get(originMime)?.asString()) ?? "null");
    if (origin === null || origin.uri === document.uri.toString() || !isCopyOf(text, origin)) return [];
    const preferred = workspace.getConfiguration("verbatim", document).get<string>("paste.default");
    const shapes: Shape[] = preferred === "blockQuote" ? ["blockQuote", "quotation"] : ["quotation", "blockQuote"];
    const found: DocumentPasteEdit[] = [];
    for (const shape of shapes.filter(wanted)) {
      const { text, isOnlyNote } = await askForCitation(server, { source: origin, note: { document, range }, shape });
      if (text === null || isOnlyNote) continue;
      const edit = new DocumentPasteEdit(text, titleOf(shape), kinds[shape]);
      // What was asked for comes first, and the plain text before the rest.
      if (shape !== preferred) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
      found.push(edit);
    }
    return found;
  }

  async function citationEdits(origin: Origin, document: TextDocument, range: Range): Promise<DocumentPasteEdit[]> {
    const shape = origin.ranges.length > 0 ? "quotation" : "citation";
    const { text } = await askForCitation(server, { source: origin, note: { document, range }, shape });
    return text === null ? [] : [new DocumentPasteEdit(text, l10n.t("Paste as citation"), kinds.citation)];
  }

  return Disposable.from(
    languages.registerDocumentPasteEditProvider(
      { scheme: "file" },
      {
        prepareDocumentPaste(document, ranges, transfer) {
          if (ranges.some(({ start, end }) => end.line - start.line > mostLines)) return;
          transfer.set(originMime, new DataTransferItem(JSON.stringify(originOf(document, ranges))));
        },
      },
      { providedPasteEditKinds: [], copyMimeTypes: [originMime] },
    ),
    languages.registerDocumentPasteEditProvider(
      { language: "markdown" },
      {
        async provideDocumentPasteEdits(document, ranges, transfer, { only }: DocumentPasteEditContext) {
          if (ranges.length !== 1) return [];
          return edits(document, ranges[0], transfer, (kind) => only?.contains(kinds[kind]) ?? true);
        },
      },
      { providedPasteEditKinds: Object.values(kinds), pasteMimeTypes: [originMime, "text/plain"] },
    ),
  );
}

function titleOf(shape: Shape): string {
  return shape === "quotation" ? l10n.t("Paste as quotation") : l10n.t("Paste as block quote");
}
