import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { createDiskCache, type DiskCache } from "../../../server/src/shell/diskCache.ts";
import { holds } from "../../unit/properties/run.ts";
import { endServers } from "../client.ts";
import { installClock } from "./clock.ts";
import { type Disk, memoryDisk, realDisk } from "./disk.ts";
import { counted } from "./inProcess.ts";
import { createPerson, type Person, paramsOf } from "./person.ts";
import { beginning, questions, type Step, steps } from "./steps.ts";

const examples = fc.record({
  beginning,
  hasLink: fc.boolean(),
  /** Whether the first scan is over before anything happens. */
  isScanned: fc.boolean(),
  steps,
  catchUp: fc.constantFrom("check all" as const, "tell" as const),
});

/** Parts of a document's length at which the servers are asked. */
const places = [0, 0.2, 0.5, 0.9];

interface Example {
  readonly beginning: readonly (readonly [string, string])[];
  readonly hasLink: boolean;
  readonly isScanned: boolean;
  readonly steps: readonly Step[];
  readonly catchUp: "check all" | "tell";
}

const fixtures: (Example & { readonly title: string })[] = JSON.parse(
  readFileSync("test/fixtures/events/examples.json", "utf8"),
);

describe("a server that saw many events", () => {
  // What is loaded at the first use is no work of a server's.
  before(() => import("../../../server/src/shell/server/core.ts"));
  afterEach(endServers);

  // What the properties below once found, and what they were made for.
  for (const { title, ...example } of fixtures) {
    it(`says what a fresh one says: ${title}`, () => saysTheSame(example, memoryDisk()));
  }

  holds("says what a fresh one says of the same files", 150, examples, (example) => saysTheSame(example, memoryDisk()));

  holds("says what a fresh one says, and leaves a cache with which the next one does", 30, examples, (example) =>
    saysTheSame(example, memoryDisk(), realCache()),
  );

  holds("says what a fresh one says of the files on a real disk", 40, examples, (example) =>
    saysTheSame(example, realDisk()),
  );
});

async function saysTheSame(example: Example, disk: Disk, cache?: Cache): Promise<void> {
  const files = counted(disk.fileSystem);
  const persons: Person[] = [];
  const clock = installClock({
    activity: () => {
      const calls = files.calls();
      return calls === null ? null : persons.reduce((sum, { client }) => sum + client.traffic.count(), calls);
    },
  });
  try {
    for (const [path, text] of example.beginning) disk.write(path, text);
    if (example.hasLink) disk.link("wiki/link.txt", "wiki/x.txt");
    const person = await createPerson({ disk, files, clock, cache: cache?.open() });
    persons.push(person);
    if (example.isScanned) await clock.advance(1000);
    for (const step of example.steps) await person.carryOut(step);
    await person.catchUp(example.catchUp);

    const fresh = await createPerson({ disk, files, clock, state: person.state });
    persons.push(fresh);
    await clock.advance(10_000);
    await areTheSame(disk, person, fresh);
    if (cache !== undefined) {
      await person.ask("shutdown", undefined);
      const next = await createPerson({ disk, files, clock, state: person.state, cache: cache.open() });
      persons.push(next);
      await clock.advance(10_000);
      await areTheSame(disk, next, fresh);
    }
  } catch (error) {
    if (error instanceof Error) error.message = `${JSON.stringify(example, null, 1)}\n${error.message}`;
    throw error;
  } finally {
    for (const { client } of persons) client.dispose();
    clock.uninstall();
    disk.discard();
    cache?.discard();
  }
}

async function areTheSame(disk: Disk, person: Person, fresh: Person): Promise<void> {
  assert.deepEqual(diagnosticsBeside(person, fresh), fresh.diagnostics());
  assert.deepEqual(lastStatus(person), lastStatus(fresh));
  for (const [method, params] of whatToAsk(disk, person)) {
    assert.deepEqual(await replyOf(person, method, params), await replyOf(fresh, method, params), method);
  }
}

interface Cache {
  /** For another process. */
  open(): DiskCache;
  discard(): void;
}

function realCache(): Cache {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-cache-"));
  return {
    open: () => createDiskCache({ folder, context: "events" }),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Without open documents that are no notes: of those a server may have said that nothing is wrong. */
function diagnosticsBeside(person: Person, fresh: Person) {
  const expected = fresh.diagnostics();
  const found = person.diagnostics();
  for (const [path, { diagnostics }] of found) if (diagnostics.length === 0 && !expected.has(path)) found.delete(path);
  return found;
}

function lastStatus({ client }: Person): unknown {
  return client.received.findLast(({ method }) => method === "verbatim/status")?.params;
}

function whatToAsk(disk: Disk, { state }: Person): [string, unknown][] {
  const paths = new Set([...state.open.keys(), "wiki/a.md", "wiki/x.txt", "wiki/sub/b.md", "wiki/sub/y.txt"]);
  const asked = [...paths].flatMap((path) => {
    const text = state.open.get(path)?.text ?? disk.read(path) ?? "";
    return questions.flatMap((method) =>
      places.map((at): [string, unknown] => [method, paramsOf(disk.uri(path), text, at)]),
    );
  });
  const evidence = ["note", "source"].map((grouping): [string, unknown] => [
    "verbatim/evidence",
    { grouping, filter: { verdicts: null, quotes: null }, branches: [{ parent: null, limit: 100 }] },
  ]);
  return [...evidence, ...asked];
}

async function replyOf(person: Person, method: string, params: unknown): Promise<unknown> {
  return person.ask(method, params).catch((error) => ({ error: error.message }));
}
