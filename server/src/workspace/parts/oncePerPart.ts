import type { CheckedPart } from "../checkedNote.ts";

/** Makes something of each part once: most parts of a note stay the same from one check to the next. */
export function oncePerPart<Made>(make: (part: CheckedPart) => Made): (part: CheckedPart) => Made {
  const known = new WeakMap<CheckedPart, { readonly made: Made }>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before.made;
    const made = make(part);
    known.set(part, { made });
    return made;
  };
}
