import type { Diagnostic, DiagnosticRelatedInformation, Position } from "vscode-languageserver-types";
import type { Severity } from "../rules.ts";
import type { LinedText } from "../source/lines.ts";
import { visible } from "../visible.ts";
import type { CheckedNote, CheckedPart, Finding, PartPlace } from "../workspace/checkedNote.ts";
import { placedRange } from "./closeUp.ts";
import type { SourceLookup } from "./lookup.ts";
import { rangeOf } from "./position.ts";

/** LSP's numbers. */
const severities: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, information: 3, hint: 4 };

export interface DiagnosticsOptions {
  /** Looked up for related information; null where the client cannot show any. */
  readonly source: SourceLookup | null;
}

/**
 * The note's findings for `textDocument/publishDiagnostics`, in document order. Of a note in parts only those are made that
 * are new or have other places.
 */
export async function diagnosticsOf(checked: CheckedNote, { source }: DiagnosticsOptions): Promise<Diagnostic[]> {
  const { inParts } = checked;
  if (inParts === undefined) return diagnosticsOfFindings(checked, checked.findings, source);
  const { parts, places, outside } = inParts;
  const diagnostics: Diagnostic[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part.checked.findings.length === 0) continue;
    const place = places[index];
    // Nothing is awaited for the many parts that are as they were.
    const placed = knownOfPart(part, place, source) ?? (await diagnosticsOfPart(part, place, source));
    for (const diagnostic of placed) diagnostics.push(diagnostic);
  }
  if (outside.length === 0) return diagnostics;
  for (const { part, finding } of outside) {
    const found = await diagnosticsOfFindings(parts[part].checked, [finding], source);
    diagnostics.push(...found.map((diagnostic) => placedAt(places[part], diagnostic)));
  }
  return diagnostics.sort((a, b) => compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end));
}

/** What was given last for a part: most stay where they are, or move by a line. */
interface PartDiagnostics {
  readonly hasRelated: boolean;
  readonly own: readonly Diagnostic[];
  line: number;
  character: number;
  placed: readonly Diagnostic[];
}

const byPart = new WeakMap<CheckedPart, PartDiagnostics>();

/** Null for a part that is new. */
function knownOfPart(part: CheckedPart, place: PartPlace, source: SourceLookup | null): readonly Diagnostic[] | null {
  const known = byPart.get(part);
  if (known === undefined || known.hasRelated !== (source !== null)) return null;
  const { line, character } = place;
  if (known.line === line && known.character === character) return known.placed;
  known.placed = known.own.map((diagnostic) => placedAt(place, diagnostic));
  known.line = line;
  known.character = character;
  return known.placed;
}

async function diagnosticsOfPart(
  part: CheckedPart,
  place: PartPlace,
  source: SourceLookup | null,
): Promise<readonly Diagnostic[]> {
  const own = await diagnosticsOfFindings(part.checked, part.checked.findings, source);
  const placed = own.map((diagnostic) => placedAt(place, diagnostic));
  byPart.set(part, { hasRelated: source !== null, own, line: place.line, character: place.character, placed });
  return placed;
}

function placedAt(place: PartPlace, diagnostic: Diagnostic): Diagnostic {
  if (place.line === 0 && place.character === 0) return diagnostic;
  return { ...diagnostic, range: placedRange(place, diagnostic.range) };
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

async function diagnosticsOfFindings(
  lines: LinedText,
  findings: readonly Finding[],
  source: SourceLookup | null,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const sources = source && (await sourcesOf(findings, source));
  for (const finding of findings) {
    const diagnostic = diagnosticOf(lines, finding);
    if (sources !== null) {
      const related = relatedInformation(finding, sources);
      if (related.length > 0) diagnostic.relatedInformation = related;
    }
    diagnostics.push(diagnostic);
  }
  return diagnostics;
}

/** Without related information. */
export function diagnosticOf(lines: LinedText, finding: Finding): Diagnostic {
  return {
    range: rangeOf(lines, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    source: "Verbatim",
    message: visible(finding.message),
  };
}

/** What the findings lead to, as far as it can be read: each source once, however many lead there. */
async function sourcesOf(findings: readonly Finding[], source: SourceLookup): Promise<Map<string, LinedText>> {
  const sources = new Map<string, LinedText>();
  for (const uri of new Set(findings.flatMap(({ related }) => related.map((each) => each.uri)))) {
    const lines = await source(uri);
    if (lines !== null) sources.set(uri, lines);
  }
  return sources;
}

function relatedInformation({ related }: Finding, sources: ReadonlyMap<string, LinedText>) {
  const information: DiagnosticRelatedInformation[] = [];
  for (const { uri, span, message } of related) {
    const lines = sources.get(uri);
    if (lines === undefined) continue;
    information.push({ location: { uri, range: rangeOf(lines, span) }, message: visible(message) });
  }
  return information;
}
