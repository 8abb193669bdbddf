import assert from "node:assert/strict";
import { FileChangeType } from "vscode-languageserver/node";
import type { LostQuotesParams } from "../../server/src/shell/protocol.ts";
import { able, buildServer, type Client, codes, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const good = "“the longest time in memory” ([Post](post.txt#L3))\n";
const worse = post.replace("longest", "shortest");

describe("quotes that a changed source has made wrong, over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  const files = {
    "a.md": good,
    "b.md": `${good}\n“the shortest time in memory” ([Post](post.txt#L3))\n`,
    "post.txt": post,
  };

  async function start(verbatim: object) {
    const { uri, write } = notebook(files);
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri(), initializationOptions: { verbatim } });
    await client.request("verbatim/checkAll", {});
    const wrote = (path: string, text: string) => {
      write(path, text);
      client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri(path), type: FileChangeType.Changed }] });
    };
    return { client, uri, wrote };
  }

  function lost({ received }: Client): LostQuotesParams[] {
    return received.filter(({ method }) => method === "verbatim/lostQuotes").map(({ params }) => params as never);
  }

  it("are told to a client that asks, once a change on disk has settled", async () => {
    const { client, uri, wrote } = await start({ lostQuotes: true });
    wrote("post.txt", post.replace("longest", "long"));
    wrote("post.txt", worse);
    const { text, quotes } = await client.notification<LostQuotesParams>("verbatim/lostQuotes", () => true);
    assert.equal(text, "post.txt has changed: 2 quotes that were right no longer are.");
    assert.deepEqual(
      quotes.map(({ note }) => note),
      [uri("a.md"), uri("b.md")],
    );
    assert.equal(lost(client).length, 1);
  });

  it("are told when the source is changed in the editor", async () => {
    const { client, uri } = await start({ lostQuotes: true });
    client.open(uri("post.txt"), post, 1, "plaintext");
    client.change(uri("post.txt"), 2, { text: worse });
    const { quotes } = await client.notification<LostQuotesParams>("verbatim/lostQuotes", () => true);
    assert.equal(quotes.length, 2);
  });

  it("are findings, and nothing else, to a client that does not ask", async () => {
    const silent = await start({});
    const asking = await start({ lostQuotes: true });
    for (const { wrote } of [silent, asking]) wrote("post.txt", worse);
    await asking.client.notification("verbatim/lostQuotes", () => true);
    assert.deepEqual(codes(await silent.client.diagnostics(silent.uri("a.md"))), ["quote-altered"]);
    const unasked = silent.client.received.filter(({ method }) => /lostQuotes|showMessage/.test(method));
    assert.deepEqual(unasked, []);
  });
});
