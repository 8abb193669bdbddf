/** Of what was typed so much is said again: it stands at the cursor. */
const longestGiven = 16;

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]/u;

/**
 * A passage, which is on one line, as a short one, cut between words: in front where much of it was typed, and in the middle, since passages
 * that begin alike are told apart by their ends. `given` is how much of it was typed, `limit` the width in letters.
 */
export function passageLabel(text: string, given: number, limit: number): string {
  const passage = text.trim();
  const room = wide.test(passage) ? limit >> 1 : limit;
  if (passage.length <= room) return passage;
  const from = given > longestGiven ? wordStart(passage, given - longestGiven) : 0;
  const lead = from > 0 ? "… " : "";
  const rest = passage.slice(from);
  if (lead.length + rest.length <= room) return lead + rest;
  const tail = rest.slice(wordStart(rest, rest.length - Math.floor(room * 0.4)));
  const head = rest.slice(0, wordEnd(rest, room - lead.length - tail.length - 3));
  return `${lead}${head} … ${tail}`;
}

/** The first place from an offset on at which a word begins; the offset itself in a script without spaces. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at - 1).search(/\s\S/);
  const isNear = space >= 0 && space < longestGiven;
  return isNear ? at + space : behindHalf(text, at);
}

/** The last place up to an offset at which a word ends; about the offset itself in a script without spaces. */
function wordEnd(text: string, at: number): number {
  const words = text.slice(0, at + 1).replace(/(?<!\s)\s+\S*$/, "");
  const before = words.replace(/(?<![\s,;:])[\s,;:]+$/, "").length;
  return before <= at && at - before < longestGiven ? before : behindHalf(text, at - 1);
}

/** Not between the halves of a surrogate pair. */
function behindHalf(text: string, at: number): number {
  return at > 0 && text.codePointAt(at - 1)! > 0xffff ? at + 1 : at;
}
