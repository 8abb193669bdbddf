import { halfWidth, isWordKind, Kind, kindAt } from "./characters.ts";

/** What folding took out of a word, as bits of {@link Word.folded}. */
export const Folded = { form: 1, ligature: 2, softHyphen: 4, invisible: 8, apostrophe: 16 } as const;

function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (unit > 0x7f || unit === 0x2d || unit === 0x5f) return false;
  }
  return true;
}

/** A word as it is compared: NFC, without what permitted changes may add; letters of their case, diacritics kept. */
export function foldWord(raw: string): string {
  let folded = "";
  for (let i = 0; i < raw.length; i++) {
    const kind = kindAt(raw, i);
    if (kind === Kind.apostrophe) folded += "'";
    else if (isWordKind(kind) || kind === Kind.ideograph || kind === Kind.symbol) folded += unfoldedForm(raw[i]);
    else if (kind === Kind.dot || kind === Kind.punctuation) folded += halfWidth(raw[i]);
  }
  return folded.normalize("NFC");
}

function unfoldedForm(character: string): string {
  const unit = character.charCodeAt(0);
  return isLigature(unit) || isOtherForm(unit) ? character.normalize("NFKC") : character;
}

/** A single character of Chinese or Japanese is its own composed form. */
function isLoneCharacter(raw: string): boolean {
  const unit = raw.charCodeAt(0);
  return raw.length === 1 && unit >= 0x3041 && unit < 0xa000;
}

/** What folding takes out of a word, as bits of {@link Folded}; 0 where the word is compared as it is written. */
export function foldedBits(raw: string): number {
  if (isPlain(raw) || isLoneCharacter(raw)) return 0;
  let bits = raw.normalize("NFC") === raw ? 0 : Folded.form;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    const kind = kindAt(raw, i);
    if (isLigature(unit)) bits |= Folded.ligature;
    else if (isOtherForm(unit)) bits |= Folded.form;
    else if (kind === Kind.softHyphen || kind === Kind.dash || kind === Kind.space) bits |= Folded.softHyphen;
    else if (kind === Kind.invisible) bits |= Folded.invisible;
    else if (kind === Kind.apostrophe && unit !== 0x27) bits |= Folded.apostrophe;
  }
  return bits;
}

/** Full-width and half-width forms, and the long s of old prints. */
function isOtherForm(unit: number): boolean {
  return (unit > 0xff00 && unit < 0xffdd) || unit === 0x17f;
}

/** Ligatures, and the joined forms of Arabic letters, which some files hold in place of the letters. */
function isLigature(unit: number): boolean {
  const isLatin = (unit >= 0xfb00 && unit <= 0xfb17) || unit === 0x132 || unit === 0x133;
  return isLatin || (unit >= 0xfb50 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefc);
}
