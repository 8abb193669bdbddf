import assert from "node:assert/strict";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { createPublisher } from "../../server/src/shell/server/publisher.ts";
import type { CheckedNote } from "../../server/src/workspace/checkedNote.ts";

const key = "file:///notes/a.md";

describe("publishing", () => {
  it("gives an open note its version at every check", async () => {
    const { publisher, sent, open } = publishing();
    open.set(key, { uri: key, version: 1 });
    publisher.update({ uri: key, checked: checked(1, "x") });
    await publisher.settled();
    open.set(key, { uri: key, version: 2 });
    publisher.update({ uri: key, checked: checked(2, "x") });
    await publisher.settled();
    assert.deepEqual(versions(sent), [1, 2]);
  });

  it("gives the very same check only once, and again to who opens the note again", async () => {
    const { publisher, sent, open } = publishing();
    open.set(key, { uri: key, version: 1 });
    const same = checked(1, "x");
    publisher.update({ uri: key, checked: same });
    await publisher.settled();
    publisher.update({ uri: key, checked: same });
    await publisher.settled();
    assert.deepEqual(versions(sent), [1]);
    publisher.opened(key);
    publisher.update({ uri: key, checked: same });
    await publisher.settled();
    assert.deepEqual(versions(sent), [1, 1]);
  });

  it("drops a check that a change, an opening or a closing overtook", async () => {
    const { publisher, sent, open } = publishing();
    open.set(key, { uri: key, version: 2 });
    publisher.update({ uri: key, checked: checked(1, "x") });
    publisher.update({ uri: key, checked: checked(null, "x") });
    await publisher.settled();
    open.delete(key);
    publisher.update({ uri: key, checked: checked(2, "x") });
    await publisher.settled();
    assert.deepEqual(sent, []);
  });

  it("drops a check that is overtaken while its diagnostics are made", async () => {
    const { publisher, sent, open } = publishing({ whileMaking: () => open.set(key, { uri: key, version: 2 }) });
    open.set(key, { uri: key, version: 1 });
    publisher.update({ uri: key, checked: checked(1, "x") });
    await publisher.settled();
    assert.deepEqual(sent, []);
  });

  it("publishes the newest of several checks that wait", async () => {
    const { publisher, sent } = publishing();
    for (const message of ["x", "y", "z"]) publisher.update({ uri: key, checked: checked(null, message) });
    await publisher.settled();
    assert.deepEqual(messages(sent), [["z"]]);
  });

  it("repeats nothing for a note on disk, and clears what is gone", async () => {
    const { publisher, sent } = publishing();
    for (const note of [checked(null), checked(null, "x"), checked(null, "x"), null, null]) {
      publisher.update({ uri: key, checked: note });
      await publisher.settled();
    }
    assert.deepEqual(messages(sent), [["x"], []]);
  });

  it("moves what stands at another spelling of the URI", async () => {
    const { publisher, sent, open } = publishing();
    publisher.update({ uri: key, checked: checked(null, "x") });
    await publisher.settled();
    const spelled = key.replace("a.md", "%61.md");
    open.set(key, { uri: spelled, version: 1 });
    publisher.update({ uri: key, checked: checked(1, "x") });
    await publisher.settled();
    assert.deepEqual(
      sent.map(({ uri, diagnostics }) => [uri, diagnostics.length]),
      [
        [key, 1],
        [key, 0],
        [spelled, 1],
      ],
    );
  });

  it("keeps the newest check alone of each note for a client that stops reading", async () => {
    const blocked: (() => void)[] = [];
    const { publisher, sent } = publishing({ send: () => new Promise((resolve) => blocked.push(resolve)) });
    const isBlocked = async () => {
      for (let turns = 0; blocked.length === 0 && turns < 100; turns++) await Promise.resolve();
      assert.equal(blocked.length, 1);
    };
    const other = key.replace("a.md", "b.md");
    publisher.update({ uri: key, checked: checked(null, "0") });
    await isBlocked();
    for (let count = 1; count <= 1000; count++) {
      for (const uri of [key, other]) publisher.update({ uri, checked: { ...checked(null, `${count}`), uri } });
      await Promise.resolve();
    }
    const settled = publisher.settled();
    for (let left = 3; left > 0; left--) {
      await isBlocked();
      blocked.shift()?.();
    }
    await settled;
    assert.deepEqual(messages(sent), [["0"], ["1000"], ["1000"]]);
  });

  it("goes on where the diagnostics of one note cannot be made", async () => {
    let isBroken = true;
    const { publisher, sent, errors } = publishing({
      whileMaking: () => {
        if (isBroken) throw new Error("no");
      },
    });
    publisher.update({ uri: key, checked: checked(null, "x") });
    await publisher.settled();
    isBroken = false;
    publisher.update({ uri: key, checked: checked(null, "x") });
    await publisher.settled();
    assert.equal(errors.length, 1);
    assert.deepEqual(messages(sent), [["x"]]);
  });
});

interface PublishingOptions {
  readonly whileMaking?: () => void;
  readonly send?: () => Promise<void>;
}

function publishing({ whileMaking = () => {}, send = async () => {} }: PublishingOptions = {}) {
  const sent: PublishDiagnosticsParams[] = [];
  const errors: unknown[] = [];
  const open = new Map<string, { uri: string; version: number }>();
  const publisher = createPublisher({
    send: (params) => {
      sent.push(params);
      return send();
    },
    diagnosticsOf: async ({ findings }) => {
      whileMaking();
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      return findings.map(({ message }) => ({ range, message }));
    },
    openDocument: (uri) => open.get(uri) ?? null,
    onError: (error) => errors.push(error),
  });
  return { publisher, sent, open, errors };
}

function checked(version: number | null, ...messages: string[]): CheckedNote {
  return {
    uri: key,
    version,
    text: "",
    lineStarts: Uint32Array.of(0),
    note: { citations: [], quotations: [], problems: [], ignores: [] },
    citations: [],
    uncited: [],
    findings: messages.map((message) => ({
      rule: "quote-altered",
      severity: "error",
      span: { start: 0, end: 0 },
      message,
      related: [],
      citation: null,
      quotation: null,
    })),
  };
}

function versions(sent: readonly PublishDiagnosticsParams[]) {
  return sent.map(({ version }) => version);
}

function messages(sent: readonly PublishDiagnosticsParams[]) {
  return sent.map(({ diagnostics }) => diagnostics.map(({ message }) => message));
}
