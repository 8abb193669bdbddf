import { isHidden } from "../../hidden.ts";
import { t } from "../../l10n.ts";
import type { Remark } from "../judgement.ts";

/** Characters of a quote that cannot be seen; null where there is none. */
export function hiddenRemark(text: string): Remark | null {
  const found = new Map<string, number>();
  let first = -1;
  let last = -1;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const length = codePoint > 0xffff ? 2 : 1;
    if (isHidden(text, at, codePoint)) {
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
      found.set(name, (found.get(name) ?? 0) + 1);
      if (first < 0) first = at;
      last = at + length;
    }
    at += length;
  }
  if (first < 0) return null;
  const characters = [...found]
    .map(([name, count]) => (count > 1 ? t("{0} ({1} times)", name, count) : name))
    .join(", ");
  return { rule: "hidden-characters", span: { start: first, end: last }, args: { characters } };
}
