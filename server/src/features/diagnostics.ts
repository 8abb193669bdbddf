import type { Diagnostic, DiagnosticRelatedInformation } from "vscode-languageserver-types";
import type { Severity } from "../rules.ts";
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
  for (const finding of checked.findings) {
    const diagnostic = diagnosticOf(checked, finding);
    if (source !== null) {
      const related = await relatedInformation(finding, source);
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

async function relatedInformation(finding: Finding, source: SourceLookup): Promise<DiagnosticRelatedInformation[]> {
  const related: DiagnosticRelatedInformation[] = [];
  for (const { uri, span, message } of finding.related) {
    const lines = await source(uri);
    if (lines === null) continue;
    related.push({ location: { uri, range: rangeOf(lines, span) }, message: visible(message) });
  }
  return related;
}
