import assert from "node:assert/strict";
import { codeActionsAt, resolvedAction } from "../../../server/src/features/codeActions.ts";
import type { Span } from "../../../server/src/span.ts";
import type { CheckedNote, Finding } from "../../../server/src/workspace/checkedNote.ts";
import type { Fix, FixKind } from "../../../server/src/workspace/fixes/fix.ts";
import { fixesOf, rewritesOf } from "../../../server/src/workspace/fixes/fixes.ts";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import type { Settings } from "../../../server/src/workspace/settings.ts";
import { checkedDesk, type Desk } from "../workspace/desk.ts";

type Files = Readonly<Record<string, string>>;

/** Fixes of one difference of a quote, which may have others. */
const ofOneWord: readonly FixKind[] = ["replace-words", "mark-omission", "bracket-change"];
/** Fixes of the words between a quote's marks. */
const ofWords: readonly FixKind[] = [
  ...ofOneWord,
  "replace-quote",
  "fill-ellipsis",
  "reorder-parts",
  "replace-bracket",
  "remove-hidden",
];
/** Throws where a fix of the note does what none may; returns them all. */
export async function everyFixHolds(
  files: Files,
  path: string,
  settings: Partial<Settings> = {},
): Promise<readonly Fix[]> {
  const desk = await checkedDesk(files, { settings });
  const before = desk.note(path);
  const strict = await checkedDesk(files);
  const options = { workspace: desk.workspace };
  const fixes: Fix[] = [];
  for (const finding of before.findings) fixes.push(...(await fixesOf(before, finding, options)));
  for (const citation of before.citations) fixes.push(...(await rewritesOf(before, citation, options)));
  for (const fix of fixes) {
    const text = editedText(before.text, fix.edits);
    const fresh = await checkedDesk({ ...files, [path]: text });
    const story = `${fix.kind}: ${fix.title}\n${before.text}\n→\n${text}`;
    staysInPlace(before, fix, story);
    heals(strict.note(path), fresh.note(path), fix, story);
    await isDoneOnce(desk, before, fix, story);
  }
  return fixes;
}

/** Only what the fix is about is written: the quote, the destination of its citation, or a comment. */
function staysInPlace({ note, text }: CheckedNote, { kind, edits, finding }: Fix, story: string): void {
  const citation = finding?.citation == null ? null : note.citations[finding.citation];
  for (const { span, text: written } of edits) {
    if (kind === "ignore") {
      assert.equal(span.start, span.end, story);
      assert.match(written, /^\s*<!-- verbatim-ignore-next [a-z-]+: {2}-->\s*(?:> ?|\s)*$/, story);
    } else if (kind === "insert-quotation") assert.equal(span.start, span.end, story);
    else if (ofWords.includes(kind)) {
      const { marked } = note.quotations[finding!.quotation!];
      const isOfLines = [...ofOneWord, "replace-quote"].includes(kind) && isWithin(span, citation!.target);
      assert.ok(isOfLines || isWithin(span, marked), story);
      // Parts that change places take their line ends with them.
      assert.ok(kind === "reorder-parts" || !written.includes("\n"), story);
    } else if (citation !== null) {
      assert.ok(isWithin(span, citation.target), story);
    } else assert.ok(["bracket-path", "remove-comment"].includes(kind), story);
    assert.notEqual(text.slice(span.start, span.end), written, story);
  }
}

function isWithin(span: Span, around: Span): boolean {
  return around.start <= span.start && span.end <= around.end;
}

function heals(before: CheckedNote, after: CheckedNote, { kind, finding }: Fix, story: string): void {
  const left = before.findings.map(({ rule }) => rule);
  if (finding !== null && left.includes(finding.rule)) left.splice(left.indexOf(finding.rule), 1);
  for (const { rule } of after.findings) {
    const index = left.indexOf(rule);
    assert.ok(index >= 0, `${rule} is new\n${story}`);
    left.splice(index, 1);
  }
  if (kind === "insert-quotation") assert.equal(countQuotes(after), countQuotes(before) + 1, story);
  else assert.ok(countQuotes(after) >= countQuotes(before), story);
  // With one finding in the note, nothing may be left at all but by fixes of one word of several.
  if (finding !== null && before.findings.length === 1) assert.deepEqual(after.findings, [], story);
  if (kind === "replace-quote") {
    const altered = ({ findings }: CheckedNote) => findings.filter(({ rule }) => rule === "quote-altered");
    const others = altered(before).filter(({ quotation }) => quotation !== finding!.quotation);
    assert.equal(altered(after).length, others.length, story);
  }
}

function countQuotes({ citations }: CheckedNote): number {
  return citations.reduce((sum, { quotes }) => sum + quotes.length, 0);
}

/** The action of the fix, chosen again on the note that it made, writes nothing. */
async function isDoneOnce({ workspace }: Desk, before: CheckedNote, fix: Fix, story: string): Promise<void> {
  const finder = {
    fixesOf: (checked: CheckedNote, finding: Finding) => fixesOf(checked, finding, { workspace }),
    rewritesOf: (checked: CheckedNote, citation: CheckedNote["citations"][number]) =>
      rewritesOf(checked, citation, { workspace }),
  };
  const options = {
    finder,
    uriOf: (key: string) => key,
    versioned: true,
    resolve: true,
    disabled: false,
    selectCommand: null,
  };
  const span = fix.finding?.span ?? fix.edits[0].span;
  const actions = await codeActionsAt(before, { span, only: null, diagnostics: [] }, options);
  const action = actions.find(({ title }) => title === fix.title);
  if (action === undefined) return;
  const again = await resolvedAction(before, action, options);
  assert.ok(again.edit, story);
  const after = await workspace.tryText(before.uri, editedText(before.text, fix.edits));
  assert.equal((await resolvedAction(after, action, options)).edit, undefined, story);
}
