/** The parts of markdown-it that the preview's plugin works with. The package itself comes with VS Code. */
export interface MarkdownIt {
  readonly core: { readonly ruler: Ruler<CoreRule> };
  readonly inline: { readonly ruler: Ruler<InlineRule>; readonly ruler2: Ruler<(state: StateInline) => void> };
  readonly renderer: Renderer;
  readonly utils: { unescapeAll(text: string): string };
  normalizeLink(url: string): string;
}

interface Ruler<Rule> {
  before(other: string, name: string, rule: Rule): void;
  push(name: string, rule: Rule): void;
}

type CoreRule = (state: StateCore) => void;
/** Without `silent` it makes tokens; true where it has read something and moved `state.pos` on. */
type InlineRule = (state: StateInline, silent: boolean) => boolean;

export interface StateCore {
  readonly src: string;
  readonly tokens: readonly Token[];
}

export interface StateInline {
  readonly src: string;
  readonly tokens: Token[];
  /** Text that was read and is not a token yet. */
  pending: string;
  pos: number;
  readonly posMax: number;
  readonly linkLevel: number;
  push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
}

export interface Token {
  readonly type: string;
  /** The lines of a block, 0-based, the end excluded. */
  readonly map: readonly [number, number] | null;
  /** Of the type `inline`: the Markdown of a block's text. */
  content: string;
  readonly children: Token[] | null;
  attrs: [string, string][] | null;
  meta: unknown;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

interface Renderer {
  readonly rules: Record<string, RenderRule | undefined>;
  render: (tokens: Token[], options: unknown, env: RenderEnvironment | undefined) => string;
  /** ` name="value"` for each attribute, escaped. */
  renderAttrs(token: Token): string;
}

type RenderRule = (
  tokens: Token[],
  index: number,
  options: unknown,
  env: RenderEnvironment | undefined,
  renderer: Renderer,
) => string;

/** What VS Code hands to the renderer, and to no parser. */
export interface RenderEnvironment {
  readonly currentDocument?: { toString(): string };
}
