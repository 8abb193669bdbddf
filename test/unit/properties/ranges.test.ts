import assert from "node:assert/strict";
import fc from "fast-check";
import type { Range } from "vscode-languageserver-types";
import { definitionAt } from "../../../server/src/features/definition.ts";
import { diagnosticsOf } from "../../../server/src/features/diagnostics.ts";
import { documentLinksOf } from "../../../server/src/features/documentLinks.ts";
import { hoverAt } from "../../../server/src/features/hover.ts";
import type { Span } from "../../../server/src/span.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import type { Workspace } from "../../../server/src/workspace/workspace.ts";
import { openDesk, wikiUri } from "../workspace/desk.ts";
import { anyDesk } from "./desks.ts";
import { holds } from "./run.ts";

/** What nobody writes: halves of surrogate pairs, marks without a partner, links that begin and do not end. */
const debris = [
  ..."> - [ ] ( ) ]( [[ ]] | ` ``` * ** _ ~~ \\ < <!-- --> & &#0; \" ' “ ” ‘ ’ « » … ... [...] [sic] 🔥 👩‍🚒 ﬁ 항 [^1] [r]".split(
    " ",
  ),
  ..."\ud83d \udd25 \u0000 \ufeff \u0301 \u200d \u00ad \u2067 \u1112 \u1161".split(" "),
  "\r",
  "\n",
  "\r\n",
  "\n\n",
  "\n[^1]: ",
  "#L1C2-L1C3",
  "[a](one.txt#L1C2-L2C3)",
  "“b” ([c](two.txt#L1,2-L9,99))",
  "[“d”](one.txt#L2,4)",
];

interface Debris {
  readonly at: number;
  readonly what: string;
}

const strewn = fc.array(fc.record({ at: fc.nat(400), what: fc.constantFrom(...debris) }), { maxLength: 5 });
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");
const hostile = fc.record({
  desk: anyDesk,
  inNote: strewn,
  inSource: strewn,
  lineEnd: lineEnds,
  probes: fc.array(fc.nat(400), { maxLength: 6 }),
});

describe("every range", () => {
  holds("lies inside its document, and splits no character and no line end", 200, hostile, async (example) => {
    const { desk, inNote, inSource, lineEnd, probes } = example;
    const note = strew(desk.notes.join("\n"), inNote).replaceAll("\n", lineEnd);
    const { workspace, note: checkedNote } = openDesk({});
    const texts = new Map([[wikiUri("note.md"), note]]);
    for (const [name, text] of Object.entries(desk.sources)) texts.set(wikiUri(name), strew(text, inSource));
    for (const [uri, text] of texts) workspace.openDocument(uri, 1, text);
    await workspace.refresh();
    const checked = checkedNote("note.md");
    const wrong = [...spansOf(checked), ...(await rangesOf(checked, workspace, probes))].flatMap(
      ({ what, uri, ...place }) => {
        const problem = problemOf(texts.get(uri) ?? "", place);
        return problem === null ? [] : [`${what} ${JSON.stringify(place)} ${problem}`];
      },
    );
    assert.deepEqual(wrong, [], JSON.stringify(Object.fromEntries(texts), null, 1));
  });
});

function strew(text: string, debris: readonly Debris[]): string {
  let strewn = text;
  for (const { at, what } of debris) {
    const place = at % (strewn.length + 1);
    strewn = strewn.slice(0, place) + what + strewn.slice(place);
  }
  return strewn;
}

type Place = { readonly span: Span } | { readonly range: Range };
type Located = Place & { readonly what: string; readonly uri: string };

function* spansOf({ uri, note, citations, findings }: CheckedNote): Iterable<Located> {
  const own = (what: string, span: Span): Located => ({ what, uri, span });
  for (const { span, target, fragment } of note.citations) {
    yield own("citation", span);
    yield own("target", target);
    if (fragment !== null) yield own("fragment", fragment);
  }
  for (const { span, marked } of note.quotations) {
    yield own("quotation", span);
    yield own("quotation with its marks", marked);
  }
  for (const { span } of [...note.problems, ...note.ignores]) yield own("problem", span);
  for (const { sourceUri, cited, quotes } of citations) {
    if (sourceUri !== null && cited !== null) yield { what: "cited lines", uri: sourceUri, span: cited };
    for (const { passage, places, edits } of quotes) {
      for (const { uri, span } of passage === null ? places : [passage, ...places])
        yield { what: "passage", uri, span };
      for (const { span, sourceSpan } of edits) {
        yield own("edit", span);
        yield { what: "edit's source", uri: passage!.uri, span: sourceSpan };
      }
    }
  }
  for (const { rule, span, related } of findings) {
    yield own(rule, span);
    for (const { uri, span } of related) yield { what: `related to ${rule}`, uri, span };
  }
}

async function rangesOf(checked: CheckedNote, { source }: Workspace, probes: readonly number[]): Promise<Located[]> {
  const { uri, text } = checked;
  const ranges: Located[] = [];
  for (const { range, relatedInformation } of await diagnosticsOf(checked, { source })) {
    ranges.push({ what: "diagnostic", uri, range });
    for (const { location } of relatedInformation ?? []) ranges.push({ what: "related information", ...location });
  }
  for (const { range } of await documentLinksOf(checked, source)) ranges.push({ what: "document link", uri, range });
  const starts = checked.citations.flatMap(({ citation, quotes }) => [
    citation.span.start,
    ...quotes.map(({ quotation }) => quotation.span.start),
  ]);
  for (const offset of [...starts, ...probes.map((probe) => probe % (text.length + 1))]) {
    const hover = await hoverAt(checked, offset, { source, maxLines: 5, format: "markdown" });
    if (hover?.range !== undefined) ranges.push({ what: "hover", uri, range: hover.range });
    for (const link of await definitionAt(checked, offset, source)) {
      ranges.push({ what: "definition's origin", uri, range: link.originSelectionRange! });
      ranges.push({ what: "definition's target", uri: link.targetUri, range: link.targetRange });
      ranges.push({ what: "definition's selection", uri: link.targetUri, range: link.targetSelectionRange });
    }
  }
  return ranges;
}

/** What is wrong with a place in a text, worked out anew from the text alone; null where nothing is. */
function problemOf(text: string, place: Place): string | null {
  if ("span" in place) return problemOfOffsets(text, place.span.start, place.span.end);
  const lines = text.split(/\r\n|\r|\n/);
  const offsets: number[] = [];
  for (const { line, character } of [place.range.start, place.range.end]) {
    if (line >= lines.length) return "is behind the last line";
    if (character > lines[line].length) return "is behind its line's end";
    if (splitsPair(lines[line], character)) return "splits a surrogate pair";
    offsets.push(line * 1e6 + character);
  }
  return offsets[0] > offsets[1] ? "goes back" : null;
}

function problemOfOffsets(text: string, start: number, end: number): string | null {
  if (start < 0 || start > end || end > text.length) return `is outside of 0 to ${text.length}`;
  for (const at of [start, end]) {
    if (splitsPair(text, at)) return "splits a surrogate pair";
    if (at > 0 && text.slice(at - 1, at + 1) === "\r\n") return "splits a line end";
  }
  return null;
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
