import type { SemanticTokensLegend } from "vscode-languageserver-types";
import type { RuleId } from "../rules.ts";
import type { Span } from "../span.ts";
import type { CheckedNote } from "../workspace/checkedNote.ts";
import { rangeOf } from "./position.ts";

/** The legend of {@link semanticTokensOf}; package.json tells VS Code of the same names. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: ["citation"], tokenModifiers: ["broken"] };

/** Findings that say that a citation leads nowhere. */
const broken: ReadonlySet<RuleId> = new Set<RuleId>([
  "source-not-found",
  "source-outside-workspace",
  "source-not-a-file",
  "source-unreadable",
  "source-too-large",
  "range-invalid",
  "range-outside-source",
]);

/**
 * The destinations of citations that lead nowhere, in the protocol's numbers. That is all: what else a citation is made
 * of can be told by a grammar.
 */
export function semanticTokensOf(checked: CheckedNote): number[] {
  const indexes = new Set(checked.findings.flatMap((each) => (broken.has(each.rule) ? (each.citation ?? []) : [])));
  const targets = [...indexes].map((index) => checked.note.citations[index].target);
  return encoded(checked, distinct(targets));
}

/** Several citations may share the destination of one definition. */
function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [span.start, span])).values()].sort((a, b) => a.start - b.start);
}

/** Five numbers a token: lines and characters from the one before, its length, its type and its modifiers. */
function encoded(checked: CheckedNote, spans: readonly Span[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const span of spans) {
    const { start, end } = rangeOf(checked, span);
    if (start.line !== end.line) continue;
    const lines = start.line - before.line;
    const characters = lines === 0 ? start.character - before.character : start.character;
    data.push(lines, characters, end.character - start.character, 0, 1);
    before = start;
  }
  return data;
}
