import { lineStartsOf, type TextParts } from "./lines.ts";

/** A text with its lines that need not be kept as a string. What it gives is not to be held on to. */
export interface HeldText extends TextParts {
  /** As {@link lineStartsOf} says. */
  readonly lineStarts: Uint32Array;
  /** All of it; it may be made anew at each call. */
  whole(): string;
}

/** A text that is a string anyway. Its lines are looked for when they are asked for. */
export function heldString(text: string): HeldText {
  let lineStarts: Uint32Array | null = null;
  return {
    length: text.length,
    get lineStarts() {
      lineStarts ??= lineStartsOf(text);
      return lineStarts;
    },
    whole: () => text,
    slice: (start, end) => text.slice(start, end),
  };
}

/**
 * The object with a `text`, asked of `held` at each look. All objects have the same accessor: with one of its own each would
 * take a few hundred bytes more. A copy by `...` keeps the string.
 */
export function withText<Rest extends object>(
  rest: Rest,
  held: HeldText,
): Rest & { readonly text: string; readonly held: HeldText } {
  return Object.defineProperties(rest as Rest & { readonly text: string; readonly held: HeldText }, {
    held: { value: held },
    text: accessor,
  });
}

const accessor = {
  enumerable: true,
  get(this: { readonly held: HeldText }) {
    return this.held.whole();
  },
};
