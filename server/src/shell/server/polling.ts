import type { FileStat, FileSystem } from "../../workspace/fileSystem.ts";
import type { FileChange } from "../../workspace/workspace.ts";

export interface PollingOptions {
  readonly fileSystem: Pick<FileSystem, "stat">;
  /** The files to look at, each time anew. */
  readonly files: () => Promise<Iterable<string>>;
  readonly changed: (changes: readonly FileChange[]) => void;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between the end of a look and the next. */
  readonly interval: number;
}

/** Finds out about files that change, in the place of a client that does not tell. Returns what ends it. */
export function startPolling({ fileSystem, files, changed, onError, interval }: PollingOptions): () => void {
  let seen = new Map<string, string>();
  let timer = setTimeout(lookAndGoOn, interval);
  let isEnded = false;

  async function lookAndGoOn(): Promise<void> {
    await look().catch(onError);
    if (!isEnded) timer = setTimeout(lookAndGoOn, interval);
  }

  async function look(): Promise<void> {
    const now = new Map<string, string>();
    const changes: FileChange[] = [];
    for (const uri of await files()) {
      const state = await fileSystem.stat(uri).then(inShort, () => gone);
      now.set(uri, state);
      const before = seen.get(uri);
      // Of a file that is new here nobody knows whether it is still what was read.
      if (before !== state) changes.push({ uri, type: typeOf(before, state) });
    }
    seen = now;
    if (changes.length > 0 && !isEnded) changed(changes);
  }

  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}

const gone = "";

function inShort({ type, size, modified }: FileStat): string {
  return `${type} ${size} ${modified}`;
}

function typeOf(before: string | undefined, now: string): FileChange["type"] {
  if (now === gone) return "deleted";
  return before === gone ? "created" : "changed";
}
