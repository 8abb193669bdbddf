import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { buildCommandLine, suiteTimeout, verbatim } from "./commandLine.ts";
import { schemaErrors } from "./schema.ts";

describe("docs/json.md", function () {
  this.timeout(suiteTimeout);

  const page = readFileSync("docs/json.md", "utf8");
  const example = JSON.parse(/<!-- example:start -->\n```json\n(.*?)```/s.exec(page)![1]);

  before(buildCommandLine);

  it("shows what the command prints", () => {
    const { stdout } = verbatim(["check", "--format", "json", "sample/notes/verdicts.md"], { in: process.cwd() });
    const printed = JSON.parse(stdout);
    deepEqual(schemaErrors(example), []);
    deepEqual(example.summary, printed.summary);
    const [shown, whole] = [example.notes[0], printed.notes[0]];
    for (const part of ["citations", "diagnostics"]) {
      for (const each of shown[part]) {
        ok(
          whole[part].some((printedPart: unknown) => isDeepStrictEqual(printedPart, each)),
          `${part} has ${JSON.stringify(each)}`,
        );
      }
    }
  });

  it("names every field of the schema", () => {
    const named = new Set(
      Array.from(page.matchAll(/^\| (`.*?) \|/gm), ([, fields]) => fields.match(/[a-zA-Z]+/g)).flat(),
    );
    const { $defs, properties } = JSON.parse(readFileSync("docs/json.schema.json", "utf8"));
    const objects = Object.entries<{ properties?: object }>($defs).filter(
      ([name]) => !["position", "range", "lines"].includes(name),
    );
    const fields = [properties, ...objects.map(([, definition]) => definition.properties ?? {})].flatMap(Object.keys);
    deepEqual(
      fields.filter((field) => !named.has(field)),
      [],
    );
  });
});
