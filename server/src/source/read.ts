import { readMarkdown } from "../note/readAway.ts";
import type { Reading } from "../note/reading.ts";
import { lineStartsOf } from "./lines.ts";
import type { Source } from "./source.ts";

/**
 * A source from its text. Markdown is read away, at the first look at its reading, so that a quote of what a reader sees
 * is found in it.
 */
export function readSource(text: string, format: "plain" | "markdown"): Source {
  const lineStarts = lineStartsOf(text);
  if (format === "plain") return { text, lineStarts, reading: null };
  let reading: Reading | null = null;
  return {
    text,
    lineStarts,
    get reading() {
      reading ??= readMarkdown(text);
      return reading;
    },
  };
}

/** The format that a file name tells. */
export function formatOf(name: string): "plain" | "markdown" {
  return /\.(?:md|markdown)$/i.test(name) ? "markdown" : "plain";
}
