import type { Range, TextDocument, TextEditor } from "vscode";
import type { CiteParams } from "../../../server/src/shell/protocol.ts";

/** Where words were copied from. Plain data: it goes through a data transfer. */
export type Origin = Required<CiteParams["source"]>;

/** Words as they are now. An empty range stands for its line, as it does where VS Code copies. */
export function originOf(document: TextDocument, ranges: readonly Range[]): Origin {
  const lines = [...ranges].map((range) => (range.isEmpty ? document.lineAt(range.start.line).range : range));
  return {
    uri: document.uri.toString(),
    ranges: lines.map(({ start, end }) => ({
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    })),
    copied: lines.map((range) => document.getText(range)),
  };
}

export function originOfSelection({ document, selections }: TextEditor): Origin {
  return originOf(document, selections);
}

/** Whether the text of a clipboard is what was copied from there, whatever its line ends have become. */
export function isCopyOf(text: string, { copied }: Origin): boolean {
  return plain(text) === plain(copied.join("\n"));
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

export function parseOrigin(json: string): Origin | null {
  try {
    return JSON.parse(json) as Origin;
  } catch {
    return null;
  }
}
