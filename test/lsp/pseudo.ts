import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { pseudoLocale, pseudoMessages } from "../pseudoLanguage.ts";
import { type Client, startClient } from "./client.ts";

/** A server that speaks the pseudo language. */
export function startPseudoClient(): Client {
  const folder = "out/lsp/pseudo";
  mkdirSync(`${folder}/l10n`, { recursive: true });
  cpSync("out/lsp/server.js", `${folder}/server.js`);
  writeFileSync(`${folder}/l10n/bundle.l10n.${pseudoLocale}.json`, JSON.stringify(pseudoMessages()));
  return startClient({ args: [`${folder}/server.js`, "--stdio"] });
}

/** Where LSP and our own messages have what a person reads. */
const shownKeys = new Set(
  [
    "message",
    "title",
    "label",
    "tooltip",
    "detail",
    "documentation",
    "description",
    "spoken",
    "text",
    "summary",
  ].concat(["problems", "problem", "value"]),
);

/** All strings that a person is to read, in whatever the server said. */
export function shownStrings(said: unknown, key = ""): string[] {
  if (typeof said === "string") return shownKeys.has(key) ? [said] : [];
  if (Array.isArray(said)) return said.flatMap((item) => shownStrings(item, key));
  if (typeof said !== "object" || said === null) return [];
  return Object.entries(said).flatMap(([name, item]) => shownStrings(item, name));
}
