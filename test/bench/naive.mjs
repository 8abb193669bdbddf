// The yardstick of `npm run bench`: reads every note, finds links by one expression, and looks for each quote once.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = process.argv[2];
const sources = new Map();
const quoteOrLink = /[“"„]([^“”"„]+)[”“"]|\]\(<?([^)#\s>]+)#/g;
const counts = { found: 0, missing: 0 };

for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".md")) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  let quote = null;
  for (const [, words, target] of readFileSync(path, "utf8").matchAll(quoteOrLink)) {
    if (words !== undefined) {
      quote = words;
    } else if (quote !== null) {
      const source = resolve(dirname(path), target);
      if (!sources.has(source)) sources.set(source, readFileSync(source, "utf8"));
      counts[sources.get(source).includes(quote) ? "found" : "missing"]++;
      quote = null;
    }
  }
}
console.log(JSON.stringify(counts));
