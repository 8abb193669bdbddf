import { rules } from "../../rules.ts";
import { levels } from "./arguments.ts";

export const usage = `Verbatim proves that the words you quote are in the lines you cite.

Usage:
  verbatim check [PATH…]   check the notes in these files and folders
  verbatim lsp --stdio     serve an editor by the Language Server Protocol
  verbatim --version
  verbatim --help

"verbatim check --help" has the options.
`;

export const serverUsage = `Usage: verbatim lsp --stdio

Serves an editor by the Language Server Protocol over standard input and output.
`;

export const checkUsage = `Usage: verbatim check [PATH…] [OPTION…]

Checks every quote in these notes against the lines that it cites. PATH is a
note or a folder of notes; without one, the working directory is checked.

Options:
  --format pretty|json   for people, or for programs (docs/json.md)
  --rule ID=SEVERITY     ${levels.join(", ")}
  --max-warnings N       fail when there are more than N warnings
  --quiet                print errors only
  --root DIR             the folder that paths starting with / begin at and that
                         sources may be read from
  --source-root DIR      another folder that sources may be read from (repeat it
                         for several)
  --cache DIR            keep what was found in this folder, and take it from there
                         the next time for what has not changed: note, sources,
                         settings and this program
  --threads N            share the notes among so many threads; without it, as many
                         as pay. Not with --fix, nor where PATH is not the root
  --fix                  mend citations whose words stand at other lines of the
                         source that they name, and ranges that are none; never
                         words. What is left is reported
  --dry-run              with --fix: say what would be mended, and write nothing
  --help

Without --root it is the nearest folder above PATH with .git or .vscode, else
the working directory if PATH is in it, else PATH itself. The settings in its
.vscode/settings.json are used; --rule goes before them.

Exit code: 0 clean; 1 findings at error, or too many warnings; 2 something
could not be checked (no such path, no note found, unreadable note, bad option)
or, with --fix, not be written. With --fix it is about what is left.

Rules and what they are reported as:
${ruleTable()}
`;

function ruleTable(): string {
  const width = Math.max(...Object.keys(rules).map((id) => id.length));
  return Object.entries(rules)
    .map(([id, { level }]) => `  ${id.padEnd(width)}  ${level}`)
    .join("\n");
}
