import { plural, t } from "../../l10n.ts";
import { visible } from "../../visible.ts";
import { baseName, displayPath } from "../../workspace/uri.ts";
import type { EvidenceIndex, Row } from "./index.ts";
import type { EvidenceNode } from "./node.ts";
import { folderInWords } from "./paths.ts";

export const uncitedId = "uncited";

/** The branch of the files that nobody cites. */
export async function uncitedRow({ workspace }: EvidenceIndex): Promise<EvidenceNode> {
  const { length } = await workspace.uncitedFiles();
  const count = plural(length, "{0} file", "{0} files");
  return {
    id: uncitedId,
    kind: "uncited",
    label: t("Uncited Sources"),
    description: count,
    tooltip: t("Text files in the folders of cited sources that no note cites."),
    spoken: t("Uncited sources, {0}: text files in the folders of cited sources that no note cites.", count),
    verdict: null,
    isBranch: length > 0,
    note: null,
    source: null,
  };
}

export async function uncitedFileRows({ workspace, roots, clientUri }: EvidenceIndex): Promise<Row[]> {
  const files = await workspace.uncitedFiles();
  return files.map(
    (uri): Row =>
      () => {
        const path = visible(displayPath(uri, roots));
        return {
          id: `file:${uri}`,
          kind: "file",
          label: visible(baseName(uri)),
          description: folderInWords(uri, roots),
          tooltip: path,
          spoken: t("{0}, not cited", path),
          verdict: null,
          isBranch: false,
          note: null,
          source: { uri: clientUri(uri), range: null },
        };
      },
  );
}
