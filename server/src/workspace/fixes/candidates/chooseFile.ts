import { t } from "../../../l10n.ts";
import { baseName } from "../../uri.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";
import { pathsTo } from "./citeOtherSource.ts";

const mostFiles = 6;

/** One fix for each file of the workspace that has the name of a source which is not there, the likeliest first. */
export async function chooseFile({ checked, finding, citation, workspace }: FixContext): Promise<Candidate[]> {
  if (finding.rule !== "source-not-found" || citation === null) return [];
  const { path, form } = citation.citation;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "") return [];
  const named = (await workspace.filesNamed(name)).filter((uri) => uri !== checked.uri);
  const files = named
    .map((uri) => ({ uri, likeness: commonEnd(uri, path) }))
    .sort((a, b) => b.likeness - a.likeness || a.uri.length - b.uri.length || (a.uri < b.uri ? -1 : 1))
    .slice(0, mostFiles);
  return files.map(({ uri }): Candidate => {
    const paths = pathsTo(workspace.pathTo(checked.uri, uri), form === "wikilink");
    const ways = paths.map((written) => ({ edits: [{ span: finding.span, text: written }] }));
    return { kind: "choose-file", title: t("Cite {0}", paths[0] ?? ""), ways, natural: files.length === 1 };
  });
}

/** How many folders in front of the name are those of the path. */
function commonEnd(uri: string, path: string): number {
  const folders = path.split("/").reverse();
  const others = uri.split("/").reverse();
  let count = 0;
  while (count < folders.length && count < others.length && folders[count] === baseName(others[count])) count++;
  return count;
}
