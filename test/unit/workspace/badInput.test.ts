import assert from "node:assert/strict";
import { FileError } from "../../../server/src/workspace/fileSystem.ts";
import { maxSourceSize } from "../../../server/src/workspace/sources.ts";
import { checkedDesk, type Desk, type DeskOptions, openDesk, wikiUri } from "./desk.ts";
import type { Content } from "./memoryFileSystem.ts";

const source = "The harbour closes at dusk.\nNo ship may enter after that.\nThe watch decides alone.\n";

/** A note with one citation as given, and a good one behind it, which has to be checked whatever the first one is. */
function noteWith(citation: string): string {
  return `It says "The watch decides alone" (${citation}).\n\nIt says "No ship may enter after that" ([b](good.txt#L2)).\n`;
}

interface Expected {
  readonly finding: string;
  readonly verdict?: string;
  readonly message?: RegExp;
}

async function expectOne(desk: Desk, { finding, verdict = "unchecked", message }: Expected): Promise<void> {
  await desk.workspace.scan();
  await desk.workspace.refresh();
  assert.deepEqual(desk.findings("note.md"), [finding]);
  assert.deepEqual(desk.verdicts("note.md"), [verdict, "exact"]);
  if (message !== undefined) assert.match(desk.messages("note.md")[0], message);
  assert.deepEqual(desk.errors, []);
}

function deskWith(citation: string, contents: Record<string, Content> = {}, options: DeskOptions = {}): Desk {
  return openDesk({ "note.md": noteWith(citation), "good.txt": source, ...contents }, options);
}

describe("bad input", () => {
  describe("as a source is one finding at its citation", () => {
    it("where it is missing", () =>
      expectOne(deskWith("[a](gone.txt#L3)"), { finding: "source-not-found [gone.txt]", message: /gone\.txt/ }));

    it("where it is a folder", () =>
      expectOne(deskWith("[a](sub#L3)", { "sub/x.txt": "" }), {
        finding: "source-not-a-file [sub]",
        message: /sub is a folder/,
      }));

    it("where it is a FIFO or a device, which nobody opens", async () => {
      const desk = deskWith("[a](pipe.txt#L3)", { "pipe.txt": { special: true } });
      await expectOne(desk, { finding: "source-not-a-file [pipe.txt]", message: /not a regular file/ });
      assert.ok(!desk.files.calls.read.includes(wikiUri("pipe.txt")));
    });

    it("where it may not be read", async () => {
      const desk = deskWith("[a](secret.txt#L3)", { "secret.txt": source });
      desk.files.forbid("/wiki/secret.txt", new FileError("no-access", "permission denied."));
      await expectOne(desk, {
        finding: "source-unreadable [secret.txt]",
        message: /^secret\.txt could not be read: permission denied\.$/,
      });
    });

    it("where the disk fails", async () => {
      const desk = deskWith("[a](x.txt#L3)", { "x.txt": source });
      desk.files.forbid("/wiki/x.txt", new FileError("other", "input/output error"));
      await expectOne(desk, { finding: "source-unreadable [x.txt]", message: /input\/output error/ });
    });

    it("where it is binary", () =>
      expectOne(deskWith("[a](x.png#L3)", { "x.png": Uint8Array.of(137, 80, 78, 71, 0, 0, 0, 1) }), {
        finding: "source-binary [x.png]",
      }));

    it("where its encoding cannot be told", () =>
      expectOne(deskWith("[a](x.txt#L3)", { "x.txt": Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62) }), {
        finding: "source-encoding [x.txt]",
      }));

    it("where it is too large, which nobody reads", async () => {
      const desk = deskWith("[a](large.txt#L3)", { "large.txt": source });
      desk.files.resize("/wiki/large.txt", maxSourceSize + 1);
      await expectOne(desk, { finding: "source-too-large [large.txt]", message: /32(\.\d)? MB; the limit is 32 MB/ });
      assert.ok(!desk.files.calls.read.includes(wikiUri("large.txt")));
    });
  });

  describe("as a path is one finding, and nothing is looked at", () => {
    for (const path of [
      "../secret.txt",
      "../../../../etc/passwd",
      "%2e%2e/secret.txt",
      "..%2fsecret.txt",
      "..%5csecret.txt",
      "../workshop/secret.txt",
    ]) {
      it(`where it leads out: ${path}`, async () => {
        const desk = deskWith(`[a](${path}#L3)`, { "/secret.txt": source, "/workshop/secret.txt": source });
        await expectOne(desk, { finding: `source-outside-workspace [${path}]`, message: /was not read/ });
        assert.equal(desk.note("note.md").citations[0].sourceUri, null);
        const { stat, read, realpath } = desk.files.calls;
        for (const uri of [...stat, ...read, ...realpath]) assert.match(uri, /^file:\/\/\/wiki(\/|$)/);
      });
    }

    it("where it names another host, and is no citation at all", async () => {
      const desk = deskWith("[a](//host/share/secret.txt#L3)", { "/host/share/secret.txt": source });
      await desk.workspace.scan();
      await desk.workspace.refresh();
      assert.ok(!desk.findings("note.md").some((finding) => finding.includes("secret")));
      assert.deepEqual([...new Set(desk.files.calls.realpath)], [wikiUri("good.txt")]);
    });

    it("where it is encoded twice and so names a file that there is not", () =>
      expectOne(deskWith("[a](%252e%252e/secret.txt#L3)", { "/secret.txt": source }), {
        finding: "source-not-found [%252e%252e/secret.txt]",
      }));

    it("where a symbolic link leads out", async () => {
      const contents = { "/else/secret.txt": source, "link.txt": { link: "/else/secret.txt" }, sub: { link: "/else" } };
      for (const path of ["link.txt", "sub/secret.txt"]) {
        const desk = deskWith(`[a](${path}#L3)`, contents);
        await expectOne(desk, { finding: `source-outside-workspace [${path}]` });
        assert.ok(
          ![...desk.files.calls.read, ...desk.files.calls.stat].some(
            (uri) => uri.includes("secret") || uri.includes("link"),
          ),
        );
      }
    });

    it("where symbolic links go round in circles", () =>
      expectOne(deskWith("[a](one.txt#L3)", { "one.txt": { link: "two.txt" }, "two.txt": { link: "one.txt" } }), {
        finding: "source-unreadable [one.txt]",
      }));

    it("where a symbolic link leads nowhere", () =>
      expectOne(deskWith("[a](one.txt#L3)", { "one.txt": { link: "gone.txt" } }), {
        finding: "source-not-found [one.txt]",
      }));

    it("where it holds a NUL", () =>
      expectOne(deskWith("[a](x%00.txt#L3)"), { finding: "source-not-found [x%00.txt]" }));
  });

  describe("is none", () => {
    it("where a percent sign does not decode", async () => {
      const desk = deskWith("[a](100%.txt#L3)", { "100%.txt": source });
      await desk.workspace.scan();
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("note.md"), []);
      assert.deepEqual(desk.verdicts("note.md"), ["exact", "exact"]);
    });

    it("where a symbolic link stays inside, or leads to a folder of sources", async () => {
      const contents = {
        "note.md": '"The watch decides alone" ([a](link.txt#L3)), "No ship may enter after that" ([b](out.txt#L2)).',
        "deep/real.txt": source,
        "link.txt": { link: "deep/real.txt" },
        "/press/x.txt": source,
        "out.txt": { link: "/press/x.txt" },
      };
      const desk = await checkedDesk(contents, { settings: { sourceRoots: ["file:///press"] } });
      assert.deepEqual(desk.verdicts("note.md"), ["exact", "exact"]);
    });

    it("where the workspace folder itself is a symbolic link", async () => {
      const contents = {
        "/real/note.md": noteWith("[a](good.txt#L3)"),
        "/real/good.txt": source,
        "/wiki": { link: "/real" },
      };
      const desk = await checkedDesk(contents as Record<string, Content>);
      assert.deepEqual(desk.findings("note.md"), []);
      assert.deepEqual(desk.verdicts("note.md"), ["exact", "exact"]);
    });

    it("where a note is empty", async () => {
      const desk = await checkedDesk({ "note.md": "" });
      assert.deepEqual(desk.findings("note.md"), []);
      assert.equal(desk.workspace.summary().notes, 0);
    });
  });

  describe("as a range is one finding, and the quote is judged", () => {
    const lines = (fragment: string, expected: Expected) => expectOne(deskWith(`[a](good.txt${fragment})`), expected);

    it("where it begins with line 0", () =>
      lines("#L0", { finding: "range-invalid [#L0]", verdict: "exact", message: /no line 0/ }));
    it("where it is reversed", () => lines("#L3-L1", { finding: "range-invalid [#L3-L1]", verdict: "exact" }));
    it("where only its end is past the end", () =>
      lines("#L3-L9", { finding: "range-outside-source [#L3-L9]", verdict: "exact", message: /lines 3–9.*3 lines/ }));

    for (const fragment of ["#L4", "#L99", "#L1000000000000000"]) {
      it(`where it is past the end: ${fragment}`, async () => {
        const desk = deskWith(`[a](good.txt${fragment})`);
        await desk.workspace.scan();
        await desk.workspace.refresh();
        assert.deepEqual(desk.findings("note.md"), [
          "quote-moved [The watch decides alone]",
          `range-outside-source [${fragment}]`,
        ]);
        assert.deepEqual(desk.verdicts("note.md"), ["moved", "exact"]);
        assert.match(desk.messages("note.md")[1], /good\.txt has 3 lines/);
      });
    }

    it("where the source has no lines at all", async () => {
      const desk = await checkedDesk({ "note.md": '"The watch decides alone" ([a](x.txt#L1))', "x.txt": "" });
      assert.deepEqual(desk.findings("note.md"), [
        "quote-not-found [The watch decides alone]",
        "range-outside-source [#L1]",
      ]);
    });
  });

  for (const [name, end] of [
    ["CRLF", "\r\n"],
    ["lone CR", "\r"],
  ] as const) {
    it(`is no matter of line ends: ${name}`, async () => {
      const desk = await checkedDesk({
        "note.md": noteWith("[a](good.txt#L3)").replaceAll("\n", end),
        "good.txt": source.replaceAll("\n", end),
      });
      assert.deepEqual(desk.findings("note.md"), []);
      assert.deepEqual(desk.verdicts("note.md"), ["exact", "exact"]);
    });
  }

  it("is no matter of mixed line ends", async () => {
    const desk = await checkedDesk({
      "note.md": noteWith("[a](good.txt#L3)"),
      "good.txt": "The harbour closes at dusk.\rNo ship may enter after that.\r\nThe watch decides alone.\n",
    });
    assert.deepEqual(desk.findings("note.md"), []);
  });

  it("as a note is told of, and every other note is checked", async () => {
    const desk = openDesk({
      "binary.md": Uint8Array.of(0, 1, 2, 3),
      "locked.md": "x",
      "note.md": noteWith("[a](good.txt#L3)"),
      "good.txt": source,
    });
    desk.files.forbid("/wiki/locked.md", new FileError("no-access", "permission denied"));
    await desk.workspace.scan();
    assert.equal(await desk.workspace.refresh(), true);
    assert.deepEqual(desk.verdicts("note.md"), ["exact", "exact"]);
    assert.deepEqual(
      desk.errors.map(({ uri }) => uri),
      [wikiUri("binary.md"), wikiUri("locked.md")],
    );
  });
});
