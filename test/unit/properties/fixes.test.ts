import assert from "node:assert/strict";
import fc from "fast-check";
import { codeActionsAt, resolvedAction } from "../../../server/src/features/codeActions.ts";
import type { Span } from "../../../server/src/span.ts";
import type { CheckedNote, Finding } from "../../../server/src/workspace/checkedNote.ts";
import type { Fix, FixKind } from "../../../server/src/workspace/fixes/fix.ts";
import { fixesOf, rewritesOf } from "../../../server/src/workspace/fixes/fixes.ts";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import type { Settings } from "../../../server/src/workspace/settings.ts";
import { casesFor } from "../../oracle/cases.ts";
import { writeNote } from "../../oracle/notes.ts";
import { randomFor } from "../../oracle/random.ts";
import { fillShelves } from "../../oracle/shelf.ts";
import { prose } from "../oracle/prose.ts";
import { checkedDesk, type Desk } from "../workspace/desk.ts";
import { anyDesk } from "./desks.ts";
import { holds } from "./run.ts";

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
/** Rules of marks that a fix may write, which no setting lets it break. */
const markRules = ["elision-hides-negation", "elision-reversed", "bracket-changes-meaning"];

describe("every fix that is offered", () => {
  const amounts = { permittedPairs: 0, forbiddenWithPermitted: 2, movedWithPermitted: 1 };
  const shelf = fillShelves(prose, 0, 1)[0];
  const spans = shelf.sources.flatMap((source) => source.spans.map((span) => ({ source, span })));
  const files: Files = {
    ...Object.fromEntries(shelf.sources.map(({ path, laid }) => [path, laid.text])),
    "sources.md": shelf.sources.map(({ path }) => `[source](<${path}#L1>)`).join("\n\n"),
  };
  const written = fc.record({ seed: fc.nat(), span: fc.nat(), made: fc.nat() }).map(({ seed, span, made }) => {
    const { source, span: quoted } = spans[span % spans.length];
    const cases = [...casesFor(shelf, source, quoted, { amounts, seed, round: 0 })];
    const wrong = cases.filter(({ expectation }) => expectation.class !== "permitted");
    return writeNote(wrong[made % wrong.length], randomFor("fixes", seed, made)).text;
  });
  holds("heals its finding and harms nothing, in notes with one mistake", 80, written, (text) =>
    everyFixHolds({ ...files, "notes/note.md": text }, "notes/note.md"),
  );

  const silent: Partial<Settings> = { rules: Object.fromEntries(markRules.map((rule) => [rule, "off"])) };
  holds("breaks no rule that a person does not want to hear of", 30, written, (text) =>
    everyFixHolds({ ...files, "notes/note.md": text }, "notes/note.md", silent),
  );

  holds("heals its finding and harms nothing, whatever the text", 40, anyDesk, async ({ sources, notes }) => {
    for (const text of notes) await everyFixHolds({ ...sources, "note.md": text }, "note.md");
  });
});

async function everyFixHolds(files: Files, path: string, settings: Partial<Settings> = {}): Promise<void> {
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
