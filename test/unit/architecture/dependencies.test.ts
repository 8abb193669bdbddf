import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

describe("the dependencies", () => {
  it("each have a reason in ARCHITECTURE.md, and nothing else has one", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const section = readFileSync("ARCHITECTURE.md", "utf8").split("## Dependencies")[1].split(/^## /m)[0];
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) => [...row.split(" | ")[0].matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    assert.deepEqual(named.sort(), Object.keys({ ...dependencies, ...devDependencies }).sort());
  });
});
