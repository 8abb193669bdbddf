import assert from "node:assert/strict";
import { mock } from "node:test";
import { createSourceChanges } from "../../server/src/shell/server/sourceChanges.ts";
import { type Desk, openDesk, wikiUri } from "../unit/workspace/desk.ts";

const log = "The tide came in at nine.\n";
const quotes = '"The tide came in at nine" ([log](log.txt#L1))\n';

describe("a change of sources", () => {
  const told: string[][] = [];
  let desk: Desk;
  let changes: ReturnType<typeof createSourceChanges>;

  beforeEach(async () => {
    told.length = 0;
    desk = openDesk({ "a.md": quotes, "b.md": quotes, "log.txt": log });
    changes = createSourceChanges({ settleTime: 100, tell: (lost) => told.push(lost.map(({ note }) => note)) });
    desk.workspace.onUpdate(changes.update);
    await desk.workspace.scan();
    await desk.workspace.refresh();
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
  });
  afterEach(() => {
    changes.dispose();
    mock.timers.reset();
  });

  async function write(path: string, text: string): Promise<void> {
    desk.files.write(`/wiki/${path}`, text);
    desk.workspace.filesChanged([{ uri: wikiUri(path), type: "changed" }]);
    await desk.workspace.refresh();
  }

  it("is told once it has settled, for all notes together", async () => {
    await write("log.txt", "The tide came in at ten.\n");
    mock.timers.tick(99);
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    assert.deepEqual(told, [[wikiUri("a.md"), wikiUri("b.md")]]);
  });

  it("is not told at each of many steps, and not again while nothing gets worse", async () => {
    for (const hour of ["t", "te", "ten", "eleven"]) {
      await write("log.txt", `The tide came in at ${hour}.\n`);
      mock.timers.tick(99);
    }
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    assert.equal(told.length, 1);
    await write("log.txt", "The tide came in at twelve.\n");
    mock.timers.tick(1000);
    assert.equal(told.length, 1);
  });

  it("is not told where all is well again before anybody looked", async () => {
    await write("log.txt", "The tide came in at ten.\n");
    mock.timers.tick(50);
    await write("log.txt", log);
    mock.timers.tick(1000);
    assert.deepEqual(told, []);
  });

  it("is told again after all was well", async () => {
    for (const text of ["The tide stayed out.\n", log, "The tide stayed out.\n"]) {
      await write("log.txt", text);
      mock.timers.tick(100);
    }
    assert.equal(told.length, 2);
  });

  it("is not told of a note that is edited itself, before or after", async () => {
    await write("a.md", quotes.replace("nine", "eight"));
    await write("log.txt", "The tide came in at ten.\n");
    await write("b.md", quotes.replace("nine", "ten"));
    mock.timers.tick(1000);
    assert.deepEqual(told, []);
  });

  it("is not told of what other settings bring", async () => {
    changes.startAnew();
    await write("log.txt", "The tide came in at ten.\n");
    mock.timers.tick(1000);
    assert.deepEqual(told, []);
  });
});
