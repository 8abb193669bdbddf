import { readMarkdown } from "../note/readAway.ts";
import { lineStartsOf } from "./lines.ts";
import type { Source } from "./source.ts";

/** A source from its text. Markdown is read away, so that a quote of what a reader sees is found in it. */
export function readSource(text: string, format: "plain" | "markdown"): Source {
  const reading = format === "markdown" ? readMarkdown(text) : null;
  return { text, lineStarts: lineStartsOf(text), reading };
}

/** The format that a file name tells. */
export function formatOf(name: string): "plain" | "markdown" {
  return /\.(?:md|markdown)$/i.test(name) ? "markdown" : "plain";
}
