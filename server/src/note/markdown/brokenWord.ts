/** What a line break between two lines is read as: a space, or a `\n` where it may break a word behind a hyphen. */
export function brokenLine(before: string, behind: string): " " | "\n" {
  return /\p{L}\p{M}*[-\u2010\u00ad]$/u.test(before) && /^\p{L}/u.test(behind) ? "\n" : " ";
}
