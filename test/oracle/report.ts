import { visible } from "../../server/src/visible.ts";
import type { CheckedNote } from "../../server/src/workspace/checkedNote.ts";
import type { Assessment } from "./assess.ts";
import type { CaseClass, CaseNote } from "./case.ts";

/** Counts what came out, and keeps the failures to be shown. */
export interface Report {
  add(note: CaseNote, checked: CheckedNote, assessment: Assessment): void;
  /** The table and the figures, as text. */
  write(options: { readonly show: number }): string;
  /** Whether every bar holds. */
  readonly holds: boolean;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly note: CaseNote;
  readonly checked: CheckedNote;
  readonly assessment: Assessment;
}

/** The most failures in a hundred cases, by class. */
const bars: Readonly<Record<CaseClass, { readonly title: string; readonly percent: number }>> = {
  permitted: { title: "false alarms", percent: 0.2 },
  forbidden: { title: "false clean", percent: 0.5 },
  place: { title: "wrong place", percent: 0.5 },
  source: { title: "wrong source", percent: 0.5 },
};

interface Count {
  cases: number;
  failures: number;
  elsewhere: number;
}

export function createReport(): Report {
  const kinds = new Map<string, Count & { readonly class: CaseClass }>();
  const classes = new Map<CaseClass, Count>();
  const failures: Failure[] = [];
  const percentOf = ({ cases, failures: failed }: Count) => (cases === 0 ? 0 : (100 * failed) / cases);
  const holds = () => [...classes].every(([name, count]) => percentOf(count) <= bars[name].percent);
  return {
    failures,
    get holds() {
      return holds();
    },
    add(note, checked, assessment) {
      const name = note.case.expectation.class;
      const kind = getOr(kinds, `${name} ${note.case.kind}`, () => ({ class: name, ...nothing() }));
      for (const count of [kind, getOr(classes, name, nothing)]) {
        count.cases++;
        if (assessment.failure !== null) count.failures++;
        if (assessment.editElsewhere) count.elsewhere++;
      }
      if (assessment.failure !== null || assessment.editElsewhere) failures.push({ note, checked, assessment });
    },
    write({ show }) {
      const rows = [...kinds].map(([name, { cases, failures: failed, elsewhere }]) => [
        name,
        String(cases),
        String(failed),
        elsewhere > 0 ? `${elsewhere} edit elsewhere` : "",
      ]);
      const lines = [...table([["kind", "cases", "failures", ""], ...rows]), ""];
      for (const [name, count] of classes) {
        const { title, percent } = bars[name];
        const is = percentOf(count);
        const verdict = is <= percent ? "✔" : "✘";
        lines.push(
          `${verdict} ${title}: ${count.failures} of ${count.cases} (${is.toFixed(2)} %, at most ${percent.toFixed(1)} %)`,
        );
      }
      const forbidden = classes.get("forbidden");
      if (forbidden) {
        const share = ((100 * forbidden.elsewhere) / Math.max(1, forbidden.cases)).toFixed(2);
        lines.push(`  edit elsewhere: ${forbidden.elsewhere} of ${forbidden.cases} (${share} %)`);
      }
      return [...lines, ...groups(failures), ...shown(failures, show)].join("\n");
    },
  };
}

function nothing(): Count {
  return { cases: 0, failures: 0, elsewhere: 0 };
}

function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, cases, failed, more]) =>
    `${name.padEnd(width)} ${cases.padStart(7)} ${failed.padStart(9)}  ${more}`.trimEnd(),
  );
}

/** What failed, by what came out and what was done, the most frequent first. */
function groups(failures: readonly Failure[]): string[] {
  const counts = new Map<string, number>();
  for (const failure of failures) {
    const key = groupOf(failure);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const lines = [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => `${String(count).padStart(6)}  ${key}`);
  return lines.length === 0 ? [] : ["", ...lines];
}

export function groupOf({ note, assessment }: Failure): string {
  const outcome = assessment.failure ?? "edit elsewhere";
  return `${note.case.changes.join(" + ") || note.case.kind}: ${outcome}`;
}

/** The shortest failures of each group, so that the smallest example comes first. */
function shown(failures: readonly Failure[], show: number): string[] {
  if (show === 0) return [];
  const byGroup = new Map<string, Failure[]>();
  for (const failure of failures) getOr(byGroup, groupOf(failure), () => []).push(failure);
  return [...byGroup].flatMap(([key, list]) => [
    "",
    `── ${key}`,
    ...[...list]
      .sort((a, b) => a.note.case.draft.text.length - b.note.case.draft.text.length)
      .slice(0, show)
      .flatMap(describe),
  ]);
}

function describe({ note, checked }: Failure): string[] {
  const { source, draft, citation, expectation } = note.case;
  const around = { start: Math.max(0, draft.span.start - 60), end: draft.span.end + 60 };
  const lines = source.laid.linesOf(draft.span);
  const where = `${note.attachment}, ${note.surrounding}, ${note.marks}, ${source.layout}`;
  return [
    `note (${where})`,
    ...note.text
      .trimEnd()
      .split(/\r\n|\n/u)
      .map((line) => `  ${visible(line)}`),
    `source ${citation.path}${citation.fragment}; the words are at lines ${lines.start} to ${lines.end}`,
    `  …${visible(source.text.slice(around.start, around.end))}…`,
    `expected ${JSON.stringify(expectation)}`,
    ...checked.citations
      .flatMap(({ quotes }) => quotes)
      .map(({ verdict, edits, passage, changes }) => {
        const at = passage === null ? "" : ` at ${passage.lines.start} to ${passage.lines.end}`;
        const all = edits.map((edit) => `${edit.kind} “${visible(edit.quote)}” ← “${visible(edit.source)}”`);
        return `got ${verdict}${at} [${changes.join(", ")}] ${all.join("; ")}`;
      }),
    ...checked.findings.map(({ rule, severity, message }) => `  ${severity} ${rule}: ${visible(message)}`),
    "",
  ];
}
