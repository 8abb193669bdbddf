import type { Citation, Note } from "../note/note.ts";
import type { SourceProblem } from "./sources.ts";
import { type Reach, type Target, targetOf } from "./target.ts";
import { displayPath } from "./uri.ts";
import { listed } from "./wording.ts";

/** Where a citation's source is to be looked for, before it was read. */
export type SourcePlace =
  | { readonly kind: "file"; readonly uri: string }
  | { readonly kind: "problem"; readonly problem: SourceProblem }
  /** A link to a whole file that no quote is attached to: nothing but a link, and nobody looks at the file. */
  | { readonly kind: "link" };

/** Whether the citation names no lines, not even wrongly. It then needs a quote to be more than a link. */
export function isWholeFile(citation: Citation): boolean {
  return citation.fragment === null && citation.lines === null;
}

/** Where each citation of a note leads by its path; null for a link to a whole file that no quote is attached to. */
export function targetsOf(note: Note, noteUri: string, reach: Reach): (Target | null)[] {
  const attached = attachedCitations(note);
  return note.citations.map((citation, index) =>
    isWholeFile(citation) && !attached.has(index) ? null : targetOf(citation, noteUri, reach),
  );
}

/** Citations that a quote touches or is attached to by the link's text, its title or a block quote. */
function attachedCitations(note: Note): Set<number> {
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
export function placeOf(target: Target | null, { roots, named }: PlaceOptions): SourcePlace {
  if (target === null) return { kind: "link" };
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
