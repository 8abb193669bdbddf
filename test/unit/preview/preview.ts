import { createRequire } from "node:module";
import { carryMarks } from "../../../client/src/preview/changedLines.ts";
import type { MarkdownIt as Extended, Token } from "../../../client/src/preview/markdownIt.ts";
import { extendMarkdownIt } from "../../../client/src/preview/marksPlugin.ts";
import type { MarkedNote } from "../../../client/src/preview/places.ts";
import { noteMarksOf } from "../../../server/src/features/noteMarks.ts";
import type { NoteMarks } from "../../../server/src/shell/protocol.ts";
import type { Desk } from "../workspace/desk.ts";

/** The package has no types of its own. */
interface MarkdownIt extends Extended {
  readonly linkify: { set(options: object): unknown };
  readonly options: object;
  set(options: object): unknown;
  use(plugin: (md: Extended) => unknown): unknown;
  parse(text: string, env: object): Token[];
}

const MarkdownIt: new (options: object) => MarkdownIt = createRequire(import.meta.url)("markdown-it");

/** The URI of the note that {@link rendered} renders. */
export const noteUri = "file:///wiki/note.md";

/** What VS Code's preview makes of the text. It hands the document to the renderer and not to the parser. */
export function rendered(text: string, notes: readonly MarkedNote[], options: object = {}): string {
  const md = new MarkdownIt({ html: true, linkify: true });
  md.linkify.set({ fuzzyLink: false });
  md.use((instance) => extendMarkdownIt(instance, { notesWith: () => notes, onRender: () => {} }));
  return render(md, text, options);
}

/** The same without the plugin. */
export function renderedPlainly(text: string, options: object = {}): string {
  const md = new MarkdownIt({ html: true, linkify: true });
  md.linkify.set({ fuzzyLink: false });
  return render(md, text, options);
}

function render(md: MarkdownIt, text: string, options: object): string {
  md.set(options);
  const tokens = md.parse(text, { currentDocument: undefined });
  return md.renderer.render(tokens, md.options, { currentDocument: { toString: () => noteUri } });
}

export async function marksOf(desk: Desk, path: string): Promise<NoteMarks> {
  return noteMarksOf(desk.note(path), { source: (uri) => desk.workspace.source(uri), maxLines: 12 });
}

/** A note that was checked as one text and is shown as another. */
export function marked(marks: NoteMarks, checked: string, present = checked): MarkedNote & { leftOut: number } {
  const note = {
    uri: noteUri,
    ...carryMarks(marks, checked, present),
    leftOut: 0,
    onLeftOut: () => {
      note.leftOut++;
    },
  };
  return note;
}

const mark =
  /<span class="verbatim-quote verbatim-(\w+)" role="img" aria-label="([^"]*)" title="([^"]*)">(.)<\/span>/gsu;

export function withoutMarks(html: string): string {
  return html.replace(mark, "");
}

export interface ShownMark {
  readonly kind: string;
  readonly symbol: string;
  readonly label: string;
  readonly title: string;
  /** What is seen in front of it, tags taken out. */
  readonly before: string;
}

export function shownMarks(html: string): ShownMark[] {
  return [...html.matchAll(mark)].map(({ index, 1: kind, 2: label, 3: title, 4: symbol }) => ({
    kind,
    symbol,
    label: unescaped(label),
    title: unescaped(title),
    before: unescaped(withoutMarks(html.slice(0, index)).replace(/<[^>]*>/g, "")),
  }));
}

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => characters[entity] ?? entity);
}

const characters: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
