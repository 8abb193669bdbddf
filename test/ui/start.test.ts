import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { configuration } from "./configuration.ts";

describe("npm start", () => {
  const folder = configuration().notebook("start");

  it("explains itself", async () => {
    const { status, output } = await start(["--help"]).ended;
    assert.equal(status, 0);
    assert.match(output, /--folder PATH.*--port N.*--no-editor/s);
  });

  it("says what is wrong with its options", async () => {
    const wrong: [string[], RegExp][] = [
      [["--prot", "80"], /Unknown option '--prot'.*Usage/s],
      [["--port", "x"], /--port must be a number from 1 to 65535, not "x"/],
      [["--port", "65536"], /--port must be a number/],
      [["--folder", join(folder, "nowhere")], /There is no folder .*nowhere/],
      [["--folder", join(folder, "start-here.md")], /start-here\.md is not a folder/],
    ];
    for (const [args, message] of wrong) {
      const { status, output } = await start(args).ended;
      assert.equal(status, 2, output);
      assert.match(output, message);
      assert.doesNotMatch(output, /\n\s+at /);
    }
  });

  it("says that a port is in use", async () => {
    const { port, close } = await listen();
    const { status, output } = await start(["--port", String(port)]).ended;
    close();
    assert.equal(status, 2);
    assert.match(output, new RegExp(`Port ${port} is in use`));
  });

  it("checks the notebook and opens nothing with --no-editor", async () => {
    const { status, output } = await start(["--no-editor", "--folder", folder]).ended;
    assert.equal(status, 0, output);
    assert.match(output, /The source says “13”, not “30”/);
    assert.doesNotMatch(output, /http:/);
  });

  it("opens the notebook in the desktop editor where `code` is on the path", async () => {
    const programs = mkdtempSync(join(tmpdir(), "verbatim-code-"));
    try {
      const said = join(programs, "said");
      writeFileSync(join(programs, "code"), `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}'\n`);
      chmodSync(join(programs, "code"), 0o755);
      const PATH = [programs, "/usr/bin", "/bin"].join(delimiter);
      const { status, output } = await start(["--folder", folder], { ...process.env, PATH, VSCODE_IPC_HOOK_CLI: "" })
        .ended;
      assert.equal(status, 0, output);
      const args = readFileSync(said, "utf8").trim().split("\n");
      assert.match(args.find((arg) => arg.startsWith("--extensionDevelopmentPath=")) ?? "", /=.+/);
      assert.equal(args.at(-1), folder);
    } finally {
      rmSync(programs, { recursive: true, force: true });
    }
  });

  it("serves the workbench to who knows its address, until it is interrupted", async () => {
    const run = start(["--folder", folder, "--port", String(await freePort())]);
    const [address = ""] = await run.says(/http:\/\/127\.0\.0\.1:\S+/);
    const url = new URL(address);
    assert.equal(url.searchParams.get("folder"), folder);
    assert.equal((await fetch(url, { redirect: "manual" })).status, 302);
    assert.equal((await fetch(url.origin)).status, 403);
    run.interrupt();
    assert.equal((await run.ended).status, 130);
    await assert.rejects(fetch(url.origin));
  });
});

async function listen() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

async function freePort(): Promise<number> {
  const { port, close } = await listen();
  close();
  return port;
}

/** Runs the script as npm does. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, ["scripts/start.mjs", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      heard();
    });
  }
  const ended = new Promise<{ status: number | null; output: string }>((resolve) => {
    child.once("close", (status) => resolve({ status, output }));
  });
  return {
    ended,
    interrupt: () => child.kill("SIGINT"),
    /** Waits until something is printed. */
    says: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        heard = () => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        heard();
        void ended.then(() => reject(new Error(`never said ${pattern}:\n${output}`)));
      }),
  };
}
