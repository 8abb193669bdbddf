import { checkedDesk } from "./desk.ts";

export const report = [
  "Night Work at the Lock",
  "",
  "The lock keeper counted thirty barges before midnight.",
  "She did not open the gate for the last of them.",
  "A barge costs the town nine coins, and the town has few.",
  "The keeper sleeps at noon.",
  "The keeper sleeps at noon.",
  "Nobody has asked the keeper what she would change.",
  "",
].join("\n");

const other = "The council met twice.\nIt was the council that ordered the gate shut at night.\n";

const sources = { "report.txt": report, "other.txt": other, "cites-other.md": "[o](other.txt#L1)\n" };

/** Checks a note that lies beside the sources, `more` files with it. */
export async function check(note: string, more: Parameters<typeof checkedDesk>[0] = {}, options = {}) {
  const desk = await checkedDesk({ ...sources, "note.md": note, ...more }, options);
  return { desk, findings: desk.findings("note.md"), verdicts: desk.verdicts("note.md") };
}
