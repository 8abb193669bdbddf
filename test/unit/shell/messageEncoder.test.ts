import assert from "node:assert/strict";
import type { Diagnostic, Message } from "vscode-languageserver";
import { messageEncoder } from "../../../server/src/shell/server/messageEncoder.ts";

function diagnosticAt(line: number): Diagnostic {
  const range = { start: { line, character: 0 }, end: { line, character: 4 } };
  return { range, message: `“We ignored it” is at line ${line} — “they” there 🙂\u202e`, code: "quote-moved" };
}

function published(diagnostics: readonly Diagnostic[], version?: number): Message {
  const params = { uri: "file:///wiki/a%20note.md", ...(version !== undefined && { version }), diagnostics };
  return { jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params } as Message;
}

async function sent(message: Message): Promise<unknown> {
  return JSON.parse(Buffer.from(await messageEncoder.encode(message)).toString("utf8"));
}

const many = Array.from({ length: 100 }, (_, line) => diagnosticAt(line));

describe("a message that is sent", () => {
  it("says what it does as JSON", async () => {
    const messages = [
      published([]),
      published(many.slice(0, 3), 7),
      published(many),
      published(many, 8),
      published(many.toReversed(), 9),
      { jsonrpc: "2.0", id: 1, result: { diagnostics: many } },
      { jsonrpc: "2.0", method: "window/logMessage", params: { type: 3, message: "a line\nand another" } },
      { jsonrpc: "2.0", method: "exit" },
    ];
    for (const message of messages) {
      assert.deepEqual(await sent(message as Message), JSON.parse(JSON.stringify(message)));
    }
  });

  it("has those diagnostics written anew that were not sent before", async () => {
    let written = 0;
    const counted = (line: number): Diagnostic => {
      const diagnostic = diagnosticAt(line);
      return Object.assign(diagnostic, {
        toJSON() {
          written++;
          return { ...diagnostic, toJSON: undefined };
        },
      });
    };
    const diagnostics = many.map((_, line) => counted(line));
    await sent(published(diagnostics, 1));
    assert.equal(written, 100);
    await sent(published(diagnostics.with(50, counted(50)), 2));
    assert.equal(written, 101);
  });
});
