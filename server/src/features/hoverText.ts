import { visible } from "../visible.ts";

/** What a hover says, before it is known how the client shows it. All text is as found: nothing is escaped yet. */
export type HoverBlock =
  | { readonly kind: "text"; readonly strong?: string; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "rows"; readonly rows: readonly string[] };

export type HoverFormat = "markdown" | "plaintext";

/** The blocks as one text. In Markdown, nothing of what they hold can act as markup, link, image or HTML. */
export function hoverText(blocks: readonly HoverBlock[], format: HoverFormat): string {
  const render = format === "markdown" ? markdown : plain;
  return blocks.map(render).join("\n\n");
}

function markdown(block: HoverBlock): string {
  switch (block.kind) {
    case "text":
      return (block.strong === undefined ? "" : `**${escapeMarkdown(block.strong)}**`) + escapeMarkdown(block.text);
    case "list":
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
    case "rows": {
      const fence = fenceFor(block.rows);
      return [`${fence}text`, ...block.rows, fence].join("\n");
    }
  }
}

function plain(block: HoverBlock): string {
  switch (block.kind) {
    case "text":
      return (block.strong ?? "") + oneLine(block.text);
    case "list":
      return block.items.map((item) => `- ${oneLine(item)}`).join("\n");
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

/** Line ends and runs of white space become one space, what cannot be seen is written out. */
function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " "));
}
