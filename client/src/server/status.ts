import { type Disposable, LanguageStatusSeverity, l10n, languages } from "vscode";
import type { Server, ServerState } from "./server.ts";

/** The entry behind `{}` in the status bar of a note: whether Verbatim works, and what it found so far. */
export function showStatus(server: Server): Disposable {
  const item = languages.createLanguageStatusItem("verbatim.status", { language: "markdown" });
  item.name = "Verbatim";
  const update = (status: ServerState) => Object.assign(item, describe(status));
  update({ state: "starting" });
  const listener = server.onState(update);
  return {
    dispose: () => {
      listener.dispose();
      item.dispose();
    },
  };
}

function describe(status: ServerState) {
  const checkAll = { title: l10n.t("Check All Notes"), command: "verbatim.checkAllNotes" };
  const restart = { title: l10n.t("Restart Server"), command: "verbatim.restartServer" };
  const settings = { title: l10n.t("Open Settings"), command: "verbatim.openSettings" };
  const fine = { severity: LanguageStatusSeverity.Information, busy: false, detail: "", command: checkAll };
  switch (status.state) {
    case "starting":
      return { ...fine, text: l10n.t("Verbatim: starting"), busy: true };
    case "stopped":
      return { ...fine, text: l10n.t("Verbatim: stopped"), severity: LanguageStatusSeverity.Error, command: restart };
    case "scanning":
      return { ...fine, text: l10n.t("Verbatim: reading notes"), busy: true };
    case "ready": {
      const text = status.summary || "Verbatim";
      if (status.problems.length === 0) return { ...fine, text };
      const problems = {
        severity: LanguageStatusSeverity.Warning,
        detail: status.problems.join(" "),
        command: settings,
      };
      return { ...fine, text, ...problems };
    }
  }
}
