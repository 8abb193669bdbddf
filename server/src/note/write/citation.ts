import { escapedWords } from "./escape.ts";

export interface CitedPlace {
  /** What the link says. */
  readonly name: string;
  /** As `writtenPath` gives it. */
  readonly path: string;
  /** As `writtenFragment` gives it, or nothing. */
  readonly fragment: string;
}

/** The link that cites: `[name](path#L3)`. */
export function writtenCitation(
  { name, path, fragment }: CitedPlace,
  place: "inline" | "tableCell" = "inline",
): string {
  const text = escapedWords(name, "linkText");
  return `[${place === "tableCell" ? text.replaceAll("|", "\\|") : text}](${path}${fragment})`;
}
