/** Messages in the language of the person, by their English text; empty for English itself. */
let translations: Readonly<Record<string, string>> = {};

/** From now on {@link t} speaks this language. What the table has not stays English. */
export function useTranslations(table: Readonly<Record<string, string>>): void {
  translations = table;
}

/**
 * A message for a person, in their language. `{0}`, `{1}` … stand for the arguments. Messages are whole sentences or
 * labels, never parts that are put together: the order of words differs from language to language.
 */
export function t(message: string, ...args: readonly (string | number)[]): string {
  const template = Object.hasOwn(translations, message) ? translations[message] : message;
  return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
}
