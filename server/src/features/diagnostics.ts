import type { Diagnostic, DiagnosticRelatedInformation } from "vscode-languageserver-types";
import type { Severity } from "../rules.ts";
import type { LinedText } from "../source/lines.ts";
import { visible } from "../visible.ts";
import type { CheckedNote, Finding } from "../workspace/checkedNote.ts";
import type { SourceLookup } from "./lookup.ts";
import { rangeOf } from "./position.ts";

/** LSP's numbers. */
const severities: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, information: 3, hint: 4 };

export interface DiagnosticsOptions {
  /** Looked up for related information; null where the client cannot show any. */
  readonly source: SourceLookup | null;
}

/** The note's findings for `textDocument/publishDiagnostics`, in document order. */
export async function diagnosticsOf(checked: CheckedNote, { source }: DiagnosticsOptions): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const sources = source && (await sourcesOf(checked.findings, source));
  for (const finding of checked.findings) {
    const diagnostic = diagnosticOf(checked, finding);
    if (sources !== null) {
      const related = relatedInformation(finding, sources);
      if (related.length > 0) diagnostic.relatedInformation = related;
    }
    diagnostics.push(diagnostic);
  }
  return diagnostics;
}

/** Without related information. */
export function diagnosticOf(checked: CheckedNote, finding: Finding): Diagnostic {
  return {
    range: rangeOf(checked, finding.span),
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
