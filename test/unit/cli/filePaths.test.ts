import { equal } from "node:assert/strict";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { pathOf, uriOf } from "../../../server/src/shell/filePaths.ts";
import { normalizeUri } from "../../../server/src/workspace/uri.ts";
import { holds } from "../properties/run.ts";

const name = fc.string({
  unit: fc.constantFrom("a", "Z", "9", "-", "_", "~", ".", " ", "%", "é", "(", ":", "\\", "#", "?"),
});
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `/${names.join("/")}`);

describe("paths and URIs", () => {
  holds("are what the platform makes of each other, in the workspace's form", 2000, path, (path) => {
    const uri = normalizeUri(pathToFileURL(path).href);
    equal(uriOf(path), uri);
    equal(pathOf(uri), fileURLToPath(uri));
  });

  it("does not take a step up for a name", () => {
    equal(uriOf("/notes/../sources/./a.txt"), "file:///sources/a.txt");
    equal(pathOf("file:///notes/../sources/a.txt"), "/sources/a.txt");
  });
});
