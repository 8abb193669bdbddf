// What the sources say to a person: the arguments of t("…"), l10n.t("…") and plural(count, "…", "…").
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const literal = String.raw`"(?:[^"\\\n]|\\.)*"`;
const call = /(?<![\w.$'])(?:l10n\.t|t|plural)\(/g;
const oneMessage = new RegExp(String.raw`\s*(${literal})\s*[,)]`, "y");
// Behind the count, which may be any expression without a string in it.
const twoMessages = new RegExp(String.raw`[^"]*,\s*(${literal}),\s*(${literal})\s*[,)]`, "y");

/**
 * @typedef {object} Messages
 * @property {string[]} messages each once, sorted
 * @property {string[]} problems calls whose message is not written in them, and counted messages that name no count
 */

/**
 * @param {ReadonlyMap<string, string>} files texts by their names
 * @returns {Messages}
 */
export function messagesOf(files) {
  const messages = new Set();
  const problems = [];
  for (const [name, text] of files) {
    const code = withoutComments(text);
    for (const { 0: start, index } of code.matchAll(call)) {
      const isCounted = start === "plural(";
      const pattern = isCounted ? twoMessages : oneMessage;
      pattern.lastIndex = index + start.length;
      const found =
        pattern
          .exec(code)
          ?.slice(1)
          .map((each) => /** @type {string} */ (JSON.parse(each))) ?? [];
      const where = `${name}:${code.slice(0, index).split("\n").length}`;
      if (found.length === 0) problems.push(`${where}: ${start}…) without a message in quotation marks`);
      for (const message of found) {
        if (isCounted && !message.includes("{0}")) problems.push(`${where}: “${message}” does not name its count`);
        messages.add(message);
      }
    }
  }
  return { messages: [...messages].sort(), problems };
}

/**
 * What reads like prose and is said without {@link messagesOf} finding it, but for the product's name: string literals
 * with two words, or with one that begins with a capital.
 * @param {ReadonlyMap<string, string>} files texts by their names
 * @returns {string[]}
 */
export function unsaidProse(files) {
  const prose = [];
  for (const [name, text] of files) {
    const code = withoutComments(text)
      .replace(/^import\b[^;]*;$/gm, "")
      .replace(new RegExp(String.raw`\bl10n\.t\(\s*${literal}`, "g"), "");
    for (const [quoted] of code.matchAll(new RegExp(`${literal}|\`(?:[^\`\\\\]|\\\\.)*\``, "g"))) {
      const words = quoted.slice(1, -1).replace(/\$\{[^}]*\}|<[^>]*>/g, "");
      // Names of classes go together without being prose.
      const isProse = /\p{L} \p{L}|^\p{Lu}\p{Ll}/u.test(words) && !/^(?:[a-z]+-[a-z-]* ?)+$/.test(words);
      if (isProse && words !== "Verbatim") prose.push(`${name}: ${quoted}`);
    }
  }
  return prose;
}

/**
 * All files of TypeScript below these folders of the project, but for the one that defines the calls.
 * @param {string} root the project's folder
 * @param {string[]} folders
 */
export function sources(root, ...folders) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort()) {
      const path = `${folder}/${name.replaceAll("\\", "/")}`;
      if (!path.endsWith(".ts") || path === "server/src/l10n.ts") continue;
      files.set(path, readFileSync(join(root, path), "utf8"));
    }
  }
  return files;
}

/**
 * With as many lines as before.
 * @param {string} text
 */
function withoutComments(text) {
  return text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]+/g, ""))
    .replace(/^[ \t]*\/\/.*$/gm, "");
}
