import { t } from "../../../l10n.ts";
import type { LineRange } from "../../../span.ts";
import type { CheckedCitation } from "../../checkedNote.ts";
import { baseName } from "../../uri.ts";
import { linesInWords } from "../../wording.ts";
import { around, citeSourceEdit } from "../citationEdit.ts";
import type { FixContext, FixWorkspace } from "../context.ts";
import type { Candidate } from "../fix.ts";
import { pathsTo } from "./citeOtherSource.ts";

const mostFiles = 6;

/** A file that may have been meant. */
interface Meant {
  readonly uri: string;
  readonly isSameName: boolean;
  /** Where the citation's quotes stand in it; null where it has none, or not all of them stand there. */
  readonly lines: LineRange | null;
}

/**
 * One fix for each file that may be the source which is not there, the likeliest first: files in which the citation's
 * quotes stand, of near names or cited by notes, then files of the workspace of the same name and of near names.
 */
export async function chooseFile(context: FixContext): Promise<Candidate[]> {
  const { checked, finding, citation, workspace } = context;
  if (finding.rule !== "source-not-found" || citation === null) return [];
  const { path, form, lines: cited } = citation.citation;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const files = (await meantFiles(context, citation, name)).slice(0, mostFiles);
  const holding = files.filter(({ lines }) => lines !== null);
  const likely = holding.length > 0 ? holding : files.filter(({ isSameName }) => isSameName);
  return files.flatMap((file): Candidate[] => {
    const paths = pathsTo(workspace.pathTo(checked.uri, file.uri), form === "wikilink");
    const natural = likely.length === 1 && likely[0] === file;
    const title = t("Cite {0}", paths[0] ?? "");
    const ways = paths.map((written) => ({ edits: [{ span: finding.span, text: written }] }));
    const asCited: Candidate = { kind: "choose-file", title, ways, natural };
    const { lines } = file;
    if (lines === null || (cited !== null && cited.start <= lines.start && lines.end <= cited.end)) return [asCited];
    const whereFound = paths.map((written) => ({ edits: [citeSourceEdit(checked, citation, written, lines)] }));
    const found = t("Cite {0} of {1}, where the quote stands", linesInWords(lines), paths[0] ?? "");
    return [asCited, { kind: "choose-file", title: found, ways: whereFound, natural }];
  });
}

async function meantFiles({ checked, workspace }: FixContext, citation: CheckedCitation, name: string) {
  const named = name === "" ? [] : (await workspace.filesNear(name)).filter((uri) => uri !== checked.uri);
  const elsewhere = await citedWithQuote(checked.uri, citation, workspace);
  const { path } = citation.citation;
  const sameNamed = named
    .filter((uri) => baseName(uri) === name)
    .map((uri) => ({ uri, likeness: commonEnd(uri, path) }))
    .sort((a, b) => b.likeness - a.likeness || a.uri.length - b.uri.length || (a.uri < b.uri ? -1 : 1));
  const near = named.filter((uri) => baseName(uri) !== name);
  const uris = [...sameNamed.map(({ uri }) => uri).slice(0, mostFiles), ...near.slice(0, mostFiles), ...elsewhere];
  const files: Meant[] = [];
  for (const uri of new Set(uris)) {
    files.push({ uri, isSameName: baseName(uri) === name, lines: await linesOfQuotesIn(uri, citation, workspace) });
  }
  return [...files.filter(({ lines }) => lines !== null), ...files.filter(({ lines }) => lines === null)];
}

/** The first source that notes cite and that has the citation's first quote. */
async function citedWithQuote(note: string, { quotes }: CheckedCitation, workspace: FixWorkspace): Promise<string[]> {
  if (quotes.length === 0) return [];
  const passage = await workspace.findQuote(quotes[0].quotation, workspace.citedSources(note));
  return passage === null ? [] : [passage.uri];
}

async function linesOfQuotesIn(uri: string, { quotes }: CheckedCitation, workspace: FixWorkspace) {
  let lines: LineRange | null = null;
  for (const { quotation } of quotes) {
    const passage = await workspace.findQuote(quotation, [uri]);
    if (passage === null) return null;
    lines = around(lines, passage.lines);
  }
  return lines;
}

/** How many folders in front of the name are those of the path. */
function commonEnd(uri: string, path: string): number {
  const folders = path.split("/").reverse();
  const others = uri.split("/").reverse();
  let count = 0;
  while (count < folders.length && count < others.length && folders[count] === baseName(others[count])) count++;
  return count;
}
