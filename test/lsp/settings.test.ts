import assert from "node:assert/strict";
import { homedir } from "node:os";
import { relative } from "node:path";
import type { RegistrationParams, ShowMessageParams } from "vscode-languageserver/node";
import { able, buildServer, codes, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const wrong = "“the shortest time in memory” ([Post](post.txt#L3))\n";
const asked = { ...able, workspace: { ...able.workspace, configuration: true } };

describe("settings over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("are asked for, and asked for again when they change", async () => {
    const { uri } = notebook({ "a.md": wrong, "post.txt": post });
    const client = startClient();
    let rules: Record<string, string> = { "quote-altered": "off" };
    const sections: unknown[] = [];
    client.answer("workspace/configuration", ({ items }: { items: { section: string }[] }) => {
      sections.push(items[0].section);
      return [{ rules }];
    });
    await client.start({ capabilities: asked, rootUri: uri() });
    client.open(uri("a.md"), wrong, 1);
    assert.deepEqual(codes(await client.diagnostics(uri("a.md"), ({ version }) => version === 1)), []);
    rules = { "quote-altered": "hint" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    const { diagnostics } = await client.diagnostics(uri("a.md"), (each) => codes(each).length === 1);
    assert.equal(diagnostics[0].severity, 4);
    assert.deepEqual(sections, ["verbatim", "verbatim"]);
  });

  it("do not hold up a check where the client never answers", async () => {
    const { uri } = notebook({ "a.md": wrong, "post.txt": post });
    const client = startClient();
    client.answer("workspace/configuration", () => new Promise(() => {}));
    await client.start({ capabilities: asked, rootUri: uri() });
    assert.deepEqual(codes(await client.diagnostics(uri("a.md"))), ["quote-altered"]);
  });

  it("may come late", async () => {
    const { uri } = notebook({ "a.md": wrong, "post.txt": post });
    const client = startClient();
    let reply: (settings: unknown) => void = () => {};
    client.answer("workspace/configuration", () => new Promise((resolve) => (reply = resolve)));
    await client.start({ capabilities: asked, rootUri: uri() });
    await client.diagnostics(uri("a.md"), (each) => codes(each).length === 1);
    reply([{ rules: { "quote-altered": "off" } }]);
    await client.diagnostics(uri("a.md"), (each) => codes(each).length === 0);
  });

  it("that are wrong get one message each and keep their defaults", async () => {
    const { uri } = notebook({ "a.md": wrong, "post.txt": post });
    const client = startClient();
    const settings = { check: { scope: "everything" }, rules: { "quote-altered": "loud" } };
    client.answer("workspace/configuration", () => [settings]);
    await client.start({ capabilities: asked, rootUri: uri() });
    assert.deepEqual(codes(await client.diagnostics(uri("a.md"))), ["quote-altered"]);
    const messages = () => client.received.filter(({ method }) => method === "window/showMessage");
    const text = (messages() as { params: ShowMessageParams }[]).map(({ params }) => params.message).join("\n");
    assert.match(text, /verbatim\.check\.scope/);
    assert.match(text, /quote-altered/);
    const before = messages().length;
    client.notify("workspace/didChangeConfiguration", { settings: null });
    client.open(uri("a.md"), `${wrong}\n`, 2);
    await client.diagnostics(uri("a.md"), ({ version }) => version === 2);
    assert.equal(messages().length, before);
  });

  it("name folders of sources only where a person did, before the workspace was known", async () => {
    const outside = notebook({ "post.txt": post });
    const inside = notebook({});
    const path = `${relative(inside.folder, outside.folder)}/post.txt`;
    inside.write("a.md", wrong.replace("post.txt", path));
    const widened = startClient();
    widened.answer("workspace/configuration", () => [{ sourceRoots: [outside.folder] }]);
    await widened.start({ capabilities: asked, rootUri: inside.uri() });
    assert.deepEqual(codes(await widened.diagnostics(inside.uri("a.md"))), ["source-outside-workspace"]);
    const chosen = startClient();
    const sourceRoots = [outside.folder, "../relative", `~/${relative(homedir(), "/nowhere")}`];
    await chosen.start({ capabilities: able, rootUri: inside.uri(), initializationOptions: { sourceRoots } });
    assert.deepEqual(codes(await chosen.diagnostics(inside.uri("a.md"))), ["quote-altered"]);
    const { message } = await chosen.notification<ShowMessageParams>("window/showMessage", () => true);
    assert.match(message, /\.\.\/relative is not an absolute path/);
  });

  it("and files are watched where the client can be told to", async () => {
    const { uri } = notebook({ "a.md": wrong, "post.txt": post });
    const client = startClient();
    const registered = new Promise<RegistrationParams>((resolve) => {
      client.answer("client/registerCapability", (params: RegistrationParams) => {
        resolve(params);
        return null;
      });
    });
    const initializationOptions = { sourceRoots: ["/srv/articles"] };
    await client.start({ capabilities: able, rootUri: uri(), initializationOptions });
    const [{ method, registerOptions }] = (await registered).registrations;
    assert.equal(method, "workspace/didChangeWatchedFiles");
    assert.deepEqual(registerOptions, {
      watchers: [{ globPattern: "**/*" }, { globPattern: { baseUri: "file:///srv/articles", pattern: "**/*" } }],
    });
  });
});
