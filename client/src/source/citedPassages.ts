import {
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  Disposable,
  OverviewRulerLane,
  Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import {
  type CitedPassages as Answer,
  type CitedPassagesParams,
  citedPassagesRequest,
  type VerdictGroup,
} from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";
import { gutterIcon } from "./gutterIcons.ts";

const setting = "verbatim.decorations.enabled";
/** Of several signs on a line the first of these is shown. */
const groups: readonly VerdictGroup[] = ["wrong", "equivalent", "exact", "open"];
/** Underlines differ in more than colour, too. Lines of which no words were found have the quietest. */
const underlines: Readonly<Record<VerdictGroup, { readonly style: string; readonly width: string }>> = {
  exact: { style: "solid", width: "1px" },
  equivalent: { style: "dashed", width: "1px" },
  wrong: { style: "double", width: "3px" },
  open: { style: "dotted", width: "1px" },
};
/** Milliseconds in which reasons to look again gather. */
const gatherTime = 150;

interface Passage {
  readonly range: Range;
  readonly group: VerdictGroup;
  readonly found: boolean;
}

interface Marks {
  readonly text: TextEditorDecorationType;
  readonly sign: TextEditorDecorationType;
}

/**
 * Marks what is cited in the sources that are shown: an underline, a sign in the margin and a mark on the scroll bar. The
 * editor moves them with edits, until the server has found out anew what is cited.
 */
export class CitedPassages implements Disposable {
  readonly #server: Server;
  readonly #marks = new Map<VerdictGroup, Marks>();
  /** What each editor shows, as JSON. */
  readonly #shown = new WeakMap<TextEditor, string>();
  /** Of each document the newest look that has led to anything: an answer to an older one comes too late. */
  readonly #newest = new WeakMap<TextDocument, number>();
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners: Disposable;

  constructor(server: Server) {
    this.#server = server;
    const look = () => this.#lookSoon();
    this.#listeners = Disposable.from(
      server.onChecked(look),
      server.onState(look),
      window.onDidChangeVisibleTextEditors(look),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (editorsOf(document).some((editor) => this.#shown.has(editor))) look();
      }),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(setting) && look()),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    for (const { text, sign } of this.#marks.values()) Disposable.from(text, sign).dispose();
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(() => this.#look(), gatherTime);
  }

  #look(): void {
    this.#timer = undefined;
    const look = ++this.#looks;
    const isOn = workspace.getConfiguration().get(setting, true);
    for (const document of new Set(window.visibleTextEditors.map((editor) => editor.document))) {
      if (document.uri.scheme !== "file") continue;
      // A server that is down is told of elsewhere, and what it said stays.
      if (isOn && this.#server.isWanted) void this.#ask(document, look).catch(() => {});
      else this.#show(document, look, []);
    }
  }

  async #ask(document: TextDocument, look: number): Promise<void> {
    const client = await this.#server.client();
    const params: CitedPassagesParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const answer = await client.sendRequest<Answer | null>(citedPassagesRequest, params);
    // Of an older text: the change that made it so has us look again.
    if (answer !== null && answer.version !== document.version) return;
    const passages = (answer?.passages ?? []).map(({ range, ...rest }) => ({
      range: client.protocol2CodeConverter.asRange(range),
      ...rest,
    }));
    this.#show(document, look, passages);
  }

  #show(document: TextDocument, look: number, passages: readonly Passage[]): void {
    if (look < (this.#newest.get(document) ?? 0)) return;
    this.#newest.set(document, look);
    const content = JSON.stringify([document.version, passages]);
    for (const editor of editorsOf(document)) {
      if (passages.length === 0 && !this.#shown.has(editor)) continue;
      if (this.#shown.get(editor) === content) continue;
      if (passages.length === 0) this.#shown.delete(editor);
      else this.#shown.set(editor, content);
      const signed = new Set<number>();
      for (const group of groups) {
        const marks = this.#marksOf(group);
        const underlined = passages.filter((passage) => (passage.found ? passage.group : "open") === group);
        editor.setDecorations(
          marks.text,
          underlined.map(({ range }) => range),
        );
        const lines = passages.filter((passage) => passage.group === group).map(({ range }) => range.start.line);
        const own = [...new Set(lines)].filter((line) => !signed.has(line));
        for (const line of own) signed.add(line);
        editor.setDecorations(
          marks.sign,
          own.map((line) => new Range(line, 0, line, 0)),
        );
      }
    }
  }

  #marksOf(group: VerdictGroup): Marks {
    const known = this.#marks.get(group);
    if (known !== undefined) return known;
    const made = {
      text: window.createTextEditorDecorationType(underline(group)),
      sign: window.createTextEditorDecorationType({
        dark: { gutterIconPath: gutterIcon(group, "dark") },
        light: { gutterIconPath: gutterIcon(group, "light") },
        gutterIconSize: "contain",
        rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      }),
    };
    this.#marks.set(group, made);
    return made;
  }
}

function underline(group: VerdictGroup): DecorationRenderOptions {
  const { style, width } = underlines[group];
  const colour = new ThemeColor(`verbatim.citedPassage.${group}`);
  return {
    borderWidth: `0 0 ${width} 0`,
    borderStyle: style,
    borderColor: colour,
    overviewRulerColor: colour,
    overviewRulerLane: group === "open" ? OverviewRulerLane.Left : OverviewRulerLane.Center,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  };
}

function editorsOf(document: TextDocument): TextEditor[] {
  return window.visibleTextEditors.filter((editor) => editor.document === document);
}
