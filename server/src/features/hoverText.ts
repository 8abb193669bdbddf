import type { Hover, MarkupContent } from "vscode-languageserver-types";
import { visible } from "../visible.ts";

/** What a hover says, before it is known how the client shows it. All text is as found: nothing is escaped yet. */
export type HoverBlock =
  | { readonly kind: "text"; readonly strong?: string; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly HoverItem[] }
  | { readonly kind: "rows"; readonly rows: readonly string[] }
  /** For those who can follow it: it says nothing that is not said elsewhere. */
  | { readonly kind: "link"; readonly text: string; readonly uri: string };

/** An item of a list; one with a URI is a link to a file, and then goes on. */
export type HoverItem = string | { readonly text: string; readonly uri: string; readonly rest: string };

export type HoverFormat = "markdown" | "plaintext";

/** A hover as all of ours are. */
export interface MarkupHover extends Hover {
  readonly contents: MarkupContent;
}

/** The blocks as one text. In Markdown, nothing of what they hold can act as markup, link, image or HTML. */
export function hoverText(blocks: readonly HoverBlock[], format: HoverFormat): string {
  const render = format === "markdown" ? markdown : plain;
  return blocks
    .map(render)
    .filter((block) => block !== "")
    .join("\n\n");
}

function markdown(block: HoverBlock): string {
  switch (block.kind) {
    case "text":
      return (block.strong === undefined ? "" : `**${escapeMarkdown(block.strong)}**`) + escapeMarkdown(block.text);
    case "list":
      return block.items.map((item) => `- ${markdownItem(item)}`).join("\n");
    case "link":
      return markdownLink(block);
    case "rows": {
      const fence = fenceFor(block.rows);
      return [`${fence}text`, ...block.rows, fence].join("\n");
    }
  }
}

function markdownItem(item: HoverItem): string {
  return typeof item === "string" ? escapeMarkdown(item) : markdownLink(item) + escapeMarkdown(item.rest);
}

/** A plain link to a file: no command, and nothing in its URI that could end it or be read as markup. */
function markdownLink({ text, uri }: { readonly text: string; readonly uri: string }): string {
  const destination = uri
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[^\w.~:/?#,%@+;=-]/gu, encodeURIComponent)
    .replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${escapeMarkdown(text)}](${destination})`;
}

function plain(block: HoverBlock): string {
  switch (block.kind) {
    case "text":
      return oneLine((block.strong ?? "") + block.text);
    case "list":
      return block.items
        .map((item) => `- ${oneLine(typeof item === "string" ? item : item.text + item.rest)}`)
        .join("\n");
    case "link":
      return "";
    case "rows":
      return block.rows.join("\n");
  }
}

/** A fence longer than any run of backticks in the rows. */
function fenceFor(rows: readonly string[]): string {
  let longest = 2;
  for (const row of rows) {
    for (const [run] of row.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  }
  return "`".repeat(longest + 1);
}

/**
 * Text as one line of Markdown that shows it: whatever CommonMark or GitHub's dialect could read there as markup is
 * escaped, autolinks (`http://`, `www.`, `a@b`) and list marks at the start included. What could not stays readable to
 * clients that show Markdown as it is: `_` within a word, `&` before a space, `#` further on.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]<~@]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=[#a-z])|:(?=\/\/)/giu, "\\$&")
    .replace(/www\./gi, (prefix) => `${prefix.slice(0, 3)}\\.`)
    .replace(/^[-+=#>]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Line ends and runs of white space become one space, what cannot be seen is written out (U+FEFF is no space). */
function oneLine(text: string): string {
  return visible(text.replace(/[^\S\ufeff]+/g, " "));
}
