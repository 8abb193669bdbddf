import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

describe("what is made from the table of rules and from the manifest", () => {
  it("is up to date", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/generate.mjs", "--check"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });
});
