/** Paints text for a terminal; the identity where there is no colour. */
export type Paint = (style: Style, text: string) => string;

export type Style = "strong" | "faint" | "error" | "warning" | "information" | "hint" | "good";

/** SGR parameters. */
const styles: Readonly<Record<Style, string>> = {
  strong: "1",
  faint: "2",
  error: "1;31",
  warning: "1;33",
  information: "1;34",
  hint: "1;36",
  good: "32",
};

export function createPaint(colour: boolean): Paint {
  return (style, text) => (colour && text !== "" ? `\x1b[${styles[style]}m${text}\x1b[0m` : text);
}

/** Whether to colour: FORCE_COLOR and NO_COLOR decide in this order, as in Node; else whether it is a terminal. */
export function wantsColour(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return terminal && term !== "dumb";
}
