import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What is made, and what is none of the sources. */
const made = new Set(["node_modules", "dist", "out", ".git"]);

describe("a build", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "verbatim-build-"));
  after(() => rmSync(folder, { recursive: true }));

  it("gives the same bytes in another folder, at another time, in another time zone", () => {
    const first = build("a", { TZ: "UTC" });
    const second = build("elsewhere/on the disk", { TZ: "Pacific/Auckland" });
    assert.deepEqual(second, first);
    assert.ok(Object.keys(first).length > 6);
  });

  /** The extension's package, and all of `dist/`, by their hashes, as a copy of the checkout makes them. */
  function build(name: string, env: NodeJS.ProcessEnv): Record<string, string> {
    const copy = join(folder, name);
    mkdirSync(copy, { recursive: true });
    for (const entry of readdirSync(".")) {
      if (made.has(entry)) continue;
      cpSync(entry, join(copy, entry), { recursive: true });
      utimesSync(join(copy, entry), new Date(), name.length * 86_400);
    }
    symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
    for (const script of ["build.mjs", "package.mjs"]) {
      execFileSync(process.execPath, [join(copy, "scripts", script)], { cwd: copy, env: { ...process.env, ...env } });
    }
    const files = readdirSync(join(copy, "dist"), { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.\w+$/.test(path),
    );
    const paths = [...files.map((path) => join("dist", path)), "out/verbatim-notes.vsix"];
    return Object.fromEntries(paths.map((path) => [path, hash(readFileSync(join(copy, path)))]));
  }
});

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
