// Writes what is made from the table of rules and from the manifest, the tables between their own marks: that of
// docs/rules.md, that of docs/settings.md, and the settings schema of `verbatim.rules`. Then the list of all messages to
// be translated, l10n/bundle.l10n.json.
// `node scripts/generate.mjs --check` writes nothing, names what is stale, and exits 1 where anything is.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { messagesOf, sources } from "./lib/messages.mjs";

const root = new URL("..", import.meta.url);
const rules = await loadRules();
const manifest = JSON.parse(read("package.json"));
const messages = JSON.parse(read("package.nls.json"));
addRuleSettings();

/** @type {Record<string, string>} */
const wanted = {
  "package.json": json(manifest),
  "package.nls.json": json(messages),
  "docs/rules.md": between(read("docs/rules.md"), "rules", ruleTable()),
  "docs/settings.md": between(read("docs/settings.md"), "settings", settingsTable()),
  "l10n/bundle.l10n.json": json(messageList()),
};

const stale = Object.keys(wanted).filter((path) => wanted[path] !== read(path));
if (!process.argv.includes("--check")) {
  for (const path of stale) writeFileSync(new URL(path, root), wanted[path]);
} else if (stale.length > 0) {
  console.error(`Stale: ${stale.join(", ")}. Run: node scripts/generate.mjs`);
  process.exitCode = 1;
}

/** The table itself, compiled in memory: the file is TypeScript, and Node 20 reads none. */
async function loadRules() {
  const entry = fileURLToPath(new URL("server/src/rules.ts", root));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return Object.entries(module.rules);
}

/** Gives `verbatim.rules` one property a rule, so that the settings editor completes and explains them. */
function addRuleSettings() {
  const setting = properties()["verbatim.rules"];
  if (setting === undefined) throw new Error("package.json has no setting verbatim.rules");
  setting.properties = {};
  for (const key of Object.keys(messages)) if (key.startsWith("rules.")) delete messages[key];
  for (const [id, rule] of rules) {
    setting.properties[id] = {
      type: "string",
      enum: ["off", "hint", "information", "warning", "error"],
      default: rule.level,
      description: `%rules.${id}%`,
    };
    messages[`rules.${id}`] = rule.summary;
  }
}

/** Every message of the server and the client, by itself, as translations have them. */
function messageList() {
  const { messages, problems } = messagesOf(sources(fileURLToPath(root), "client/src", "server/src"));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const ofRules = rules.flatMap(([, rule]) => Object.values(rule.messages));
  return Object.fromEntries([...messages, ...ofRules].sort().map((message) => [message, message]));
}

function properties() {
  const sections = [manifest.contributes?.configuration ?? []].flat();
  return Object.assign({}, ...sections.map((section) => section.properties));
}

function ruleTable() {
  return table(
    ["rule", "default", "means"],
    rules.map(([id, rule]) => [`[\`${id}\`](#${id})`, rule.level, rule.summary]),
  );
}

function settingsTable() {
  return table(
    ["setting", "default", "means"],
    Object.entries(properties()).map(([name, setting]) => [
      `\`${name}\``,
      `\`${JSON.stringify(setting.default)}\``,
      translated(setting.markdownDescription ?? setting.description),
    ]),
  );
}

/**
 * A string of the manifest in English: `%key%` stands for the message of that key.
 * @param {string} text
 */
function translated(text) {
  const key = /^%(.+)%$/.exec(text)?.[1];
  const message = key === undefined ? text : messages[key];
  if (message === undefined) throw new Error(`package.nls.json has no ${key}`);
  // In a setting's description `#name#` is a link to another setting.
  return message.replaceAll("`#", "`").replaceAll("#`", "`");
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * The text with what stands between `<!-- NAME:start -->` and `<!-- NAME:end -->` exchanged.
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
function between(text, name, content) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`There is no place for ${name}: ${start} … ${end} is missing`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

/** @param {string} path */
function read(path) {
  return readFileSync(new URL(path, root), "utf8").replaceAll("\r\n", "\n");
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
