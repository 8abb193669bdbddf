import type { CheckedNote } from "./checkedNote.ts";
import { oncePerPart } from "./parts/oncePerPart.ts";

/** The URIs that the citations of a note lead to. Of a note in parts only those are looked at that are new. */
export function citedUris(checked: CheckedNote): Set<string> {
  const { inParts } = checked;
  if (inParts === undefined) return urisOf(checked);
  const uris = new Set<string>();
  for (const part of inParts.parts) for (const uri of citedByPart(part)) uris.add(uri);
  return uris;
}

/** The same of a part: the same object as long as it is the same part. */
export const citedByPart = oncePerPart(({ checked }) => urisOf(checked));

function urisOf({ citations }: CheckedNote): Set<string> {
  const uris = new Set<string>();
  for (const { sourceUri } of citations) if (sourceUri !== null) uris.add(sourceUri);
  return uris;
}
