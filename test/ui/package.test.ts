import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { configuration } from "./configuration.ts";

const largest = 1_000_000;

describe("the package", () => {
  const bytes = readFileSync(configuration().vsix);

  it("holds what the extension needs, and nothing else", () => {
    assert.deepEqual(entryNames(bytes).sort(), [
      "[Content_Types].xml",
      "extension.vsixmanifest",
      "extension/LICENSE.txt",
      "extension/changelog.md",
      "extension/dist/extension.js",
      "extension/dist/l10n/bundle.l10n.de.json",
      "extension/dist/languageClient.js",
      "extension/dist/server.js",
      "extension/docs/images/walkthrough-check.png",
      "extension/docs/images/walkthrough-evidence.png",
      "extension/docs/images/walkthrough-quote.png",
      "extension/docs/images/walkthrough-sample.png",
      "extension/icon.png",
      "extension/media/evidence.svg",
      "extension/media/preview.css",
      "extension/package.json",
      "extension/package.nls.de.json",
      "extension/package.nls.json",
      "extension/readme.md",
      "extension/sample/.vscode/settings.json",
      "extension/sample/articles/channel.txt",
      "extension/sample/articles/council-meeting.md",
      "extension/sample/articles/seagrass-survey.txt",
      "extension/sample/notes/harbour-story.md",
      "extension/sample/notes/verdicts.md",
      "extension/sample/start-here.md",
      "extension/syntaxes/citation.tmLanguage.json",
      "extension/syntaxes/definition.tmLanguage.json",
    ]);
  });

  it("is under 1 MB", () => {
    assert.ok(bytes.length < largest, `${bytes.length} bytes`);
  });
});

/** The names in the central directory of a ZIP archive (APPNOTE.TXT 4.3.12). */
function entryNames(bytes: Buffer): string[] {
  const names: string[] = [];
  const signature = Buffer.from("PK\x01\x02");
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString("utf8", at + 46, at + 46 + length));
  }
  return names;
}
