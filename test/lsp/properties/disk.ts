import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createNodeFileSystem } from "../../../server/src/shell/nodeFileSystem.ts";
import type { FileSystem } from "../../../server/src/workspace/fileSystem.ts";
import { createMemoryFileSystem, uriOf } from "../../unit/workspace/memoryFileSystem.ts";

/** Files that a person and a server share. Paths begin with the name of a workspace folder: `wiki/a.md`. */
export interface Disk {
  readonly fileSystem: FileSystem;
  uri(path: string): string;
  path(uri: string): string;
  /** Of all files. */
  paths(): string[];
  /** The text of a file; null where there is none. */
  read(path: string): string | null;
  /** Makes folders as needed. Does nothing where a folder stands in the way. */
  write(path: string, text: string): void;
  link(path: string, to: string): void;
  /** A file, a link, or a folder with all that is in it. */
  remove(path: string): void;
  /** In place of what was there. Does nothing where there is nothing to move, or into itself. */
  move(from: string, to: string): void;
  discard(): void;
}

export const folders = ["wiki", "more"];

export function memoryDisk(): Disk {
  const texts = new Map<string, string>();
  const files = createMemoryFileSystem(Object.fromEntries(folders.map((name) => [`/${name}`, { folder: true }])));
  const isTaken = (path: string) =>
    [...texts.keys()].some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
  const remove = (path: string) => {
    for (const known of [...texts.keys()]) if (known === path || known.startsWith(`${path}/`)) texts.delete(known);
    files.remove(`/${path}`);
  };
  return {
    fileSystem: files,
    uri: (path) => uriOf(`/${path}`),
    path: (uri) => decodeURIComponent(uri.slice("file:///".length)),
    paths: () => [...texts.keys()],
    read: (path) => texts.get(path) ?? null,
    write(path, text) {
      if (isTaken(path)) return;
      texts.set(path, text);
      files.write(`/${path}`, text);
    },
    link: (path, to) => files.write(`/${path}`, { link: `/${to}` }),
    remove,
    move(from, to) {
      if (to === from || to.startsWith(`${from}/`) || from.startsWith(`${to}/`)) return;
      const moved = [...texts].filter(([path]) => path === from || path.startsWith(`${from}/`));
      if (moved.length === 0) return;
      remove(to);
      if (isTaken(to)) return;
      for (const [path, text] of moved) {
        texts.delete(path);
        texts.set(to + path.slice(from.length), text);
      }
      files.move(`/${from}`, `/${to}`);
    },
    discard() {},
  };
}

/** A folder of this machine. */
export function realDisk(): Disk {
  const home = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), "verbatim-events-")));
  const at = (path: string) => join(home, path);
  const isFile = (path: string) => fs.statSync(at(path), { throwIfNoEntry: false })?.isFile() === true;
  const isBlocked = (path: string): boolean =>
    path.includes("/") && (isFile(dirname(path)) || isBlocked(dirname(path)));
  for (const name of folders) fs.mkdirSync(at(name));
  return {
    fileSystem: createNodeFileSystem(),
    uri: (path) => pathToFileURL(at(path)).href,
    path: (uri) => decodeURIComponent(uri.slice(pathToFileURL(`${home}/`).href.length)),
    paths: () => fs.readdirSync(home, { recursive: true, encoding: "utf8" }).filter(isFile),
    read: (path) => (isFile(path) ? fs.readFileSync(at(path), "utf8") : null),
    write(path, text) {
      if (isBlocked(path) || fs.statSync(at(path), { throwIfNoEntry: false })?.isDirectory()) return;
      fs.mkdirSync(dirname(at(path)), { recursive: true });
      fs.writeFileSync(at(path), text);
    },
    link: (path, to) => fs.symlinkSync(at(to), at(path)),
    remove: (path) => fs.rmSync(at(path), { recursive: true, force: true }),
    move(from, to) {
      if (to === from || to.startsWith(`${from}/`) || from.startsWith(`${to}/`)) return;
      if (!fs.existsSync(at(from)) || isBlocked(to)) return;
      fs.rmSync(at(to), { recursive: true, force: true });
      fs.mkdirSync(dirname(at(to)), { recursive: true });
      fs.renameSync(at(from), at(to));
    },
    discard: () => fs.rmSync(home, { recursive: true, force: true }),
  };
}
