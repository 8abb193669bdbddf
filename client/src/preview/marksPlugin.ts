import type { PlainLink, VerdictGroup } from "../../../server/src/shell/protocol.ts";
import { inlineTexts } from "./inlineText.ts";
import type { MarkdownIt, StateCore, StateInline, Token } from "./markdownIt.ts";
import { type MarkedNote, type Place, placesOf } from "./places.ts";
import { renderWikilinks } from "./wikilinks.ts";

/** Where the plugin gets what it shows. */
export interface MarkSource {
  /**
   * The notes that have this text. A parser is not told whose text it parses, and VS Code keeps what it made for the
   * renderer, which is: marks of another note of the same text are not rendered.
   */
  readonly notesWith: (text: string) => readonly MarkedNote[];
  /** Called with the URI of every document that is rendered. */
  readonly onRender: (uri: string) => void;
}

const signs: Readonly<Record<VerdictGroup, string>> = { exact: "✓", equivalent: "≈", wrong: "✗", open: "?" };

const tokenType = "verbatim_quote";

/**
 * A plugin for markdown-it that sets a mark behind every checked quote and makes the links of citations open the source
 * at the cited lines, wikilinks included. Nothing else of the rendering changes. Whatever a mark says is escaped.
 */
export function extendMarkdownIt(md: MarkdownIt, { notesWith, onRender }: MarkSource): MarkdownIt {
  const notes = new WeakMap<StateCore, readonly MarkedNote[]>();
  const waiting = new WeakMap<Token[], Waiting>();

  md.core.ruler.before("normalize", "verbatim_notes", (state) => {
    const found = notesWith(state.src);
    if (found.length > 0) notes.set(state, found);
  });
  md.core.ruler.before("inline", "verbatim_places", (state) => {
    const marked = notes.get(state)?.filter(({ quotes, wikilinks }) => quotes.length + wikilinks.length > 0) ?? [];
    if (marked.length === 0) return;
    const texts = inlineTexts(state.tokens, state.src.split("\n"));
    for (const [children, places] of placesOf(marked, texts)) waiting.set(children, { places, next: 0 });
    // Notes of one text in several folders may mean different files by one name.
    if (marked.length === 1) wikilinks.place(marked[0], texts);
  });
  md.core.ruler.push("verbatim_links", (state) => {
    const links = notes.get(state)?.flatMap((note) => note.links) ?? [];
    if (links.length > 0) openAtLines(md, state.tokens, links);
  });

  md.inline.ruler.before("text", tokenType, (state, silent) => {
    const mine = silent ? undefined : waiting.get(state.tokens);
    if (mine === undefined) return false;
    pushMarks(state, mine, state.pos);
    return readUpTo(state, mine.places[mine.next]?.offset ?? state.posMax);
  });
  const wikilinks = renderWikilinks(md);
  md.inline.ruler2.push(tokenType, (state) => {
    const mine = waiting.get(state.tokens);
    if (mine !== undefined) pushMarks(state, mine, state.src.length);
  });

  md.renderer.rules[tokenType] = (tokens, index, _options, env, renderer) => {
    const token = tokens[index];
    const { uri, group } = token.meta as MarkMeta;
    if (env?.currentDocument?.toString() !== uri) return "";
    return `<span${renderer.renderAttrs(token)}>${signs[group]}</span>`;
  };
  const render = md.renderer.render;
  md.renderer.render = function (this: unknown, tokens, options, env) {
    if (env?.currentDocument !== undefined) onRender(env.currentDocument.toString());
    return render.call(this, tokens, options, env);
  };
  return md;
}

/** The marks of one text, and the first that has no token yet. */
interface Waiting {
  readonly places: readonly Place[];
  next: number;
}

interface MarkMeta {
  readonly uri: string;
  readonly group: VerdictGroup;
}

function pushMarks(state: StateInline, waiting: Waiting, reached: number): void {
  const { places } = waiting;
  for (; waiting.next < places.length && places[waiting.next].offset <= reached; waiting.next++) {
    const { uri, quote } = places[waiting.next];
    const { group, label, text } = quote;
    const token = state.push(tokenType, "span", 0);
    token.attrs = [
      ["class", `verbatim-quote verbatim-${group}`],
      ["role", "img"],
      ["aria-label", label],
      ["title", text],
    ];
    token.meta = { uri, group } satisfies MarkMeta;
  }
}

/** What may begin something else than text: markdown-it's own rule for text stops at these and at nothing else. */
const special = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/;

/** Takes plain text only as far as the next mark. */
function readUpTo(state: StateInline, offset: number): boolean {
  if (offset >= state.posMax) return false;
  const text = state.src.slice(state.pos, offset);
  if (special.test(text)) return false;
  state.pending += text;
  state.pos = offset;
  return true;
}

function openAtLines(md: MarkdownIt, tokens: readonly Token[], links: readonly PlainLink[]): void {
  const rendered = (destination: string) => md.normalizeLink(md.utils.unescapeAll(destination));
  const destinations = new Map(links.map(({ written, destination }) => [rendered(written), rendered(destination)]));
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      if (token.type !== "link_open") continue;
      const destination = destinations.get(token.attrGet("href") ?? "");
      if (destination !== undefined) token.attrSet("href", destination);
    }
  }
}
