import type { LineRange, Span } from "../span.ts";
import type { LineFragment } from "./fragment.ts";
import { readFragment } from "./fragment.ts";
import { isEscape, readEscapes } from "./markdown/escapes.ts";

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
  const local = readLocalPath(text, target, form);
  if (local === null) return null;
  const { path, reading, destination, hash } = local;
  const isNote = markdownFile.test(path) || (form === "wikilink" && !/\.[a-z\d]{1,10}$/i.test(path));
  if (hash < 0 || hash + 1 === destination.length) {
    return isNote ? null : { path, fragment: null, lines: null, columns: null, problem: null };
  }
  const lines = readFragment(decodePercent(destination.slice(hash + 1)), isNote ? "markdown" : "text");
  if (!lines) return null;
  const start = reading ? reading.starts[hash] : target.start + hash;
  return { path, fragment: { start, end: target.end }, ...lines };
}

/** The decoded path of a destination, as far as it has one: null for other schemes and hosts, and places of this note. */
export function readLocalPath(text: string, target: Span, form: "link" | "wikilink") {
  const raw = text.slice(target.start, target.end);
  const reading = form === "link" && /[\\&]/.test(raw) ? readEscapes(text, target) : null;
  const destination = reading?.text ?? raw;
  const hash = destination.indexOf("#");
  const written = (hash < 0 ? destination : destination.slice(0, hash)).trim();
  if (/^[a-z][a-z\d+.-]+:/i.test(written)) return null;
  const path = decodePercent(written).replaceAll("\\", "/");
  return path === "" || path.startsWith("//") ? null : { path, reading, destination, hash };
}

/** Where the path of a destination stands in `text`, without its fragment and the white space around it. */
export function pathSpan(text: string, target: Span, form: "link" | "wikilink"): Span {
  const raw = text.slice(target.start, target.end);
  const reading = form === "link" && /[\\&]/.test(raw) ? readEscapes(text, target) : null;
  const hash = (reading?.text ?? raw).indexOf("#");
  const end = hash < 0 ? target.end : reading ? reading.starts[hash] : target.start + hash;
  const path = text.slice(target.start, end);
  const start = target.start + (path.length - path.trimStart().length);
  return { start, end: Math.max(start, target.start + path.trimEnd().length) };
}

/** A folder or file of a path: as written, and its decoded name. */
export interface PathSegment {
  readonly written: string;
  readonly name: string;
}

/** The parts of a path between its slashes, which joined by `/` are the path that {@link readDestination} reads. */
export function pathSegments(text: string, path: Span, form: "link" | "wikilink"): PathSegment[] {
  const segments: PathSegment[] = [];
  const add = (start: number, end: number) => {
    const written = text.slice(start, end);
    const read = form === "link" ? readEscapes(text, { start, end }).text : written;
    segments.push({ written, name: decodePercent(read).replaceAll("\\", "/") });
  };
  let start = path.start;
  for (let at = path.start; at < path.end; at++) {
    const isEscaped = form === "link" && text[at] === "\\" && isEscape(text, at);
    if (isEscaped) at++;
    else if (text[at] === "/" || text[at] === "\\") {
      add(start, at);
      start = at + 1;
    }
  }
  add(start, path.end);
  return segments;
}

/** Percent-decodes once; what does not decode (`100%.txt`) stays as it is. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
