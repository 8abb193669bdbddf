import { readFileSync } from "node:fs";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { checkedDesk } from "../workspace/desk.ts";

/*
 * A fixture file is a source and one-line cases, each a note that quotes it. \u{…} stands for a character.
 *
 *     --- source
 *     Wir haben das nicht gewusst.
 *     --- permitted
 *     1 | „Wir haben das nicht gewusst“
 *     1 nfd | „Wir haben das …“                     in the decomposed form
 *     --- forbidden
 *     1 | „Wir haben das gewusst“ | negation "" <- "nicht" at "das gewusst"
 *
 * Before the first bar stand the cited lines, behind the last one what is found: for every edit its kind, the quote's and
 * the source's words, and the underlined words where they are not the quote's; for any other finding `rule at "words"`.
 * Where the severity is not the one of an error, it stands behind them.
 */

export interface LanguageCase {
  readonly name: string;
  readonly note: string;
  readonly expected: readonly string[];
}

export interface LanguageSection {
  readonly source: string;
  readonly cases: readonly LanguageCase[];
}

export function readLanguageFixture(name: string): LanguageSection[] {
  const text = withCharacters(readFileSync(`test/fixtures/languages/${name}.txt`, "utf8"));
  const sections: { source: string; cases: LanguageCase[] }[] = [];
  for (const block of text.split(/^--- /mu).slice(1)) {
    const [kind = "", ...lines] = block.trimEnd().split("\n");
    if (kind === "source") sections.push({ source: `${lines.join("\n")}\n`, cases: [] });
    else
      for (const line of lines)
        if (line.trim() !== "" && !line.startsWith("#")) sections.at(-1)?.cases.push(toCase(line));
  }
  return sections;
}

function toCase(line: string): LanguageCase {
  const [place = "", quote = "", ...expected] = line.split(" | ");
  const [lines, form] = place.trim().split(" ");
  const note = `${quote.trim()} ([source](source.txt#L${lines})).\n`;
  return {
    name: quote.trim(),
    note: form === "nfd" ? note.normalize("NFD") : note,
    expected: expected.map((each) => each.trim()),
  };
}

/** What the whole engine finds in each note of the section, in the words of the fixtures. */
export async function findingsOf({ source, cases }: LanguageSection): Promise<string[][]> {
  const notes = cases.map(({ note }, index) => [`note${index}.md`, note]);
  const desk = await checkedDesk({ "source.txt": source, ...Object.fromEntries(notes) });
  return cases.map((_, index) => describeNote(desk.note(`note${index}.md`)));
}

function describeNote({ text, citations, findings }: CheckedNote): string[] {
  const quotes = citations.flatMap((citation) => citation.quotes);
  if (quotes.length !== 1) return [`${quotes.length} quotes attached`];
  const edits = quotes[0].edits.map((edit) => {
    const underlined = text.slice(edit.span.start, edit.span.end);
    const at = underlined === edit.quote ? "" : ` at "${underlined}"`;
    return `${edit.kind} "${edit.quote}" <- "${edit.source}"${at}`;
  });
  const altered = findings.filter(({ rule }) => rule === "quote-altered").map(({ severity }) => severity);
  return [
    ...edits.map((edit, index) => `${edit}${severityOf(altered[index])}`),
    ...findings
      .filter(({ rule }) => rule !== "quote-altered")
      .map(({ rule, span, severity }) => `${rule} at "${text.slice(span.start, span.end)}"${severityOf(severity)}`),
  ];
}

function severityOf(severity: string | undefined): string {
  return severity === "error" ? "" : `, ${severity}`;
}

function withCharacters(text: string): string {
  return text.replace(/\\u\{([0-9a-f]+)\}/giu, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  );
}
