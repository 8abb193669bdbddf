import { createRequire } from "node:module";

interface MarkdownIt {
  render(markdown: string): string;
}

const require = createRequire(import.meta.url);
const MarkdownIt: new (options: object) => MarkdownIt = require("markdown-it");
const renderer = new MarkdownIt({ html: true, linkify: false });

/** What a reader of a rendered note sees, without white space, marks of quotations and hidden characters. */
export function visibleWords(markdown: string): string {
  return withEntities(renderer.render(markdown).replace(/<[^>]*>/g, "")).replace(
    /[\s\p{C}\p{Z}\p{DI}"'“”„‘’‚«»‹›「」『』]/gu,
    "",
  );
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function withEntities(html: string): string {
  return html.replace(/&(amp|lt|gt|quot);/g, (_entity, name: string) => entities[name]);
}
