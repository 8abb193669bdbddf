/** What a language has of the messages, by their English text; English itself needs nothing. */
export interface Language {
  /** A BCP 47 tag: it decides how things are counted and listed. */
  readonly locale: string;
  /**
   * A message that is counted may have more forms than English has: `MESSAGE/few`, after the English plural and with the
   * category of `Intl.PluralRules`. What the table has not stays English.
   */
  readonly messages: Readonly<Record<string, string>>;
}

export const english: Language = { locale: "en-GB", messages: {} };

let language = english;
let pluralRules: Intl.PluralRules | null = null;
let listFormat: Intl.ListFormat | null = null;

/** From now on everything here speaks this language; {@link english} is spoken until then. */
export function speak(spoken: Language): void {
  language = spoken;
  pluralRules = null;
  listFormat = null;
}

/**
 * A message for a person, in their language. `{0}`, `{1}` … stand for the arguments. Messages are whole sentences or
 * labels, never parts that are put together: the order of words differs from language to language. The message itself
 * is written here and nowhere else, in quotation marks, so that `npm run generate` finds it.
 */
export function t(message: string, ...args: readonly (string | number)[]): string {
  return translated(message).replace(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(args[Number(index)] ?? placeholder),
  );
}

/**
 * {@link t} of something counted: in English one of two messages, in other languages of as many as they need. `{0}` is
 * the count, which both messages have to name; further arguments follow.
 */
export function plural(count: number, one: string, other: string, ...args: readonly (string | number)[]): string {
  pluralRules ??= new Intl.PluralRules(supported(language.locale));
  const category = pluralRules.select(count);
  const form = `${other}/${category}`;
  return t(category === "one" ? one : has(form) ? form : other, count, ...args);
}

/** "a", "a and b", "a, b and c" */
export function listing(items: readonly string[]): string {
  listFormat ??= new Intl.ListFormat(supported(language.locale), { type: "conjunction" });
  return listFormat.format(items);
}

/** The message of a table whose messages are English and translated when they are shown, such as that of the rules. */
export function translated(message: string): string {
  return has(message) ? language.messages[message] : message;
}

function has(message: string): boolean {
  return Object.hasOwn(language.messages, message);
}

/** A client may send what is no language. */
function supported(locale: string): string[] {
  try {
    return Intl.getCanonicalLocales(locale);
  } catch {
    return [english.locale];
  }
}
