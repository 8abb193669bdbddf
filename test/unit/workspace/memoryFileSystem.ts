import { type FileEntry, FileError, type FileStat, type FileSystem } from "../../../server/src/workspace/fileSystem.ts";
import { folderOf, isWithin, normalizeUri, resolvePath } from "../../../server/src/workspace/uri.ts";

/** What lies at a path. Text is stored as UTF-8; folders come into being with what is in them. */
export type Content =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly folder: true }
  | { readonly special: true };

export type Call = "stat" | "read" | "list" | "realpath";

/** A file system in memory that counts its calls. Paths are absolute (`/wiki/a.md`) or URIs. */
export interface MemoryFileSystem extends FileSystem {
  write(path: string, content: Content): void;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): void;
  /** Moves a file, or a folder with all that is in it. */
  move(from: string, to: string): void;
  /** Makes every call that opens the file fail, until it is written anew. */
  forbid(path: string, error: FileError): void;
  /** Reports a size other than the content's. */
  resize(path: string, size: number): void;
  /** The URIs that each call was made with since `forgetCalls`. */
  readonly calls: Readonly<Record<Call, readonly string[]>>;
  forgetCalls(): void;
  /** A copy of the files as they are, without the counts. */
  copy(): MemoryFileSystem;
}

export function uriOf(path: string): string {
  return normalizeUri(path.includes("://") ? path : `file://${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`);
}

export function createMemoryFileSystem(initial: Readonly<Record<string, Content>> = {}): MemoryFileSystem {
  const nodes = new Map<string, Content>();
  const errors = new Map<string, FileError>();
  const sizes = new Map<string, number>();
  const calls = { stat: [] as string[], read: [] as string[], list: [] as string[], realpath: [] as string[] };

  /** The URI with links resolved in every part of it. */
  function resolveLinks(uri: string, depth = 0): string {
    if (depth > 20) throw new FileError("other", "too many symbolic links");
    const folder = folderOf(uri);
    if (folder === uri) return uri;
    const parent = resolveLinks(folder, depth + 1);
    const name = uri.slice(uri.lastIndexOf("/") + 1);
    const place = parent.endsWith("/") ? parent + name : `${parent}/${name}`;
    const node = nodes.get(place);
    if (!isLink(node)) return place;
    const target = node.link.startsWith("/") ? uriOf(node.link) : resolvePath(folderOf(place), node.link);
    return resolveLinks(target ?? "file:///", depth + 1);
  }

  function isFolder(uri: string): boolean {
    for (const known of nodes.keys()) if (known !== uri && isWithin(known, uri)) return true;
    return isObject(nodes.get(uri), "folder");
  }

  function find(uri: string): { readonly uri: string; readonly content: Content } {
    const real = resolveLinks(uri);
    const content = nodes.get(real) ?? (isFolder(real) ? { folder: true as const } : undefined);
    if (content === undefined) throw new FileError("not-found", "no such file or folder", real);
    return { uri: real, content };
  }

  const fileSystem: MemoryFileSystem = {
    calls,
    forgetCalls() {
      for (const list of Object.values(calls)) list.length = 0;
    },
    write(path, content) {
      nodes.set(uriOf(path), content);
      errors.delete(uriOf(path));
      sizes.delete(uriOf(path));
    },
    remove(path) {
      for (const uri of [...nodes.keys()]) if (isWithin(uri, uriOf(path))) nodes.delete(uri);
    },
    move(from, to) {
      for (const [uri, content] of [...nodes]) {
        if (!isWithin(uri, uriOf(from))) continue;
        nodes.delete(uri);
        nodes.set(uriOf(to) + uri.slice(uriOf(from).length), content);
      }
    },
    forbid: (path, error) => void errors.set(uriOf(path), error),
    resize: (path, size) => void sizes.set(uriOf(path), size),
    copy: () => createMemoryFileSystem(Object.fromEntries(nodes)),

    async stat(uri): Promise<FileStat> {
      calls.stat.push(uri);
      const { uri: real, content } = find(uri);
      const size = sizes.get(real) ?? bytesOf(content).length;
      const type = isObject(content, "folder") ? "folder" : isObject(content, "special") ? "other" : "file";
      return { type, size, modified: 0 };
    },
    async read(uri) {
      calls.read.push(uri);
      const { uri: real, content } = find(uri);
      const error = errors.get(real);
      if (error !== undefined) throw error;
      if (isObject(content, "folder")) throw new FileError("other", "it is a folder");
      if (isObject(content, "special")) throw new Error("a special file was opened");
      return bytesOf(content);
    },
    async list(uri) {
      calls.list.push(uri);
      const { uri: real, content } = find(uri);
      if (!isObject(content, "folder")) throw new FileError("other", "it is not a folder");
      const error = errors.get(real);
      if (error !== undefined) throw error;
      return entriesOf(nodes, real);
    },
    async realpath(uri) {
      calls.realpath.push(uri);
      return find(uri).uri;
    },
  };
  for (const [path, content] of Object.entries(initial)) fileSystem.write(path, content);
  return fileSystem;
}

function entriesOf(nodes: ReadonlyMap<string, Content>, folder: string): FileEntry[] {
  const entries = new Map<string, FileEntry>();
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  for (const [uri, content] of nodes) {
    if (!uri.startsWith(start)) continue;
    const [name, ...rest] = decodeURIComponent(uri.slice(start.length)).split("/");
    const isNested = rest.length > 0 || uri.slice(start.length).includes("/");
    entries.set(name, { name, type: isNested ? "folder" : typeOf(content) });
  }
  return [...entries.values()];
}

function typeOf(content: Content): FileEntry["type"] {
  if (isLink(content)) return "link";
  if (isObject(content, "folder")) return "folder";
  return isObject(content, "special") ? "other" : "file";
}

function bytesOf(content: Content): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array();
}

function isObject(content: Content | undefined, key: "folder" | "special" | "link"): boolean {
  return typeof content === "object" && !(content instanceof Uint8Array) && key in content;
}

function isLink(content: Content | undefined): content is { readonly link: string } {
  return isObject(content, "link");
}
