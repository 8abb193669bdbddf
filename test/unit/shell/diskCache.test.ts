import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { createDiskCache, type DiskCacheOptions } from "../../../server/src/shell/diskCache.ts";
import { holds } from "../properties/run.ts";

const day = 86_400_000;

describe("the cache on disk", () => {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  function newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-cache-"));
    folders.push(folder);
    return join(folder, "checks");
  }

  function open(folder: string, options: Partial<DiskCacheOptions> = {}) {
    return createDiskCache({ folder, context: "1.0.0 en", ...options });
  }

  it("gives another process what was written, and nothing before that", () => {
    const folder = newFolder();
    const cache = open(folder);
    cache.write("file:///a.md", "“one”\u2028 ☃");
    assert.equal(cache.read("file:///a.md"), "“one”\u2028 ☃");
    assert.equal(open(folder).read("file:///a.md"), null);
    cache.flush();
    assert.equal(open(folder).read("file:///a.md"), "“one”\u2028 ☃");
    assert.equal(open(folder).read("file:///b.md"), null);
    assert.equal(cache.read("file:///a.md"), "“one”\u2028 ☃");
  });

  it("knows nothing of what another program found, or the same in another language", () => {
    const folder = newFolder();
    const cache = open(folder);
    cache.write("file:///a.md", "found");
    cache.flush();
    assert.equal(open(folder, { context: "1.0.0 de" }).read("file:///a.md"), null);
  });

  it("keeps what other processes have added meanwhile", () => {
    const folder = newFolder();
    const [one, other] = [open(folder), open(folder)];
    const uris = Array.from({ length: 200 }, (_, i) => `file:///${i}.md`);
    for (const uri of uris) assert.equal(other.read(uri), null);
    for (const uri of uris.slice(0, 100)) one.write(uri, `one ${uri}`);
    one.flush();
    for (const uri of uris.slice(100)) other.write(uri, `other ${uri}`);
    other.flush();
    const reader = open(folder);
    assert.deepEqual(
      uris.map((uri) => reader.read(uri)),
      uris.map((uri, i) => `${i < 100 ? "one" : "other"} ${uri}`),
    );
  });

  it("reads nothing else where another process has put another file in its place", () => {
    const folder = newFolder();
    const first = open(folder);
    first.write("file:///a.md", "before");
    first.flush();
    const reader = open(folder);
    assert.equal(reader.read("file:///a.md"), "before");
    const second = open(folder);
    second.write("file:///a.md", "a longer one than before");
    second.flush();
    assert.equal(reader.read("file:///a.md"), null);
  });

  it("stays within its size, and drops what was used least recently", () => {
    const folder = newFolder();
    const mostBytes = 64 * 2000;
    const uris = Array.from({ length: 1000 }, (_, i) => `file:///${i}.md`);
    for (const part of [uris.slice(0, 500), uris.slice(500)]) {
      const cache = open(folder, { mostBytes });
      for (const uri of part) cache.write(uri, uri.padEnd(300));
      cache.flush();
    }
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    assert.ok(
      sizes.every((size) => size <= 2000),
      String(sizes),
    );
    const cache = open(folder, { mostBytes });
    const isKept = uris.map((uri) => cache.read(uri) !== null);
    const [old, young] = [isKept.slice(0, 500), isKept.slice(500)].map((kept) => kept.filter(Boolean).length);
    assert.ok(old < young && young > 200, `${old} ${young}`);
  });

  it("drops what was not used for two months, but not what was read and not written", () => {
    const folder = newFolder();
    let now = 20_000 * day;
    const at = (days: number) => {
      now = (20_000 + days) * day;
      return open(folder, { now: () => now });
    };
    const first = at(0);
    for (const uri of ["file:///read.md", "file:///forgotten.md"]) first.write(uri, uri);
    first.flush();
    for (let days = 8; days < 70; days += 8) {
      const cache = at(days);
      assert.equal(cache.read("file:///read.md"), "file:///read.md");
      cache.flush();
    }
    const last = at(70);
    // So that the file of the forgotten one is written.
    for (let i = 0; i < 500; i++) last.write(`file:///${i}.md`, "new");
    last.flush();
    assert.equal(at(71).read("file:///read.md"), "file:///read.md");
    assert.equal(at(71).read("file:///forgotten.md"), null);
  });

  it("writes nothing for reading alone", () => {
    const folder = newFolder();
    const cache = open(folder);
    cache.write("file:///a.md", "found");
    cache.flush();
    const [name] = readdirSync(folder);
    const before = statSync(join(folder, name)).ino;
    const reader = open(folder);
    reader.read("file:///a.md");
    reader.flush();
    assert.equal(statSync(join(folder, name)).ino, before);
  });

  it("does not hold much of what is new before it is asked to write it", () => {
    const folder = newFolder();
    const cache = open(folder);
    const record = "x".repeat(20_000);
    for (let i = 0; i < 1000; i++) cache.write(`file:///${i}.md`, record);
    const written = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    assert.ok(written > 10_000_000, String(written));
    cache.flush();
    const reader = open(folder);
    for (let i = 0; i < 1000; i++) assert.equal(reader.read(`file:///${i}.md`), record);
  }).timeout(30_000);

  it("writes a file at a time, and nothing where it may not", () => {
    const folder = newFolder();
    let mayWrite = false;
    const cache = open(folder, { mayWrite: () => mayWrite });
    cache.write("file:///a.md", "found");
    cache.flush();
    assert.throws(() => readdirSync(folder), { code: "ENOENT" });
    mayWrite = true;
    for (let i = 0; i < 100; i++) cache.write(`file:///${i}.md`, "found");
    let steps = 1;
    while (cache.flushNext()) {
      assert.equal(readdirSync(folder).length, steps);
      steps++;
    }
    assert.ok(steps > 30, String(steps));
  });

  it("tells that it cannot write, and goes on", () => {
    const folder = newFolder();
    writeFileSync(folder, "a file in its place");
    const cache = open(folder);
    cache.write("file:///a.md", "x".repeat(200_000));
    assert.throws(() => cache.flush(), { code: "EEXIST" });
    assert.equal(cache.read("file:///a.md"), null);
    cache.write("file:///b.md", "found");
    assert.throws(() => cache.flush(), { code: "EEXIST" });
    rmSync(folder);
    cache.write("file:///b.md", "found");
    cache.flush();
    assert.equal(open(folder).read("file:///b.md"), "found");
  });

  it("passes over folders in place of its files", () => {
    const folder = newFolder();
    for (let i = 0; i < 64; i++)
      mkdirSync(join(folder, `checks-${String(i).padStart(2, "0")}.txt`), { recursive: true });
    const cache = open(folder);
    assert.equal(cache.read("file:///a.md"), null);
    cache.write("file:///a.md", "found");
    assert.throws(() => cache.flush());
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith(".tmp")),
      [],
    );
  });

  const damages = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ maxLength: 30 }),
      cut: fc.nat(50),
    }),
    { minLength: 1, maxLength: 5 },
  );

  holds("gives what was written, or nothing, whatever happens to its files", 40, damages, (all) => {
    const folder = newFolder();
    const cache = open(folder);
    const uris = Array.from({ length: 40 }, (_, i) => `file:///${i}.md`);
    for (const uri of uris) cache.write(uri, `the check of ${uri}`);
    cache.flush();
    for (const name of readdirSync(folder)) {
      let bytes: Buffer = readFileSync(join(folder, name));
      for (const { at, bytes: put, cut } of all) {
        const from = Math.floor(at * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
      }
      writeFileSync(join(folder, name), bytes);
    }
    const damaged = open(folder);
    for (const uri of uris) assert.ok([null, `the check of ${uri}`].includes(damaged.read(uri)));
    for (const uri of uris) damaged.write(uri, `again ${uri}`);
    damaged.flush();
    const mended = open(folder);
    for (const uri of uris) assert.equal(mended.read(uri), `again ${uri}`);
    rmSync(folder, { recursive: true });
  });
});
