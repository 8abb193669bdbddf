import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { t } from "../l10n.ts";
import { lineStartsOf } from "../source/lines.ts";
import type { Span } from "../span.ts";
import { visible } from "../visible.ts";
import type { CheckedNote, Finding } from "../workspace/checkedNote.ts";
import type { Fix } from "../workspace/fixes/fix.ts";
import { editedText } from "../workspace/fixes/textEdit.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { type FixFinder, type FixPlace, fixesAt, placeFrom, placesAt } from "./fixPlaces.ts";
import { rangeOf } from "./position.ts";
import { workspaceEditOf } from "./workspaceEdit.ts";

export interface CodeActionOptions {
  readonly finder: FixFinder;
  /** How the client spells the note's URI. */
  readonly uriOf: (key: string) => string;
  /** Whether the client reads edits that name a document's version. */
  readonly versioned: boolean;
  /** Whether the client asks for the edit of an action when it is chosen. */
  readonly resolve: boolean;
  /** Whether the client shows actions that cannot be taken. */
  readonly disabled: boolean;
  /** The command that selects a range of a document, where the client has one. */
  readonly selectCommand: string | null;
}

export interface RequestedActions {
  readonly span: Span;
  /** Only actions of these kinds, and of kinds below them; null for all. */
  readonly only: readonly string[] | null;
  /** What the client shows at the span. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an action is found again by. */
export interface CodeActionData {
  readonly uri: string;
  readonly fix: Fix["kind"];
  readonly title: string;
  readonly place: FixPlace;
}

/**
 * The fixes of what was found at a span of the note, those that ignore it last. Of more findings than a person looks at
 * the first few are taken.
 */
export async function codeActionsAt(
  checked: CheckedNote,
  { span, only, diagnostics }: RequestedActions,
  options: CodeActionOptions,
): Promise<CodeAction[]> {
  const isWanted = (kind: string) => only?.some((each) => isOfKind(kind, each)) ?? true;
  const actions = new Map<string, { readonly fix: Fix; readonly action: CodeAction }>();
  for (const place of placesAt(checked, span)) {
    if (!isWanted(kindOf(place))) continue;
    for (const fix of await fixesAt(checked, place, options.finder)) {
      const key = `${fix.title}\n${JSON.stringify(fix.edits)}`;
      const known = actions.get(key)?.action.diagnostics;
      const healed = fix.finding === null ? [] : [shownDiagnostic(checked, fix.finding, diagnostics)];
      if (known !== undefined) known.push(...healed);
      else actions.set(key, { fix, action: actionOf(checked, place, fix, healed, options) });
    }
  }
  const isLast = ({ fix }: { readonly fix: Fix }) => Number(fix.kind === "ignore");
  return [...actions.values()].sort((a, b) => isLast(a) - isLast(b)).map(({ action }) => action);
}

/**
 * The action with its edit, made for the note as it is now. Where the note has changed so that there is nothing to mend
 * any longer, or nobody can tell which of several places was meant, the action has no edit.
 */
export async function resolvedAction(
  checked: CheckedNote | null,
  action: CodeAction,
  options: CodeActionOptions,
): Promise<CodeAction> {
  const data = action.data as CodeActionData;
  const place = checked && placeFrom(checked, data.place);
  const fixes = place ? await fixesAt(checked, place, options.finder) : [];
  const fix = fixes.find(({ kind, title }) => kind === data.fix && title === data.title);
  if (checked !== null && fix !== undefined) return { ...action, ...effectOf(checked, fix, options) };
  if (!options.disabled) return action;
  return { ...action, disabled: { reason: t("The note has changed since, and this fix does not fit it any longer.") } };
}

/** Whether a kind of action is the other one or below it, as all are below the empty one. */
export function isOfKind(kind: string, wanted: string): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}

function kindOf({ finding }: FixPlace): string {
  return finding === null ? "refactor.rewrite" : "quickfix";
}

function actionOf(
  checked: CheckedNote,
  place: FixPlace,
  fix: Fix,
  diagnostics: Diagnostic[],
  options: CodeActionOptions,
): CodeAction {
  const data: CodeActionData = { uri: options.uriOf(checked.uri), fix: fix.kind, title: fix.title, place };
  return {
    title: visible(fix.title),
    kind: kindOf(place),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(fix.preferred ? { isPreferred: true } : {}),
    ...(options.resolve ? { data } : effectOf(checked, fix, options)),
  };
}

/** The edit, and what is to be selected behind it. */
function effectOf(checked: CheckedNote, fix: Fix, options: CodeActionOptions): Pick<CodeAction, "edit" | "command"> {
  const { uri, version, text, lineStarts } = checked;
  const edit = workspaceEditOf([{ uri, version, text, lineStarts, edits: fix.edits }], options);
  if (fix.select === null || options.selectCommand === null) return { edit };
  const after = editedText(text, fix.edits);
  const range = rangeOf({ text: after, lineStarts: lineStartsOf(after) }, fix.select);
  const command = { title: visible(fix.title), command: options.selectCommand, arguments: [options.uriOf(uri), range] };
  return { edit, command };
}

/** The diagnostic as the client has it, since it tells them apart by all that they hold. */
function shownDiagnostic(checked: CheckedNote, finding: Finding, shown: readonly Diagnostic[]): Diagnostic {
  const own = diagnosticOf(checked, finding);
  const range = JSON.stringify(own.range);
  const isSame = (each: Diagnostic) =>
    each.code === own.code && each.message === own.message && JSON.stringify(each.range) === range;
  return shown.find(isSame) ?? own;
}
