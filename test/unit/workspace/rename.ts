import assert from "node:assert/strict";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import type { EditorKeeps } from "../../../server/src/workspace/renames/renaming.ts";
import { type Desk, inWork, wikiUri } from "./desk.ts";

/** What the notes say, and what is found in them, once files were renamed as an editor does it. */
export interface Outcome {
  readonly desk: Desk;
  /** Paths of the notes that were changed, as they were named before. */
  readonly changed: readonly string[];
  text(path: string): string;
}

/** Renames files and folders of the desk, all at once, when their notes were changed for it. */
export async function rename(
  desk: Desk,
  renames: Readonly<Record<string, string>>,
  editorKeeps?: EditorKeeps,
): Promise<Outcome> {
  const pairs = Object.entries(renames).map(([from, to]) => ({ from: wikiUri(from), to: wikiUri(to) }));
  const edits = await desk.workspace.renameEdits(pairs, editorKeeps === undefined ? {} : { editorKeeps });
  assert.ok(edits !== null);
  const texts = new Map<string, string>();
  for (const { uri, text, edits: parts } of edits) {
    const path = decodeURIComponent(uri.slice("file://".length));
    const after = editedText(text, parts);
    texts.set(path, after);
    desk.files.write(path, after);
  }
  move(desk, renames);
  desk.workspace.filesChanged([
    ...[...texts.keys()].map((path) => ({ uri: wikiUri(path), type: "changed" as const })),
    ...pairs.flatMap(({ from, to }) => [
      { uri: from, type: "deleted" as const },
      { uri: to, type: "created" as const },
    ]),
  ]);
  await desk.workspace.refresh();
  return {
    desk,
    changed: [...texts.keys()].map((path) => path.replace(/^\/wiki\//, "")).sort(),
    text: (path) => texts.get(inWork(path)) ?? assert.fail(`${path} was not changed`),
  };
}

/** All at once, so that two may change places. */
function move({ files }: Desk, renames: Readonly<Record<string, string>>): void {
  const inner = Object.keys(renames).sort((a, b) => b.length - a.length);
  for (const [index, from] of inner.entries()) files.move(inWork(from), `/under way/${index}`);
  for (const [index, from] of inner.entries()) files.move(`/under way/${index}`, inWork(renames[from]));
}
