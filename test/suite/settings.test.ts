import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ConfigurationTarget, languages, workspace } from "vscode";
import { at, findings, folder, removeNotes, showNote, verbatimDiagnostics } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const altered =
  'The plan takes "48,000 tonnes of silt out of the channel in 30 weeks" ([report](articles/channel.txt#L9)).\n';

describe("settings", () => {
  afterEach(async () => {
    for (const name of ["rules", "check.scope", "hover.maxLines"]) await set(name, undefined);
    await set("sourceRoots", undefined, ConfigurationTarget.Global);
    await workspace.getConfiguration("markdown").update("validate.enabled", undefined, ConfigurationTarget.Workspace);
    await removeNotes();
  });

  it("turn a rule off, and change how severe it is", async () => {
    const document = await showNote(altered);
    await untilFindings(document, ["quote-altered: 30"]);
    await set("rules", { "quote-altered": "off" });
    await untilFindings(document, []);
    await set("rules", { "quote-altered": "hint" });
    await until(
      () => "a hint",
      () => verbatimDiagnostics(document.uri).some(({ severity }) => severity === 3),
    );
  });

  it("that are wrong leave the others and the defaults in force", async () => {
    const document = await showNote(altered);
    await set("hover.maxLines", "many");
    await set("rules", { "quote-altered": "loud", "quote-not-found": "off" });
    await untilFindings(document, ["quote-altered: 30"]);
  });

  it("keep findings to open notes", async () => {
    const closed = at("notes/never-opened.md");
    writeFileSync(closed.fsPath, altered.replace("articles/", "../articles/"));
    const document = await showNote(altered);
    const count = (expected: number) =>
      until(
        () => `${expected} findings in a closed note`,
        () => verbatimDiagnostics(closed).length === expected,
      );
    try {
      await count(1);
      await set("check.scope", "open");
      await count(0);
      assert.deepEqual(findings(document), ["quote-altered: 30"]);
      await set("check.scope", undefined);
      await count(1);
    } finally {
      rmSync(closed.fsPath);
    }
  });

  it("let only the person name folders outside the workspace", async () => {
    const outside = mkdtempSync(join(dirname(folder.fsPath), "outside-"));
    try {
      writeFileSync(join(outside, "letter.txt"), "We ask for a season with fish.\n");
      const path = relative(folder.fsPath, join(outside, "letter.txt"));
      const document = await showNote(`"We ask for a season with fish" ([letter](${path}#L1)).\n`);
      await until(
        () => JSON.stringify(findings(document)),
        () => findings(document).some((finding) => finding.startsWith("source-outside-workspace")),
      );
      await assert.rejects(async () => set("sourceRoots", [outside]), /only into User settings/);
      await set("sourceRoots", [outside], ConfigurationTarget.Global);
      await untilFindings(document, []);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  it("keep VS Code's own link check from calling lines of a Markdown source a missing heading", async () => {
    await workspace.getConfiguration("markdown").update("validate.enabled", true, ConfigurationTarget.Workspace);
    const source = "articles/council-meeting.md";
    const document = await showNote(
      [
        `[a](${source}#L3-L5)`,
        `[b](./${source}#L3C1-L5C2)`,
        `[c](${source}#line=2,4)`,
        `[d](/${source}#L3-L5)`,
        `[e](${source}#no-such-heading)`,
        "",
      ].join("\n\n"),
    );
    const own = () => languages.getDiagnostics(document.uri).filter(({ source }) => source !== "Verbatim");
    await until(
      () => JSON.stringify(own()),
      () => own().length > 0,
    );
    assert.deepEqual(
      own().map(({ range }) => range.start.line),
      [8],
    );
  });
});

async function set(name: string, value: unknown, target = ConfigurationTarget.Workspace): Promise<void> {
  await workspace.getConfiguration("verbatim").update(name, value, target);
}
