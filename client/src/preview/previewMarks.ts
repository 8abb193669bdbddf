import {
  commands,
  type Disposable,
  TabInputCustom,
  TabInputWebview,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { type NoteMarks, type NoteMarksParams, noteMarksRequest } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";
import { carryMarks } from "./changedLines.ts";
import type { MarkSource } from "./marksPlugin.ts";
import type { MarkedNote } from "./places.ts";

/** Milliseconds in which changes of marks gather. VS Code loads the page of a preview anew to show them. */
const gatherTime = 300;

type Marks = Omit<NoteMarks, "version">;

/** What is known of a note that was rendered. */
interface PreviewedNote {
  /** The marks last heard of, and the text that they are for. */
  readonly known: { readonly text: string; readonly marks: NoteMarks } | null;
  /** What was last made of them, for the renderer to show; null where it has made nothing of the note yet. */
  readonly parsed: { readonly text: string; readonly marks: Marks; isComplete: boolean } | null;
}

/** The marks of the notes that VS Code's Markdown preview shows. Rendering cannot wait for the server; this can. */
export class PreviewMarks implements MarkSource, Disposable {
  readonly #server: Server;
  readonly #notes = new Map<string, PreviewedNote>();
  readonly #listeners: readonly Disposable[];
  #refresh: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#listeners = [
      server.onChecked((uris) => this.#checked(uris)),
      workspace.onDidCloseTextDocument((document) => this.#notes.delete(document.uri.toString())),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("verbatim.preview")) void refreshPreviews();
      }),
    ];
  }

  readonly notesWith = (text: string): MarkedNote[] => {
    const found: MarkedNote[] = [];
    for (const document of workspace.textDocuments) {
      const uri = document.uri.toString();
      const note = this.#notes.get(uri);
      if (note === undefined || !isWanted(document) || document.getText() !== text) continue;
      const { changed, ...marks } = carryMarks(note.known?.marks ?? nothing, note.known?.text ?? text, text);
      const parsed = { text, marks, isComplete: true };
      this.#notes.set(uri, { ...note, parsed });
      const onLeftOut = () => {
        parsed.isComplete = false;
      };
      found.push({ uri, ...marks, changed, onLeftOut });
    }
    return found;
  };

  readonly onRender = (uri: string): void => {
    if (this.#notes.has(uri)) return;
    this.#notes.set(uri, { known: null, parsed: null });
    void this.#ask(uri);
  };

  #checked(uris: readonly string[]): void {
    for (const uri of uris) {
      if (!this.#notes.has(uri)) continue;
      if (isPreviewOpen()) void this.#ask(uri);
      else this.#notes.delete(uri);
    }
  }

  /** A server that does not answer now says that it has checked the note when it is there again. */
  async #ask(uri: string): Promise<void> {
    try {
      const client = await this.#server.client();
      const params: NoteMarksParams = { uri };
      const marks = (await client.sendRequest<NoteMarks | null>(noteMarksRequest, params)) ?? nothing;
      const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
      const note = this.#notes.get(uri);
      // Of a text that is gone by now nothing is told: the next one is being checked.
      if (document === undefined || note === undefined || (marks.version ?? document.version) !== document.version)
        return;
      const text = document.getText();
      this.#notes.set(uri, { ...note, known: { text, marks } });
      if (isOutdated(note, text, marks)) this.#refreshSoon(note.parsed === null ? 0 : gatherTime);
    } catch {}
  }

  #refreshSoon(wait: number): void {
    clearTimeout(this.#refresh);
    this.#refresh = setTimeout(refreshPreviews, wait);
  }

  dispose(): void {
    clearTimeout(this.#refresh);
    for (const listener of this.#listeners) listener.dispose();
  }
}

const nothing: NoteMarks = { version: null, quotes: [], links: [], wikilinks: [] };

/** Whether a page that was made of the text shows other marks than these. */
function isOutdated({ parsed }: PreviewedNote, text: string, marks: NoteMarks): boolean {
  if (parsed === null) return !areEqual(marks, nothing);
  return parsed.text === text && !(parsed.isComplete && areEqual(marks, parsed.marks));
}

function areEqual(a: Marks, b: Marks): boolean {
  const content = ({ quotes, links, wikilinks }: Marks) => JSON.stringify([quotes, links, wikilinks]);
  return content(a) === content(b);
}

function isWanted({ uri, languageId }: TextDocument): boolean {
  return languageId === "markdown" && workspace.getConfiguration("verbatim", uri).get("preview.enabled", true);
}

/** VS Code's preview is a webview, or an editor in place of the note's own. */
function isPreviewOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof TabInputWebview || input instanceof TabInputCustom) &&
        input.viewType.includes("markdown.preview"),
    ),
  );
}

/** VS Code then forgets what it made of a note, too. */
async function refreshPreviews(): Promise<void> {
  await commands.executeCommand("markdown.preview.refresh");
}
