import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What moves, hides or reorders its neighbours, or is obeyed by a terminal: one of each kind. */
export const hidden = [
  ...["\u202e", "\u202c", "\u2066", "\u2069", "\u200e", "\u061c", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u{e0041}"],
  ...["\u{e007f}", "\u0007", "\u001b[31m", "\u001b]8;;x\u0007", "\u009b2J", "\u007f", "\u2028", "\u180e"],
].join("");

/** What stands in a file outside the notebook, and nowhere else. */
export const secret = "Ebbstone";

const words = "The harbour was shut for thirteen days";
const bad = `har${hidden}bour`;
const html = '<img src="http://127.0.0.1:9/x.png"> ![x](http://127.0.0.1:9/y.png) <a href="command:x">y</a>';
const links = "[z](command:workbench.action.quit) <javascript:alert(1)> http://127.0.0.1:9/ www.example.com";

export const sourceName = `lo${hidden.replace(/[\u2028]/g, "")}g [x](command:y) <b>.txt`;
export const noteName = `no${hidden.replace(/[\u2028]/g, "")}te <img>.md`;

const source = [
  `${words}, the longest time in memory.`,
  `The ${bad} master said nothing. ${html}`,
  `Nobody in the ${bad} was hurt that day. ${links}`,
  `${words}, the longest time in memory.`,
  "```",
  "The ferries sail again on Monday morning.",
  `The ferries${hidden} sail again on Monday evening. ${html} ${links}`,
  "",
].join("\n");

function noteText(name: string): string {
  const cited = encodeURIComponent(name);
  const at = (lines: string) => `[Log ${bad}](${cited}#${lines})`;
  return [
    `# Notes ${bad} ${html}`,
    `The log says “${words}” (${at("L2")}), and “Nobody in the ${bad} was killed that day.” (${at("L3")}).`,
    `It goes on: “The ferries sail again on Monday m${hidden}idday.” (${at("L1-L6")}) and “The ${bad} never was so still” (${at("L7")}).`,
    `“The ferries${hidden} sail again on Monday evening. ${html}” (${at("L7")})`,
    `“Nobody in the ${bad} was hurt that day. ${links}” (${at("L2")})`,
    `“${words}” ([gone ${bad}](gone${hidden}.txt#L1)), ([far](../../outside.txt#L1)), ([link](out.txt#L1)).`,
    `“${secret}” ([a](out.txt#L1)), ([b](folder/outside.txt#L1)), ([c](file:///etc/passwd#L1)), ([d](//host/share/x.txt#L1)).`,
    `“${words}” ([e](command:x#L1)), ([f](javascript:x#L1)), ([g](data:text/plain,x#L1)), ([h](vscode://file/x#L1)), ([i](vbscript:x#L1)).`,
    `“${words}” [[log${hidden}.txt#L1|${bad} ${html}]], [x](a ${bad}.txt#L3), [y](${cited}#L0) and [z](${cited}#L99-L3).`,
    `“[W]ords ${bad} [not] … said ${words}” (${at("L9")})`,
    `> The ferries sail again on ${bad} morning.\n>\n> — ${at("L6")} ${html}`,
    `<!-- verbatim-ignore-next ${bad} ${html} -->`,
    `“The ferries sail ${bad}`,
  ].join("\n\n");
}

export interface HostileNotebook {
  readonly folder: string;
  /** Paths. */
  readonly note: string;
  readonly source: string;
  /** Their texts with control characters: an editor may hold them, a file of that kind is taken for no text. */
  readonly noteText: string;
  readonly sourceText: string;
  readonly remove: () => void;
}

/** A notebook that somebody made who means harm, with a file beside it that nobody may read. */
export function hostileNotebook(): HostileNotebook {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-hostile-")));
  const folder = join(parent, "notebook");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text.replace(/(?!\n)\p{Cc}/gu, ""));
  };
  write(sourceName, source);
  write(`sub/${sourceName}`, `${source}\nAnd more.`);
  write(`uncited ${bad}.txt`, source);
  write(noteName, noteText(sourceName));
  write("sub/second.md", `“${words}” ([a](../${encodeURIComponent(sourceName)}#L1)). “${words}” (${"[b](b.txt#L1)"})`);
  write(".vscode/settings.json", JSON.stringify({ "verbatim.sourceRoots": ["/"], [`verbatim.${bad}`]: bad }));
  writeFileSync(join(parent, "outside.txt"), `${words} ${secret}\n`);
  symlinkSync("../outside.txt", join(folder, "out.txt"));
  symlinkSync("..", join(folder, "folder"));
  return {
    folder,
    note: join(folder, noteName),
    source: join(folder, sourceName),
    noteText: noteText(sourceName),
    sourceText: source,
    remove: () => existsSync(parent) && rmSync(parent, { recursive: true }),
  };
}

/** What a person would not see, or a terminal would obey. Lines may end and be indented. */
const unseen =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\u180e\ufeff\u00ad\u{e0000}-\u{e007f}]/u;

export function hidesSomething(text: string): boolean {
  return unseen.test(text.replace(/[\n\t]/g, ""));
}
