import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import {
  createConnection,
  createMessageConnection,
  HoverRequest,
  LogMessageNotification,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { createLifecycle } from "../../server/src/shell/server/lifecycle.ts";

describe("a handler that throws", () => {
  let client: MessageConnection;
  afterEach(() => client.dispose());

  it("makes one error reply and one line in the log, and the next request works", async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const lifecycle = createLifecycle(server);
    lifecycle.initialized();
    let isBroken = true;
    lifecycle.onRequest(HoverRequest.type, async () => {
      if (isBroken) throw new TypeError("the lines are gone\n    at secret.ts:1");
      return null;
    });
    server.listen();
    client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const logged = new Promise<string>((resolve) => {
      client.onNotification(LogMessageNotification.method, ({ message }: { message: string }) => resolve(message));
    });
    client.listen();
    const params = { textDocument: { uri: "file:///a.md" }, position: { line: 0, character: 0 } };
    await assert.rejects(
      client.sendRequest(HoverRequest.method, params),
      (error: { code: number; message: string }) => {
        assert.equal(error.code, -32603);
        assert.equal(error.message, "Verbatim could not answer: the lines are gone");
        return true;
      },
    );
    assert.equal(await logged, "textDocument/hover failed: the lines are gone");
    isBroken = false;
    assert.equal(await client.sendRequest(HoverRequest.method, params), null);
  });
});
