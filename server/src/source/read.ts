import { readMarkdown } from "../note/readAway.ts";
import type { Reading } from "../note/reading.ts";
import { type HeldText, withText } from "./heldText.ts";
import type { Source } from "./source.ts";

/** A function that makes a thing when it is asked for, and keeps it as long as it likes. */
export type Keep = <Made>(make: () => Made) => () => Made;

/**
 * A source from its text. Markdown is read away, at the first look at its reading, so that a quote of what a reader sees is
 * found in it.
 */
export function readSource(held: HeldText, format: "plain" | "markdown", keep: Keep = keptForGood): Source {
  const { lineStarts } = held;
  if (format === "plain") return withText({ lineStarts, reading: null }, held);
  const reading = keep((): Reading => readMarkdown(held.whole()));
  return withText(
    {
      lineStarts,
      get reading() {
        return reading();
      },
    },
    held,
  );
}

function keptForGood<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The format that a file name tells. */
export function formatOf(name: string): "plain" | "markdown" {
  return /\.(?:md|markdown)$/i.test(name) ? "markdown" : "plain";
}
