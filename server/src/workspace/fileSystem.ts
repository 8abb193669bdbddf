/**
 * The only way to files. Documents are named by URI everywhere; the shell that provides this port turns them into
 * paths. Every function rejects with a {@link FileError} and with nothing else.
 */
export interface FileSystem {
  /** Follows symbolic links. Decides what a thing is before anything opens it. */
  stat(uri: string): Promise<FileStat>;
  read(uri: string): Promise<Uint8Array>;
  /** The entries of a folder in no particular order; symbolic links are reported as what they are. */
  list(uri: string): Promise<readonly FileEntry[]>;
  /** The URI with every symbolic link resolved. Of links that lead nowhere the error says where that is. */
  realpath(uri: string): Promise<string>;
}

export type FileType = "file" | "folder" | "link" | "other";

export interface FileStat {
  readonly type: Exclude<FileType, "link">;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

export interface FileEntry {
  readonly name: string;
  readonly type: FileType;
}

export class FileError extends Error {
  readonly reason: "not-found" | "no-access" | "other";
  /** What is not there, as a URI without symbolic links; null where that is not known. */
  readonly missing: string | null;

  /** `message` is shown to people: words, no stack, no path. */
  constructor(reason: FileError["reason"], message: string, missing: string | null = null) {
    super(message);
    this.name = "FileError";
    this.reason = reason;
    this.missing = missing;
  }
}
