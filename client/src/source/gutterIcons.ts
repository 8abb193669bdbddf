import { Uri } from "vscode";
import type { VerdictGroup } from "../../../server/src/shell/protocol.ts";

/** On a field of 16 by 16. Shapes differ, so that they are told apart without colour. */
const shapes: Readonly<Record<VerdictGroup, string>> = {
  exact: '<path d="M3.5 8.5l3 3 6-7"/>',
  equivalent: '<path d="M3 6.5c2-2.4 3.4-1.8 5-.7s3 1.7 5-.7M3 11c2-2.4 3.4-1.8 5-.7s3 1.7 5-.7"/>',
  wrong: '<path d="M4 4l8 8M12 4l-8 8"/>',
  open: '<circle cx="8" cy="8" r="3.5"/>',
};

/** VS Code's own for icons on a dark and on a light ground. */
const inks = { dark: "#c5c5c5", light: "#424242" };

/** The sign of a group for the margin of an editor. */
export function gutterIcon(group: VerdictGroup, ground: keyof typeof inks): Uri {
  const style = `fill="none" stroke="${inks[ground]}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" ${style}>${shapes[group]}</svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
}
