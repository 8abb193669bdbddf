import type { CheckedNote } from "./checkedNote.ts";

/** The URIs that the citations of a note lead to. Of a note in parts only those are looked at that are new. */
export function citedUris(checked: CheckedNote): Set<string> {
  const { inParts } = checked;
  if (inParts === undefined) return urisOf(checked);
  const uris = new Set<string>();
  for (const part of inParts.parts) {
    const known = urisByPart.get(part) ?? urisOf(part.checked);
    urisByPart.set(part, known);
    for (const uri of known) uris.add(uri);
  }
  return uris;
}

const urisByPart = new WeakMap<object, Set<string>>();

function urisOf({ citations }: CheckedNote): Set<string> {
  const uris = new Set<string>();
  for (const { sourceUri } of citations) if (sourceUri !== null) uris.add(sourceUri);
  return uris;
}
