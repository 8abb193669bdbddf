import { PassThrough } from "node:stream";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { DiskCache } from "../../../server/src/shell/diskCache.ts";
import { folderUri } from "../../../server/src/shell/server/folderUri.ts";
import { serve } from "../../../server/src/shell/server/serve.ts";
import type { FileSystem } from "../../../server/src/workspace/fileSystem.ts";
import type { WorkspaceOptions } from "../../../server/src/workspace/workspace.ts";
import { type Client, connect } from "../client.ts";

/** A client and its server in one process, with a real connection between them. */
export type InProcess = Omit<Client, "process" | "exit">;

export interface InProcessOptions {
  /** Where the client has the server keep what it found. */
  readonly cache?: DiskCache | undefined;
  /** Told of each piece of work. */
  readonly onWork?: WorkspaceOptions["onWork"];
}

/** With a cache the client has to name a folder for it, whichever that is. */
export function connectInProcess(fileSystem: FileSystem, { cache, onWork }: InProcessOptions = {}): InProcess {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  serve(connection, {
    fileSystem,
    schemes: new Set(["file"]),
    loadCore: async () => {
      const core = await import("../../../server/src/shell/server/core.ts");
      return onWork === undefined
        ? core
        : { ...core, createWorkspace: (options) => core.createWorkspace({ ...options, onWork }) };
    },
    loadLanguage: async () => null,
    folderUri,
    openCache: () => {
      if (cache === undefined) throw new Error("there is no cache");
      return cache;
    },
    onClientProcess: () => {},
  });
  connection.listen();
  const client = connect(new StreamMessageReader(down), new StreamMessageWriter(up));
  return {
    ...client,
    dispose() {
      client.dispose();
      connection.dispose();
    },
  };
}

/** The file system, and how busy it is. */
export interface CountedFileSystem {
  readonly fileSystem: FileSystem;
  /** Calls so far; null while one is under way. */
  readonly calls: () => number | null;
}

export function counted(fileSystem: FileSystem): CountedFileSystem {
  let calls = 0;
  let underWay = 0;
  const count = async <T>(call: Promise<T>): Promise<T> => {
    calls++;
    underWay++;
    return call.finally(() => underWay--);
  };
  return {
    fileSystem: new Proxy(fileSystem, {
      get: (target, name: keyof FileSystem) => (uri: string) => count<unknown>(target[name](uri)),
    }),
    calls: () => (underWay > 0 ? null : calls),
  };
}
