import type { Location, Range } from "vscode-languageserver-types";
import { checkedDesk, type Desk } from "../workspace/desk.ts";

/** A source that two notes cite, rightly and wrongly. */
export const log = [
  "The harbour was shut for 13 days.",
  "Nobody was hurt, and nobody went out.",
  "The ferries sail again on Monday,",
  "and the fish market opens with them.",
  "",
].join("\n");

export const diary = [
  '"Nobody was hurt" ([log](log.txt#L2)).',
  '"The harbour was shut for 30 days" ([log](log.txt#L1)).',
  'Somebody wrote that "the ferries sail again on Monday, and the fish market opens" ([log](log.txt#L3-L4)).',
  "",
].join("\n\n");

export const letter = [
  '"Nobody was hurt, and nobody went out" ([the log](log.txt#L2)).',
  '"The lighthouse fell into the sea" ([the log](log.txt#L4)), and see [this](log.txt#L2-L3).',
  "",
].join("\n\n");

/** Both notes and the source, checked. */
export function harbour(more: Readonly<Record<string, string>> = {}): Promise<Desk> {
  return checkedDesk({ "diary.md": diary, "letter.md": letter, "log.txt": log, ...more });
}

/** `note.md: words` of each location. */
export function inWords(
  desk: Desk,
  locations: readonly Location[],
  sources: Record<string, string> = { "log.txt": log },
) {
  return locations.map(({ uri, range }) => {
    const path = uri.slice("file:///wiki/".length);
    return `${path}: ${textIn(sources[path] ?? desk.note(path).text, range)}`;
  });
}

/** The text of a range, in a text whose lines end with `\n`. */
export function textIn(text: string, { start, end }: Range): string {
  const lines = text.split("\n").slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.character);
  lines[0] = lines[0].slice(start.character);
  return lines.join("\n");
}
