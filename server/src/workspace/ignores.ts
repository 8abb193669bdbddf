import type { IgnoreComment, Note } from "../note/note.ts";
import { type RuleId, rules } from "../rules.ts";
import type { DraftFinding } from "./draftFinding.ts";

/** Citations and quotations that a comment may be about: those that something could be found about. */
export interface IgnoreScope {
  /** Indexes of the note's citations, links that are none left out, ascending. */
  readonly citations: readonly number[];
  /** Indexes of the quotations that are quotes or uncited, ascending, with the citations of each one's group. */
  readonly quotations: ReadonlyMap<number, readonly number[]>;
  /** Indexes of the quotations that could not be checked. */
  readonly unchecked: ReadonlySet<number>;
}

/** What one comment is about. */
interface Unit {
  readonly citations: readonly number[];
  readonly quotations: readonly number[];
}

/**
 * Drops what the note's `verbatim-ignore-next` comments silence, and adds `ignore-unused` for those that silence
 * nothing. A comment is about the first citation or quotation that starts behind it; a quote and the citation that it
 * is attached to count as one. O(n log n) in all of them.
 */
export function applyIgnores(
  note: Note,
  findings: readonly DraftFinding[],
  scopeOf: () => IgnoreScope,
): DraftFinding[] {
  if (note.ignores.length === 0) return [...findings];
  const scope = scopeOf();
  const unitBehind = unitFinder(note, scope);
  const ofQuotation = groupBy(findings, ({ quotation }) => quotation);
  const ofCitation = groupBy(findings, ({ quotation, citation }) => (quotation === undefined ? citation : undefined));
  const silenced = new Set<DraftFinding>();
  const unused: DraftFinding[] = [];
  for (const comment of note.ignores) {
    const unit = unitBehind(comment.span.end);
    const about = [
      ...unit.quotations.flatMap((index) => ofQuotation.get(index) ?? []),
      ...unit.citations.flatMap((index) => ofCitation.get(index) ?? []),
    ];
    const hits = about.filter(({ rule }) => rule === comment.rule);
    for (const hit of hits) silenced.add(hit);
    if (hits.length === 0 && !cannotTell(comment, unit, scope)) unused.push(unusedFinding(comment));
  }
  return [...findings.filter((finding) => !silenced.has(finding)), ...unused];
}

function unitFinder(note: Note, { citations, quotations }: IgnoreScope): (offset: number) => Unit {
  const quotesOf = new Map<number, number[]>();
  for (const [quotation, group] of quotations) {
    for (const citation of group) {
      const quotes = quotesOf.get(citation);
      if (quotes === undefined) quotesOf.set(citation, [quotation]);
      else quotes.push(quotation);
    }
  }
  const units = [
    ...citations.map((index) => ({
      start: note.citations[index].span.start,
      unit: { citations: [index], quotations: quotesOf.get(index) ?? [] },
    })),
    ...Array.from(quotations, ([index, group]) => ({
      start: note.quotations[index].marked.start,
      unit: { citations: group, quotations: [index] },
    })),
  ].sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (units[middle].start < offset) low = middle + 1;
      else high = middle;
    }
    return units[low]?.unit ?? { citations: [], quotations: [] };
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number | undefined): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Whether the quote could not be checked, so that nobody knows what the comment would have silenced. */
function cannotTell(comment: IgnoreComment, unit: Unit, { unchecked }: IgnoreScope): boolean {
  return isQuoteRule(comment.rule) && unit.quotations.some((index) => unchecked.has(index));
}

function isQuoteRule(rule: string): boolean {
  return isRule(rule) && /^(?:quote|elision|bracket|hidden)-/.test(rule);
}

function isRule(rule: string): rule is RuleId {
  return Object.hasOwn(rules, rule);
}

function unusedFinding({ rule, span }: IgnoreComment): DraftFinding {
  const variant = rule === "" ? "unnamed" : "unknown";
  return { rule: "ignore-unused", variant: isRule(rule) ? undefined : variant, args: { rule }, span };
}
