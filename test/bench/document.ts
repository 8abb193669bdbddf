import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Report } from "./report.ts";

/** A report as it was printed. */
export interface PrintedReport extends Report {
  readonly title: string;
}

/** Writes what was measured where a document has a place for it; other parts stay what they are. */
export function writeDocument(path: string, parts: ReadonlyMap<string, readonly PrintedReport[]>): void {
  let document = readFileSync(path, "utf8");
  for (const [name, reports] of parts) document = withPart(document, name, partText(reports));
  writeFileSync(path, document);
}

/** The text between `<!-- bench NAME:start -->` and `<!-- bench NAME:end -->`; null where there are no such lines. */
export function partOfDocument(document: string, name: string): string | null {
  const place = placeOf(document, name);
  return place && document.slice(place.start, place.end);
}

/** The names of the parts that a document has a place for. */
export function partNames(document: string): string[] {
  return [...document.matchAll(/^<!-- bench ([\w-]+):start -->$/gm)].map(([, name]) => name);
}

function withPart(document: string, name: string, text: string): string {
  const place = placeOf(document, name);
  return place === null ? document : document.slice(0, place.start) + text + document.slice(place.end);
}

function placeOf(document: string, name: string): { readonly start: number; readonly end: number } | null {
  const [first, last] = [`<!-- bench ${name}:start -->\n`, `<!-- bench ${name}:end -->`];
  const start = document.indexOf(first) + first.length;
  const end = document.indexOf(last);
  return start >= first.length && end >= start ? { start, end } : null;
}

function partText(reports: readonly PrintedReport[]): string {
  const where = `On ${availableParallelism()} processors, with Node ${process.versions.node}:`;
  const tables = reports.map(({ title, text }) => `${title}\n\n\`\`\`text\n${text}\n\`\`\``);
  const missed = reports.flatMap(({ answers }) => answers).filter((answer) => answer === "missed").length;
  const verdict =
    missed === 0 ? "No bar is missed." : missed === 1 ? "One bar is missed." : `${missed} bars are missed.`;
  return `${[where, ...tables, verdict].join("\n\n")}\n`;
}
