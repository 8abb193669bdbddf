import type { Range } from "vscode-languageserver-types";

/** The document with what VS Code's opener reads as a selection (`extractSelection`): `#L3,1-L5,20`, 1-based. */
export function selectionUri(uri: string, { start, end }: Range): string {
  return `${uri}#L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`;
}
