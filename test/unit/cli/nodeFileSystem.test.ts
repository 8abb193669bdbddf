import { deepEqual, equal, rejects } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createNodeFileSystem } from "../../../server/src/shell/nodeFileSystem.ts";

for (const blocking of [true, false]) {
  describe(`the node file system, ${blocking ? "blocking" : "not blocking"}`, () => {
    const fileSystem = createNodeFileSystem({ blocking });
    let folder = "";
    const uri = (name: string) => pathToFileURL(join(folder, name)).href;

    before(() => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-")));
      mkdirSync(join(folder, "articles"));
      writeFileSync(join(folder, "articles/100% true.txt"), "Rain fell.\n");
      symlinkSync("articles/100% true.txt", join(folder, "latest"));
      symlinkSync("circle", join(folder, "circle"));
      symlinkSync("articles/gone.txt", join(folder, "gone"));
      symlinkSync("articles/lost", join(folder, "lost"));
      execFileSync("mkfifo", [join(folder, "pipe")]);
    });
    after(() => rmSync(folder, { recursive: true }));

    it("tells files, folders and special files apart, links followed", async () => {
      const types = [];
      for (const name of ["latest", "articles", "pipe"]) types.push((await fileSystem.stat(uri(name))).type);
      deepEqual(types, ["file", "folder", "other"]);
      equal((await fileSystem.stat(uri("latest"))).size, 11);
    });

    it("reads a file whose name holds a percent sign", async () => {
      equal(new TextDecoder().decode(await fileSystem.read(uri("articles/100% true.txt"))), "Rain fell.\n");
    });

    it("does not wait for a FIFO", async () => {
      await fileSystem.read(uri("pipe")).catch(() => undefined);
    });

    it("lists a folder, links as links", async () => {
      const entries = [...(await fileSystem.list(uri(".")))].sort((a, b) => (a.name < b.name ? -1 : 1));
      deepEqual(entries, [
        { name: "articles", type: "folder" },
        { name: "circle", type: "link" },
        { name: "gone", type: "link" },
        { name: "latest", type: "link" },
        { name: "lost", type: "link" },
        { name: "pipe", type: "other" },
      ]);
    });

    it("resolves links", async () => {
      equal(await fileSystem.realpath(uri("latest")), uri("articles/100% true.txt"));
    });

    it("says where links lead that lead nowhere", async () => {
      const ends = { missing: "missing", gone: "articles/gone.txt", "lost/below.txt": "articles/lost/below.txt" };
      for (const [name, end] of Object.entries(ends)) {
        await rejects(fileSystem.realpath(uri(name)), { reason: "not-found", missing: uri(end) });
      }
    });

    const failures: readonly (readonly [uri: () => string, reason: string, message: RegExp])[] = [
      [() => uri("missing.txt"), "not-found", /^no such file or directory$/],
      [() => uri("latest/below.txt"), "not-found", /^not a directory$/],
      [() => uri("a".repeat(300)), "not-found", /^name too long$/],
      [() => uri("circle"), "other", /^too many symbolic links encountered$/],
      [() => uri("articles"), "other", /^it is a folder$/],
      [() => `${uri("")}a%00b`, "not-found", /^no file can have this name$/],
      [() => `${uri("")}a%2Fb`, "not-found", /^its address names no file on this machine$/],
      [() => "http://example.com/a.txt", "not-found", /^its address names no file on this machine$/],
    ];
    for (const [place, reason, message] of failures) {
      it(`says in words why nothing was read: ${message.source}`, () =>
        rejects(fileSystem.read(place()), { name: "FileError", reason, message }));
    }
  });
}
