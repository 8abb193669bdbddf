import { equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, readFileSync } from "node:fs";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { buildCommandLine, cliPath, environment, suiteTimeout } from "./commandLine.ts";

describe("the bundles of the command line", function () {
  this.timeout(suiteTimeout);
  before(buildCommandLine);

  it("can be run as they are", () => {
    accessSync(cliPath, constants.X_OK);
    match(readFileSync(cliPath, "utf8"), /^#!\/usr\/bin\/env node\n/);
  });

  it("serve an editor", async () => {
    const child = spawn(process.execPath, [cliPath, "lsp", "--stdio"], {
      env: environment(),
      stdio: ["pipe", "pipe", "inherit"],
    });
    const closed = once(child, "close");
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const answer = await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    ok((answer as { capabilities: { hoverProvider?: unknown } }).capabilities.hoverProvider);
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    equal((await closed)[0], 0);
    connection.dispose();
  });
});
