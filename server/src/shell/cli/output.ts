import { exitCodes } from "./exit.ts";

/** A reader that has seen enough (`| head`) is no failure; a disk that is full is one, for the report is not whole. */
export function endWhereNothingCanBeWritten(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      if (stream !== process.stderr) process.stderr.write(`verbatim: the output could not be written: ${error.code}\n`);
      process.exit(exitCodes.failed);
    });
  }
}
