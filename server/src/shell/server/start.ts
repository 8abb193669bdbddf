import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import {
  type ConnectionOptions,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { createNodeFileSystem } from "../nodeFileSystem.ts";
import { openCache } from "../openCache.ts";
import { folderUri } from "./folderUri.ts";
import { completed } from "./initialize.ts";
import { readLanguage } from "./language.ts";
import { inWords } from "./lifecycle.ts";
import { messageEncoder } from "./messageEncoder.ts";
import { isOutside } from "./outside.ts";
import { serve } from "./serve.ts";

export type Transport = "stdio" | "ipc";

/** Milliseconds between two looks at whether the client's process is still there. */
const clientInterval = 500;

/**
 * A server is there for days, and mostly waits: memory counts more than the time of collecting garbage. Without these the heap
 * grows to a multiple of what it holds before anything is collected, in steps of 8 MB, and pages are emptied only where two thirds of them are
 * free. What a version of V8 does not know it passes over, with a line on standard error.
 */
const memoryFlags = ["--semi-space-growth-factor=1", "--heap-growing-percent=20", "--optimize-for-size"];

/** Serves the client that started this process, until it says so or is gone. */
export function startServer(transport: Transport): void {
  for (const flag of memoryFlags) setFlagsFromString(flag);
  const options: ConnectionOptions = {
    messageStrategy: { handleMessage: (message, next) => next(completed(message)) },
  };
  const connection =
    transport === "ipc"
      ? createConnection(new IPCMessageReader(process), new IPCMessageWriter(process), options)
      : createConnection(
          new StreamMessageReader(process.stdin),
          new StreamMessageWriter(process.stdout, { contentTypeEncoder: messageEncoder }),
          options,
        );
  const lifecycle = serve(connection, {
    fileSystem: createNodeFileSystem(),
    schemes: new Set(["file"]),
    loadLanguage: (locale) => readLanguage(join(__dirname, "l10n"), locale),
    loadCore: () => import("./core.ts"),
    folderUri,
    openCache: (uri, { language, roots }) => {
      const folder = fileURLToPath(uri);
      return openCache({ folder, language, mayWrite: () => isOutside(folder, roots()) });
    },
    onClientProcess: (id) => {
      setInterval(() => isRunning(id) || end(), clientInterval).unref();
    },
  });
  function end(): void {
    process.exit(lifecycle.phase === "shut down" ? 0 : 1);
  }
  process.on("disconnect", end);
  if (transport === "stdio") for (const event of ["end", "close"]) process.stdin.on(event, end);
  // The other end is gone. Nothing can be said any more, not even in the log.
  process.stdout.on("error", end);
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => connection.console.error(`An error that nothing handled: ${inWords(error)}`));
  }
  connection.listen();
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
