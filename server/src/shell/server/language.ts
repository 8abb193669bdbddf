import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../l10n.ts";

/**
 * The messages of a language (`de`, `pt-br`), from `bundle.l10n.LANGUAGE.json` in a folder: those that the extension
 * has too. Those of `pt` where there are none of `pt-br`. Null where there are none at all, and for what is no language.
 */
export async function readLanguage(folder: string, locale: string): Promise<Language | null> {
  for (
    let name = locale.toLowerCase().replaceAll("_", "-");
    name !== "";
    name = name.slice(0, Math.max(0, name.lastIndexOf("-")))
  ) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return null;
    const messages = await readMessages(join(folder, `bundle.l10n.${name}.json`));
    if (messages !== null) return { locale: name, messages };
  }
  return null;
}

/** Null where there is no such file; a file that is none of messages is as good as none. */
async function readMessages(path: string): Promise<Language["messages"] | null> {
  try {
    const messages: unknown = JSON.parse(await readFile(path, "utf8"));
    return isTable(messages) ? messages : null;
  } catch {
    return null;
  }
}

function isTable(value: unknown): value is Record<string, string> {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((message) => typeof message === "string");
}
