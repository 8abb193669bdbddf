import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Files in a folder of their own. */
export interface Notebook {
  readonly folder: string;
  readonly uri: (path?: string) => string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly remove: (path: string) => void;
}

const made: string[] = [];

export function notebook(files: Readonly<Record<string, string | Uint8Array>>): Notebook {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-lsp-")));
  made.push(folder);
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    folder,
    uri: (path = "") => pathToFileURL(join(folder, path)).href,
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
  };
}

export function removeNotebooks(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export const post = [
  "Harbour reopens after storm",
  "",
  "The harbour was shut for 13 days, the longest time in memory.",
  "“We ignored the warning,” the master said. Nobody was hurt.",
  "The ferries sail again on Monday.",
  "",
].join("\n");
