import { readFileSync } from "node:fs";
import { messagesOf, sources } from "../scripts/lib/messages.mjs";
import { rules } from "../server/src/rules.ts";

/** A language that lists things without an ASCII letter, as the texts of its tests are. */
export const pseudoLocale = "el";

/** Every message of the sources in letters that are no ASCII: what is in ASCII letters was never translated. */
export function pseudoMessages(): Record<string, string> {
  const ofRules = Object.values(rules).flatMap(({ messages }) => Object.values<string>(messages));
  const { messages } = messagesOf(sources(".", "client/src", "server/src"));
  return Object.fromEntries([...messages, ...ofRules].map((message) => [message, fullWidth(message)]));
}

/** The same of the extension's manifest, by keys. */
export function pseudoManifest(): Record<string, string> {
  const english: Record<string, string> = JSON.parse(readFileSync("package.nls.json", "utf8"));
  return Object.fromEntries(Object.entries(english).map(([key, message]) => [key, fullWidth(message)]));
}

/** Letters in the forms that are as wide as an ideograph. `{0}`, `{name}`, and where links lead to, as they are. */
export function fullWidth(message: string): string {
  return message.replace(/\{\w+\}|\]\([^)]*\)|`#[^#]*#`|[a-z]/gi, (part) =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + 0xfee0),
  );
}

/** Names that are the same in every language. */
const names = new Set(["txt", "md", "bin", "Verbatim", "verbatim-ignore-next", ...Object.keys(rules)]);

/** Words in ASCII letters that stand for no name. */
export function untranslated(text: string): string[] {
  const prose = text.replace(/\]\([^)]*\)/g, "]").replace(/```text|verbatim(?:\.\w+)+/g, "");
  return (prose.match(/[a-z]{2,}(?:-[a-z]+)*/gi) ?? []).filter((word) => !names.has(word));
}
