import type { FileChange } from "../../../server/src/workspace/workspace.ts";
import { type Desk, wikiUri } from "./desk.ts";

export const bell = "The bell rang twice before noon.\n";
export const wind = "It was the wind, they said later.\n";

export const rightBell = '"The bell rang twice" ([x](x.txt#L1))\n';
export const rightWind = '"It was the wind" ([y](y.txt#L1))\n';

export const files = { "a.md": rightBell, "b.md": rightBell, "c.md": rightWind, "x.txt": bell, "y.txt": wind };

export function forget({ files, work, updates }: Desk): void {
  files.forgetCalls();
  work.length = 0;
  updates.length = 0;
}

export function worked({ work }: Desk): string[] {
  return work.map(({ kind, uri }) => `${kind} ${uri.slice("file:///wiki/".length)}`);
}

export function changed(desk: Desk, ...changes: [string, FileChange["type"]][]): void {
  desk.workspace.filesChanged(changes.map(([path, type]) => ({ uri: wikiUri(path), type })));
}
