import assert from "node:assert/strict";
import fc from "fast-check";
import { documentLinksOf } from "../../../server/src/features/documentLinks.ts";
import { hoverAt } from "../../../server/src/features/hover.ts";
import { noteMarksOf } from "../../../server/src/features/noteMarks.ts";
import { fixAll } from "../../../server/src/workspace/fixes/fixAll.ts";
import { fixesOf, rewritesOf } from "../../../server/src/workspace/fixes/fixes.ts";
import { reachOf, targetOf } from "../../../server/src/workspace/target.ts";
import { isWithin } from "../../../server/src/workspace/uri.ts";
import { holds } from "../properties/run.ts";
import { type Desk, openDesk, wikiUri } from "../workspace/desk.ts";
import type { Content } from "../workspace/memoryFileSystem.ts";

const secret = "The harbour mole leaks since the spring, and nobody was told.";
/** What stands in no note, and so can only have been read. */
const mark = "Ebbstone";
const known = "The harbour closes at dusk.";

/** What lies in the workspace folder, and around it where nobody may look. */
const world: Readonly<Record<string, Content>> = {
  "a.txt": `${known}\n`,
  "deep/b.txt": `${known}\n`,
  "deep/inner/c.txt": `${known}\n`,
  "out.txt": { link: "/secret.txt" },
  "relative.txt": { link: "../secret.txt" },
  chain: { link: "out.txt" },
  "folder-out": { link: "/" },
  "deep/up": { link: "../.." },
  sibling: { link: "/wiki-secret" },
  loop: { link: "loop" },
  "loop-a": { link: "loop-b" },
  "loop-b": { link: "loop-a" },
  "in.txt": { link: "deep/b.txt" },
  "/secret.txt": `${secret}\n${mark}\n`,
  "/wiki-secret/secret.txt": `${secret}\n${mark}\n`,
  "/wikis.txt": `${secret}\n${mark}\n`,
  "/etc/passwd": `${secret}\n${mark}\n`,
  "/host/share/secret.txt": `${secret}\n${mark}\n`,
  "/dev/zero": { special: true },
};

/** Steps of a path, as somebody writes them who wants out. */
const steps = [
  ...[
    "..",
    "../..",
    "../../../../..",
    "%2e%2e",
    "%2E%2e",
    ".%2e",
    "%252e%252e",
    "%25252e%25252e",
    "..%2f",
    "..%5c",
    "..%255c",
  ],
  ...["", ".", "%2f", "%5c", "\\", "\\\\", "//", "deep", "deep/inner", "wiki", "WIKI", "wiki-secret", "wikis.txt"],
  ...[
    "secret.txt",
    "a.txt",
    "A.TXT",
    "b.txt",
    "etc/passwd",
    "host/share",
    "host",
    "share",
    "dev/zero",
    "%00",
    "a%00.txt",
  ],
  ...["out.txt", "relative.txt", "chain", "folder-out", "deep/up", "sibling", "loop", "loop-a", "in.txt"],
  ...[
    "CON",
    "nul.txt",
    "COM1",
    "\\\\.\\",
    "??",
    "C:",
    "c%3A",
    "a.txt.",
    "a.txt%20",
    "a.txt::$DATA",
    "~",
    "$HOME",
    "%USERPROFILE%",
  ],
  ...["\u2025", "\uff0e\uff0e", "\u2215", "\uff0f", "..;", "..%c0%af", "%ff", "%"],
];
const beginnings = [
  ...[
    "",
    "",
    "",
    "/",
    "//",
    "///",
    "\\\\",
    "/\\",
    "\\/",
    "%2f%2f",
    "%5c%5c",
    "./",
    "../",
    "//host/share/",
    "\\\\host\\share\\",
  ],
  ...[
    "file:///",
    "file://host/share/",
    "file:",
    "FILE:///",
    "file%3a///",
    "f%69le:///",
    "javascript:",
    "vscode://file/",
    "data:,",
  ],
  ...["http:", "smb://host/", "C:/", "C:\\", "/C:/", "\\\\?\\C:\\", "\\\\.\\PhysicalDrive0", "/dev/", "/proc/self/"],
];
const separators = ["/", "/", "/", "\\", "%2f", "%5c", "//", "/./"];
const fragments = ["#L1", "#L1-L3", "#1", "", "#line=0,1"];

const path = fc
  .tuple(
    fc.constantFrom(...beginnings),
    fc.array(fc.tuple(fc.constantFrom(...steps), fc.constantFrom(...separators)), { minLength: 1, maxLength: 5 }),
    fc.constantFrom("", "secret.txt", "a.txt", "etc/passwd"),
    fc.constantFrom(...fragments),
  )
  .map(
    ([beginning, middle, end, fragment]) => beginning + middle.map((pair) => pair.join("")).join("") + end + fragment,
  );

/** By symbolic links, of files and of folders. */
const linked = fc
  .tuple(
    fc.constantFrom("../", "/", "./../", "../deep/../", "%2e%2e/", "../../wiki/"),
    fc.constantFrom(
      ...["out.txt", "relative.txt", "chain", "folder-out/secret.txt", "folder-out/etc/passwd", "sibling/secret.txt"],
      ...[
        "deep/up/secret.txt",
        "deep/up/wiki-secret/secret.txt",
        "folder-out/wiki/out.txt",
        "loop/secret.txt",
        "loop-a",
      ],
    ),
    fc.constantFrom(...fragments),
  )
  .map((parts) => parts.join(""));

/** Links in all of their forms, each with words that only a file outside has. */
function noteOf(paths: readonly string[]): string {
  return paths
    .flatMap((target, i) => [
      `“${secret}” ([a](${target}))`,
      `“${secret}” ([a](<${target}>))`,
      `“${secret}” ([a][r${i}])\n\n[r${i}]: <${target}>`,
      `“${secret}” [[${target}]]`,
      `[“${secret}”](${target})`,
    ])
    .join("\n\n");
}

function callsOutside({ files }: Desk): string[] {
  return Object.entries(files.calls).flatMap(([call, uris]) =>
    uris.filter((uri) => !isWithin(uri, "file:///wiki")).map((uri) => `${call} ${uri}`),
  );
}

describe("a link that a note holds", () => {
  holds(
    "leads nowhere outside the workspace, whatever asks for it",
    150,
    fc.array(fc.oneof(path, linked), { minLength: 1, maxLength: 4 }),
    async (paths) => {
      const text = noteOf(paths);
      const desk = openDesk({ ...world, "deep/note.md": text });
      const { workspace } = desk;
      await workspace.scan();
      await workspace.refresh();
      const uri = wikiUri("deep/note.md");
      workspace.openDocument(uri, 1, text);
      const checked = await workspace.check(uri);
      assert.ok(checked !== null);
      const source = (each: string) => workspace.source(each);
      const said: unknown[] = [checked.findings, checked.citations.map(({ sourceUri }) => sourceUri)];
      said.push(await documentLinksOf(checked, source), await noteMarksOf(checked, { source, maxLines: 20 }));
      for (const { citation } of checked.citations) {
        said.push(await hoverAt(checked, citation.span.start, { source, maxLines: 20, format: "markdown" }));
      }
      const options = { workspace, cancellation: { isCancellationRequested: false } };
      for (const finding of checked.findings) said.push(await fixesOf(checked, finding, options));
      for (const citation of checked.citations) said.push(await rewritesOf(checked, citation, options));
      said.push(await fixAll(checked, options), await workspace.tryText(uri, `${text}\n\n${text}`));
      for (const target of paths) {
        const typed = `“x” ([a](${target.replace(/#.*$/s, "")}`;
        workspace.openDocument(uri, 2, typed);
        said.push(await workspace.suggest(uri, typed, typed.length));
        workspace.openDocument(uri, 3, `${typed}#L`);
        said.push(await workspace.suggest(uri, `${typed}#L`, typed.length + 2));
        for (const sourceUri of [`file:///wiki/deep/${target}`, `file:///${target}`, target, `file://host/${target}`]) {
          const selection = { start: { line: 0, character: 0 }, end: { line: 0, character: 60 }, copied: undefined };
          said.push(await workspace.source(sourceUri));
          said.push(await workspace.cite({ sourceUri, selections: [selection], note: null, shape: "quotation" }));
          said.push(await workspace.renameEdits([{ from: sourceUri, to: `file:///wiki/${target}` }]));
        }
      }
      said.push(await workspace.uncitedFiles());
      assert.deepEqual(callsOutside(desk), []);
      assert.ok(!JSON.stringify(said).includes(mark));
      const verdicts = checked.citations.flatMap(({ quotes }) => quotes.map(({ verdict }) => verdict));
      assert.deepEqual(
        verdicts.filter((verdict) => verdict !== "unchecked" && verdict !== "absent"),
        [],
      );
    },
  );

  holds("is judged by its letters alone where there are hosts and drives", 2000, path, (target) => {
    const note = "file:///c%3A/wiki/deep/note.md";
    const roots = ["file:///c%3A/wiki"];
    const reach = reachOf(note, roots, []);
    const read = target.replace(/#.*$/s, "");
    for (const each of [read, decoded(read)]) {
      const found = targetOf({ path: each, form: "inline" }, note, reach);
      if (found.kind !== "file") continue;
      assert.ok(isWithin(found.uri, roots[0]), found.uri);
      assert.doesNotMatch(
        decoded(found.uri.slice(roots[0].length)),
        /[:\0]|[. ](?:\/|$)|\/(?:con|nul|com1)(?:\.|\/|$)/i,
      );
    }
  });

  it("is read by the path that was judged, and thrown away where a link took its place meanwhile", async () => {
    const text = `“${secret}” ([a](deep/b.txt#L1))`;
    for (const call of ["stat", "read"] as const) {
      const desk = openDesk({ ...world, "note.md": text });
      const { files } = desk;
      const before = files[call];
      files[call] = async (uri: string): Promise<never> => {
        // Somebody is faster: between the judgement and the reading the folder turns into a link.
        if (uri === wikiUri("deep/b.txt")) {
          files.remove("/wiki/deep");
          files.write("/wiki/deep", { link: "/wiki-secret" });
          files.write("/wiki-secret/b.txt", `${secret}\n${mark}\n`);
        }
        return (await before(uri)) as never;
      };
      await desk.workspace.scan();
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("note.md"), ["unchecked"]);
      assert.deepEqual(desk.findings("note.md"), ["source-outside-workspace [deep/b.txt]"]);
    }
  });
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
