import { existsSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { visible } from "../../visible.ts";
import { misuse, parseCheckArguments } from "./arguments.ts";
import { check } from "./check.ts";
import { checkOwnShare } from "./checkThread.ts";
import { CannotCheck, exitCodes } from "./exit.ts";
import { checkUsage, serverUsage, usage } from "./help.ts";

/**
 * Runs a command to its exit code, with the arguments that stand behind `verbatim`. Whatever goes wrong is one line on
 * standard error, and where the help can put it right, a second that names it.
 */
export async function runCommand(args: readonly string[]): Promise<void> {
  process.once("SIGINT", () => process.exit(exitCodes.interrupted));
  try {
    process.exitCode = await run(args);
  } catch (error) {
    process.exitCode = exitCodes.failed;
    process.stderr.write(problemLines(error));
  }
}

function problemLines(error: unknown): string {
  const { message } = error as Error;
  if (!(error instanceof CannotCheck)) return `verbatim: internal error: ${visible(message)}\n`;
  return `verbatim: ${visible(message)}\n${error.help === null ? "" : `See ${error.help}\n`}`;
}

async function run([command, ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case "check": {
      const options = parseCheckArguments(rest);
      return options.help ? explain(checkUsage) : check(options);
    }
    case "lsp":
      if (rest.includes("--help") || rest.includes("-h")) return explain(serverUsage);
      throw misuse("the server needs --stdio", "lsp");
    case "--help":
    case "-h":
      return explain(usage);
    case undefined:
      throw misuse("no command was given", "");
    default:
      throw misuse(unknownCommand(command), "");
  }
}

function explain(text: string): number {
  process.stdout.write(text);
  return exitCodes.clean;
}

function unknownCommand(command: string): string {
  if (command.startsWith("-")) return `unknown option ${command}: a command comes first`;
  return `unknown command ${command}${existsSync(command) ? `: to check it, write verbatim check ${command}` : ""}`;
}

// A check starts threads with the bundle that this becomes.
if (!isMainThread) void checkOwnShare();
