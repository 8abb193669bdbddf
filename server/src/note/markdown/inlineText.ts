import type { Span } from "../../span.ts";
import type { Reading } from "../reading.ts";
import type { Definition } from "./definitions.ts";

export type LinkForm = "inline" | "reference" | "wikilink" | "footnote" | "autolink";

/** A link, or a footnote's mark. Spans are offsets into the note. */
export interface Link {
  readonly form: LinkForm;
  readonly span: Span;
  /** The destination, which for a reference link stands in the definition; empty for a footnote's mark. */
  readonly target: Span;
  readonly title: Span | null;
  /** Of a reference link: the text that `target` and `title` are spans of. Else null: it is that of the link. */
  readonly within: string | null;
  /** The label of a reference or footnote. */
  readonly label: string;
  /** The link's text in the reading; empty at its place where a reader sees no words of it. */
  readonly read: Span;
}

/** Where the note's inline text can point. */
export interface Labels {
  /** By normalised label. */
  readonly definitions: { has(label: string): boolean; get(label: string): Definition | undefined };
  /** Normalised labels of the footnotes that are defined. */
  readonly footnotes: { has(label: string): boolean };
}

export interface InlineOptions {
  /** What a line break is read as. */
  readonly lineBreak: " " | "\n";
  /** Whether a wikilink without an alias is read as nothing, and not as its target. */
  hidesTarget(text: string, target: Span): boolean;
}

export interface InlineText {
  readonly reading: Reading;
  /** In document order, images left out. */
  readonly links: readonly Link[];
  /** Units of the reading that are line breaks. */
  readonly breaks: readonly number[];
  /** Ranges of the reading that are code. */
  readonly code: readonly Span[];
  /** Where emphasis delimiters were read away, in document order: offsets into the note. */
  readonly emphasis: readonly number[];
  /** HTML comments. */
  readonly comments: readonly Span[];
  /** The destinations of images. */
  readonly images: readonly Span[];
  /** `[text](destination)` whose destination Markdown refuses: what stands between the parentheses. */
  readonly refused: readonly Span[];
}

/** Property by property, since spreading an object costs many times as much. */
export function withRead({ form, span, target, title, within, label }: Omit<Link, "read">, read: Span): Link {
  return { form, span, target, title, within, label, read };
}
