import type { Citation, Note } from "../note/note.ts";
import type { SourceProblem } from "./sources.ts";
import type { Target } from "./target.ts";
import { displayPath } from "./uri.ts";
import { listed } from "./wording.ts";

/** Where a citation's source is to be looked for, before it was read. */
export type SourcePlace =
  | { readonly kind: "file"; readonly uri: string }
  | { readonly kind: "problem"; readonly problem: SourceProblem };

/** Whether the citation names no lines, not even wrongly. It then needs a quote to be more than a link. */
export function isWholeFile(citation: Citation): boolean {
  return citation.fragment === null && citation.lines === null;
}

/** Whether a citation of the note is nothing but a link: to a whole file that no quote is attached to. */
export function linkTest(note: Note): (citation: Citation, index: number) => boolean {
  let attached: Set<number> | null = null;
  return (citation, index) => {
    if (!isWholeFile(citation)) return false;
    attached ??= attachedCitations(note);
    return !attached.has(index);
  };
}

/** Citations that a quote touches or is attached to by the link's text, its title or a block quote. */
export function attachedCitations(note: Pick<Note, "quotations">): Set<number> {
  const attached = new Set<number>();
  for (const { rule, candidates } of note.quotations) {
    for (const { touches, citations } of candidates) {
      if (touches || rule !== "sentence") for (const citation of citations) attached.add(citation);
    }
  }
  return attached;
}

export interface PlaceOptions {
  /** Of the workspace, for showing paths. */
  readonly roots: readonly string[];
  /** The URIs of the files of a name. */
  readonly named: (name: string) => readonly string[];
}

/** Where a target's source is. */
export function placeOf(target: Target, { roots, named }: PlaceOptions): SourcePlace {
  switch (target.kind) {
    case "file":
      return target;
    case "name":
      return placeOfName(named(target.name), roots);
    case "outside":
      return problem({ problem: "source-outside-workspace", args: {} });
    case "nothing":
      return problem({ problem: "source-not-found", args: {} });
    case "device":
      return problem({ problem: "source-not-a-file", variant: "special", args: {} });
  }
}

function placeOfName(uris: readonly string[], roots: readonly string[]): SourcePlace {
  if (uris.length === 1) return { kind: "file", uri: uris[0] };
  if (uris.length === 0) return problem({ problem: "source-not-found", args: {} });
  const places = listed(uris.map((uri) => displayPath(uri, roots)));
  return problem({ problem: "source-not-found", variant: "several", args: { places } });
}

function problem(found: SourceProblem): SourcePlace {
  return { kind: "problem", problem: found };
}
