/** The forms of quoting: all attachments of a quote to its citation, and the blocks that they stand in. */

/** A form of quoting: the note around the words, which are already written as Markdown. */
export interface Place {
  readonly name: string;
  /** Whether the words must stand on one line. */
  readonly oneLine: boolean;
  /** Whether the words stand in a block quote, where paragraphs may be kept, and quote marks are the source's own. */
  readonly block: boolean;
  /** Whether the words stand in a link's title, where no Markdown is read but escapes. */
  readonly title: boolean;
  readonly write: (quoted: string, target: string) => string;
}

function inline(name: string, write: Place["write"], oneLine = false): Place {
  return { name, oneLine, block: false, title: false, write };
}

function title(open: string, close: string): Place {
  const write: Place["write"] = (quoted, target) => `[He said so](${target} ${open}${quoted}${close}).`;
  return { name: `title in ${open}${close}`, oneLine: false, block: false, title: true, write };
}

function block(name: string, write: Place["write"]): Place {
  return { name, oneLine: false, block: true, title: false, write };
}

/** `^` with the flag `m` would begin a line behind U+2028, too. */
const quoteLines = (text: string) => `> ${text.replaceAll("\n", "\n> ")}`;

export const places: readonly Place[] = [
  inline("touching, in front of its citation", (quoted, target) => `The report says ${quoted} ([p](${target})).`),
  inline("touching, behind its citation", (quoted, target) => `[The report](${target}): ${quoted}`),
  inline("beside a bare link", (quoted, target) => `She wrote ${quoted} [here](${target})`),
  inline("in the sentence", (quoted, target) => `They told ${quoted} to everybody, as [the report](${target}) has it.`),
  inline("in the sentence, behind", (quoted, target) => `[The report](${target}) has him say to them all ${quoted}`),
  inline("link text", (quoted, target) => `So it was: [${quoted}](${target}).`),
  inline("part of a link's text", (quoted, target) => `So it was: [he said ${quoted} twice](${target}).`),
  inline("footnote", (quoted, target) => `It says ${quoted}[^1] there.\n\n[^1]: [Report](${target})`),
  inline("reference", (quoted, target) => `It says ${quoted} ([p][report]).\n\n[report]: ${target}`),
  inline("shortcut", (quoted, target) => `It says ${quoted} ([report]).\n\n[report]: ${target}`),
  inline("wikilink", (quoted, target) => `It says ${quoted} ([[${target}]]).`),
  inline("wikilink with an alias", (quoted, target) => `It says ${quoted} [[${target}|report]].`),
  inline("list item", (quoted, target) => `- ${quoted.replaceAll("\n", "\n  ")} ([p](${target}))`),
  inline("emphasis", (quoted, target) => `It says *${quoted}* ([p](${target})).`),
  inline("strong link text", (quoted, target) => `It says [**${quoted}**](${target}).`),
  title('"', '"'),
  title("'", "'"),
  title("(", ")"),
  inline("heading", (quoted, target) => `## ${quoted} ([p](${target}))`, true),
  inline("cell", (quoted, target) => `| what | where |\n| --- | --- |\n| ${quoted} | [p](${target}) |`, true),
  inline("callout", (quoted, target) => quoteLines(`[!NOTE]\nIt says ${quoted} ([p](${target})).`)),
  inline(
    "text of a footnote",
    (quoted, target) => `So it is.[^1]\n\n[^1]: ${quoted.replaceAll("\n", "\n    ")} ([p](${target}))`,
  ),
  block("block quote with an attribution line", (quoted, target) => quoteLines(`${quoted}\n— [Report](${target})`)),
  block("block quote with an attribution of its own", (quoted, target) =>
    quoteLines(`${quoted}\n\n[Report](${target})`),
  ),
  block("block quote before its attribution", (quoted, target) => `${quoteLines(quoted)}\n\n— [Report](${target})`),
  block("introduced block quote", (quoted, target) => `The [report](${target}) says:\n\n${quoteLines(quoted)}`),
  block(
    "block quote in a list",
    (quoted, target) => `- The [report](${target}) says:\n\n  ${quoteLines(quoted).replaceAll("\n", "\n  ")}`,
  ),
  block("quote callout", (quoted, target) => quoteLines(`[!quote] [Report](${target})\n${quoted}`)),
];
