import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import type { EvidenceKind, EvidenceNode } from "../../../server/src/shell/protocol.ts";
import { type Element, isMore } from "./branch.ts";
import { verdictIcon } from "./verdicts.ts";

/** How an element of the tree looks and reads, and what choosing it does. */
export function treeItemOf(element: Element): TreeItem {
  if (isMore(element)) {
    const label = element.count === 1 ? l10n.t("… 1 more") : l10n.t("… {0} more", element.count);
    const item = new TreeItem(label);
    item.id = `more:${element.moreOf.node?.id ?? ""}`;
    item.contextValue = "more";
    item.command = { command: "verbatim.evidence.showMore", title: l10n.t("Show More"), arguments: [element] };
    return item;
  }
  const node = element.node!;
  const item = new TreeItem(
    node.label,
    node.isBranch ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = node.id;
  item.description = node.description;
  // A string: VS Code shows it as it is. As Markdown it could hold links of whoever wrote the note.
  item.tooltip = node.tooltip;
  item.accessibilityInformation = { label: node.spoken };
  item.iconPath = iconOf(node);
  item.contextValue = [node.kind, node.note && "note", node.source && "source"].filter(Boolean).join(" ");
  const file = node.kind === "note" ? node.note : node.kind === "source" || node.kind === "file" ? node.source : null;
  if (file !== null) item.resourceUri = Uri.parse(file.uri);
  if (!opensItself.has(node.kind)) return item;
  item.command = { command: "verbatim.evidence.open", title: l10n.t("Go to Place"), arguments: [element] };
  return item;
}

/** Choosing one of the others opens the branch and nothing else. */
const opensItself: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(["quote", "citation", "lines", "file"]);

function iconOf({ kind, verdict }: EvidenceNode): ThemeIcon {
  switch (kind) {
    case "quote":
      return verdictIcon(verdict ?? "unchecked");
    case "lines":
      return new ThemeIcon("list-flat");
    case "citation":
      return new ThemeIcon("link");
    case "uncited":
      return new ThemeIcon("archive", new ThemeColor("descriptionForeground"));
    default:
      return ThemeIcon.File;
  }
}
