import { equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { buildCommandLine, cliPath, environment, removeNotebooks, suiteTimeout, verbatim } from "./commandLine.ts";
import { alteredNote, stormNotebook } from "./storm.ts";

describe("the bundles of the command line", function () {
  this.timeout(suiteTimeout);
  let copy = "";

  before(() => {
    buildCommandLine();
    copy = mkdtempSync(join(tmpdir(), "verbatim-"));
    cpSync(dirname(cliPath), copy, { recursive: true });
  });
  after(() => {
    removeNotebooks();
    rmSync(copy, { recursive: true });
  });

  it("can be run as they are", () => {
    accessSync(cliPath, constants.X_OK);
    match(readFileSync(cliPath, "utf8"), /^#!\/usr\/bin\/env node\n/);
  });

  it("work with no kept code, and with such as no Node has made", () => {
    const folder = stormNotebook({ "a.md": alteredNote });
    const expected = verbatim(["check"], { in: folder }).stdout;
    const cache = join(copy, "command.cache");
    const whole = readFileSync(cache);
    for (const content of [null, "", "not code", whole.subarray(0, whole.length / 2), Buffer.alloc(whole.length, 7)]) {
      if (content === null) rmSync(cache);
      else writeFileSync(cache, content);
      const { code, stdout, stderr } = verbatim(["check"], { in: folder, cli: join(copy, "cli.js") });
      equal(code, 1, stderr);
      equal(stdout, expected);
    }
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
