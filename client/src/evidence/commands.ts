import { commands, Disposable } from "vscode";
import { copyText, mainSide, openSide, revealFile } from "./actions.ts";
import type { Element } from "./branch.ts";
import type { EvidenceView } from "./view.ts";

/** The commands of the view. Those about an element take the selected one where a key calls them. */
export function registerEvidenceCommands(view: EvidenceView, onError: (error: unknown) => void): Disposable {
  const handlers: Readonly<Record<string, (element: Element | undefined) => unknown>> = {
    groupBySource: () => view.group("source"),
    groupByNote: () => view.group("note"),
    filter: () => view.filter(),
    changeFilter: () => view.filter(),
    clearFilter: () => view.clearFilter(),
    showMore: (element) => element && view.showMore(element),
    open: (element) => openSide(element, mainSide(element)),
    openNote: (element) => openSide(element, "note"),
    openSource: (element) => openSide(element, "source"),
    copy: copyText,
    reveal: revealFile,
  };
  return Disposable.from(
    ...Object.entries(handlers).map(([name, handler]) =>
      commands.registerCommand(`verbatim.evidence.${name}`, async (element?: Element) => {
        try {
          return await handler(element ?? view.selection);
        } catch (error) {
          onError(error);
        }
      }),
    ),
  );
}
