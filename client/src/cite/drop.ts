import {
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  FileType,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import type { Server } from "../server/server.ts";
import { askForCitation } from "./ask.ts";

const uriList = "text/uri-list";

/** Notes, pictures and the like are linked or shown, and not cited: VS Code's own Markdown support does that. */
const noSource = /\.(?:md|markdown|png|jpe?g|gif|svg|webp|avif|bmp|ico|mp[34]|webm|ogg|wav|mov|m4[av])$/i;

/** Offers a citation where sources are dropped on a note, beside what VS Code makes of them. */
export function offerDropping(server: Server): Disposable {
  if (typeof DocumentDropOrPasteEditKind !== "function") return new Disposable(() => {});
  const kind = DocumentDropOrPasteEditKind.Empty.append("verbatim", "citation");

  async function provide(
    document: TextDocument,
    position: Position,
    transfer: DataTransfer,
  ): Promise<DocumentDropEdit[]> {
    const sources = await sourcesIn((await transfer.get(uriList)?.asString()) ?? "");
    const range = new Range(position, position);
    const citations: string[] = [];
    for (const source of sources) {
      const { text } = await askForCitation(server, {
        source: { uri: source.toString() },
        note: { document, range },
        shape: "citation",
      });
      if (text !== null) citations.push(text);
    }
    if (citations.length === 0) return [];
    const edit = new DocumentDropEdit(listed(citations));
    edit.title = citations.length === 1 ? l10n.t("Insert citation") : l10n.t("Insert citations");
    edit.kind = kind;
    edit.yieldTo = [DocumentDropOrPasteEditKind.Empty.append("markdown")];
    return [edit];
  }

  return languages.registerDocumentDropEditProvider(
    { language: "markdown" },
    { provideDocumentDropEdits: provide as never },
    { dropMimeTypes: [uriList], providedDropEditKinds: [kind] },
  );
}

/** Each was written for the place alone, with the white space that belongs around it there. */
function listed(citations: readonly string[]): string {
  const [before = ""] = /^\s*/.exec(citations[0]) ?? [];
  const [behind = ""] = /(?<!\s)\s*$/.exec(citations[citations.length - 1]) ?? [];
  return before + citations.map((citation) => citation.trim()).join(", ") + behind;
}

async function sourcesIn(list: string): Promise<Uri[]> {
  const uris = list
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => Uri.parse(line))
    .filter(({ scheme, path }) => scheme === "file" && !noSource.test(path));
  const isFile = await Promise.all(uris.map(async (uri) => (await statOf(uri)) === FileType.File));
  return uris.filter((_, i) => isFile[i]);
}

async function statOf(uri: Uri): Promise<FileType | null> {
  try {
    return (await workspace.fs.stat(uri)).type & ~FileType.SymbolicLink;
  } catch {
    return null;
  }
}
