/**
 * Percent-encoded wherever it could end the link, be read as markup or not be seen: white space, controls and what
 * cannot be seen, brackets, and every sign that means something in a URL, a Markdown text or a table. Letters of other
 * scripts stay readable.
 */
const unsafe = /[\s\p{C}\p{Z}()<>[\]{}#?%\\&*`~|$"'^!:]/gu;

/**
 * A decoded path (`/` between folders) as a link's destination, without a fragment: what our own reader of notes and
 * CommonMark read as that very path, in an inline link, a definition and a wikilink. Throws for a lone surrogate, which
 * no URI can name.
 */
export function writtenDestination(path: string): string {
  return path.replace(unsafe, (character) => (character === "'" ? "%27" : encode(character)));
}

/** As `encodeURIComponent` does it, and for the marks that it leaves alone. */
function encode(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
