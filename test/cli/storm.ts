import { makeNotebook } from "./commandLine.ts";

/** What the notes of these tests cite. */
export const storm = [
  "The harbour was closed from Monday to Thursday.",
  "The storm broke 13 windows of the old customs house.",
  "Nobody was hurt, the harbour master said.",
  "",
].join("\n");

export const cleanNote = 'It broke "13 windows of the old customs house" ([log](articles/storm.txt#L2)).\n';
export const alteredNote = 'It broke "30 windows of the old customs house" ([log](articles/storm.txt#L2)).\n';
export const movedNote = 'It broke "13 windows of the old customs house" ([log](articles/storm.txt#L3)).\n';

/** A notebook with the article and these files. */
export function stormNotebook(files: Readonly<Record<string, string | Uint8Array>>): string {
  return makeNotebook({ "articles/storm.txt": storm, ...files });
}
