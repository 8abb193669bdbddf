import type { LineRange, Span } from "../span.ts";
import { readEscapes } from "./escapes.ts";
import type { LineFragment } from "./fragment.ts";
import { readFragment } from "./fragment.ts";
import type { Reading } from "./reading.ts";
import { originalSpan } from "./reading.ts";

/** A link's destination that cites a source. */
export interface Destination {
  /** Decoded, with `/` between folders. */
  readonly path: string;
  /** The fragment with its `#`, in the note; null where there is none. */
  readonly fragment: Span | null;
  readonly lines: LineRange | null;
  readonly columns: LineFragment["columns"];
  /** Why the fragment is not a range of lines: the variant of `range-invalid`. */
  readonly problem: LineFragment["problem"];
}

/** The extensions that VS Code opens as Markdown. */
const markdownFile = /\.(?:md|mkd|mdwn|mdown|markdown|markdn|mdtxt|mdtext)$/i;

/**
 * Whether a destination cites a source, and which lines of it; null where it is only a link: to another scheme or
 * host, to Markdown without lines, to a place of this note, to an anchor that names no lines.
 *
 * @param target where the destination stands in `text`, path and fragment, without angle brackets
 * @param form a wikilink's target knows no escapes, and without an extension it names a note
 */
export function readDestination(text: string, target: Span, form: "link" | "wikilink"): Destination | null {
  const reading = form === "link" ? readEscapes(text, target) : plainReading(text, target);
  const hash = reading.text.indexOf("#");
  const pathEnd = hash < 0 ? reading.text.length : hash;
  const written = reading.text.slice(0, pathEnd).trim();
  if (/^[a-z][a-z\d+.-]+:/i.test(written)) return null;
  const path = decodePercent(written).replaceAll("\\", "/");
  if (path === "" || path.startsWith("//")) return null;

  const isNote = markdownFile.test(path) || (form === "wikilink" && !/\.[^./]+$/.test(path));
  if (hash < 0 || hash + 1 === reading.text.length) {
    return isNote ? null : { path, fragment: null, lines: null, columns: null, problem: null };
  }
  const lines = readFragment(decodePercent(reading.text.slice(hash + 1)), isNote ? "markdown" : "text");
  if (!lines) return null;
  return { path, fragment: originalSpan(reading, { start: hash, end: reading.text.length }), ...lines };
}

function plainReading(text: string, { start, end }: Span): Reading {
  const length = end - start;
  return {
    text: text.slice(start, end),
    starts: Uint32Array.from({ length }, (_, i) => start + i),
    ends: Uint32Array.from({ length }, (_, i) => start + i + 1),
  };
}

/** Percent-decodes once; what does not decode (`100%.txt`) stays as it is. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
