import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { messagesOf, sources } from "../../scripts/lib/messages.mjs";
import { rules } from "../../server/src/rules.ts";
import { type Client, startClient } from "./client.ts";

/** A language that lists things without an ASCII letter, as the texts of the test are. */
export const pseudoLocale = "el";

/** A server that has every message in letters that are no ASCII: what is in ASCII letters was never translated. */
export function startPseudoClient(): Client {
  const folder = "out/lsp/pseudo";
  mkdirSync(`${folder}/l10n`, { recursive: true });
  cpSync("out/lsp/server.js", `${folder}/server.js`);
  const ofRules = Object.values(rules).flatMap(({ messages }) => Object.values<string>(messages));
  const { messages } = messagesOf(sources(".", "client/src", "server/src"));
  const bundle = Object.fromEntries([...messages, ...ofRules].map((message) => [message, fullWidth(message)]));
  writeFileSync(`${folder}/l10n/bundle.l10n.${pseudoLocale}.json`, JSON.stringify(bundle));
  return startClient({ args: [`${folder}/server.js`, "--stdio"] });
}

/** Letters in the forms that are as wide as an ideograph; `{0}` and `{name}` as they are. */
function fullWidth(message: string): string {
  return message.replace(/\{\w+\}|[a-z]/gi, (part) =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + 0xfee0),
  );
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

/** Names that are the same in every language. */
const names = new Set(["txt", "md", "bin", "Verbatim", "verbatim-ignore-next", ...Object.keys(rules)]);

/** Words in ASCII letters that stand for no name. */
export function untranslated(text: string): string[] {
  const prose = text.replace(/\]\([^)]*\)/g, "]").replace(/```text|verbatim(?:\.\w+)+/g, "");
  return (prose.match(/[a-z]{2,}(?:-[a-z]+)*/gi) ?? []).filter((word) => !names.has(word));
}
