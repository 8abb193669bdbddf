import * as fs from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { getSystemErrorMap } from "node:util";
import { t } from "../l10n.ts";
import { type FileEntry, FileError, type FileStat, type FileSystem, type FileType } from "../workspace/fileSystem.ts";
import { pathOf, uriOf } from "./filePaths.ts";

export interface NodeFileSystemOptions {
  /**
   * Calls block the thread. Right for a program that has nothing else to do: reading 3,000 files one by one took 0.1 s, and
   * 2 s through the thread pool. Wrong for a server, which has to answer while a slow disk is read.
   */
  readonly blocking?: boolean;
}

/** The file system of this machine, for `file:` URIs. */
export function createNodeFileSystem(options: NodeFileSystemOptions = {}): FileSystem {
  const calls = options.blocking ? blockingCalls : asynchronousCalls;
  return {
    stat: (uri) => attempt(uri, async (path) => fileStat(await calls.stat(path))),
    read: (uri) => attempt(uri, calls.read),
    list: (uri) => attempt(uri, async (path) => (await calls.list(path)).map(fileEntry)),
    realpath: (uri) => attempt(uri, async (path) => uriOf(await realpath(path, calls))),
  };
}

async function realpath(path: string, calls: Calls): Promise<string> {
  try {
    return await calls.realpath(path);
  } catch (error) {
    const failed = fileError(error);
    if (failed.reason !== "not-found") throw failed;
    throw new FileError(failed.reason, failed.message, uriOf(await endOfLinks(path, calls)));
  }
}

/** Where links lead that lead nowhere: the path of what is not there, as far as it has links. */
async function endOfLinks(path: string, calls: Calls): Promise<string> {
  let end = path;
  for (let links = 0; links < mostLinks; links++) {
    const folder = await calls.realpath(dirname(end)).catch(() => null);
    if (folder === null) {
      if (dirname(end) === end) break;
      return join(await endOfLinks(dirname(end), calls), basename(end));
    }
    end = join(folder, basename(end));
    const target = await calls.readlink(end).catch(() => null);
    if (target === null) break;
    end = resolve(folder, target);
  }
  return end;
}

/** As many as Linux follows. */
const mostLinks = 40;

interface Calls {
  stat(path: string): Promise<fs.Stats>;
  read(path: string): Promise<Uint8Array>;
  list(path: string): Promise<fs.Dirent[]>;
  realpath(path: string): Promise<string>;
  readlink(path: string): Promise<string>;
}

/** Callers look at the type first; should a FIFO take the file's place in between, opening it must not wait. */
const readFlag = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

const asynchronousCalls: Calls = {
  stat: (path) => fs.promises.stat(path),
  read: (path) => fs.promises.readFile(path, { flag: readFlag }),
  list: (path) => fs.promises.readdir(path, { withFileTypes: true }),
  realpath: (path) => fs.promises.realpath(path),
  readlink: (path) => fs.promises.readlink(path),
};

const blockingCalls: Calls = {
  stat: async (path) => fs.statSync(path),
  read: async (path) => fs.readFileSync(path, { flag: readFlag as unknown as string }),
  list: async (path) => fs.readdirSync(path, { withFileTypes: true }),
  realpath: async (path) => fs.realpathSync.native(path),
  readlink: async (path) => fs.readlinkSync(path),
};

async function attempt<T>(uri: string, action: (path: string) => Promise<T>): Promise<T> {
  const path = filePath(uri);
  try {
    return await action(path);
  } catch (error) {
    throw error instanceof FileError ? error : fileError(error);
  }
}

function filePath(uri: string): string {
  try {
    return pathOf(uri);
  } catch {
    throw new FileError("not-found", t("its address names no file on this machine"));
  }
}

const reasons: Readonly<Record<string, FileError["reason"]>> = {
  ENOENT: "not-found",
  ENOTDIR: "not-found",
  ENAMETOOLONG: "not-found",
  ERR_INVALID_ARG_VALUE: "not-found",
  EACCES: "no-access",
  EPERM: "no-access",
};

const words: Readonly<Record<string, () => string>> = {
  ERR_INVALID_ARG_VALUE: () => t("no file can have this name"),
  EISDIR: () => t("it is a folder"),
  ERR_FS_FILE_TOO_LARGE: () => t("it is larger than 2 GB"),
};

/** What a failed call means in words; the system's own ("permission denied") where there is nothing better to say. */
export function fileError(error: unknown): FileError {
  const { code = "", errno = 0 } = error as NodeJS.ErrnoException;
  const said = words[code]?.() ?? getSystemErrorMap().get(errno)?.[1] ?? t("the system gave no reason");
  return new FileError(reasons[code] ?? "other", said);
}

function fileStat(stats: fs.Stats): FileStat {
  const type = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other";
  return { type, size: stats.size, modified: stats.mtimeMs };
}

function fileEntry(entry: fs.Dirent): FileEntry {
  return { name: entry.name, type: entryType(entry) };
}

function entryType(entry: fs.Dirent): FileType {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}
