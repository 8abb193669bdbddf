import type { Candidate, Citation, IgnoreComment, Note, NoteProblem, Quotation } from "../../note/note.ts";
import { keptPlainReading, type Reading } from "../../note/reading.ts";
import { type RuleId, rules } from "../../rules.ts";
import type { LineRange, Span } from "../../span.ts";
import { below, type Codec, fail, fields, flag, list, mapped, oneOf, optional, text } from "./codec.ts";

/** A range that does not run backwards, in a text of at most so many units. */
export function spanUpTo(length?: number): Codec<Span> {
  const offset = below(length === undefined ? undefined : length + 1);
  return mapped(
    fields<Span>({ start: offset, end: offset }),
    (span) => span,
    (span) => (span.start <= span.end ? span : fail()),
  );
}

export const lineRange: Codec<LineRange> = fields<LineRange>({ start: below(), end: below() });

export const ruleId: Codec<RuleId> = oneOf(Object.keys(rules) as RuleId[]);

/** What a note of this text was read into. */
export function noteCodec(length: number): Codec<Note> {
  const span = spanUpTo(length);
  const columns = fields<NonNullable<Citation["columns"]>>({ start: below(), end: below() });
  const citation = fields<Citation>({
    span,
    form: oneOf<Citation["form"]>(["inline", "reference", "wikilink"]),
    target: span,
    fragment: optional(span),
    path: text,
    lines: optional(lineRange),
    columns: optional(columns),
  });
  const candidate = fields<Candidate>({ citations: list(below()), touches: flag });
  const reading = readingUpTo(length);
  const quotation = withoutAbsent(
    fields<{ [Key in keyof Quotation]-?: Key extends "written" ? Reading | null : Quotation[Key] }>({
      span,
      marked: span,
      reading,
      written: optional(reading),
      emphasis: flag,
      rule: oneOf<Quotation["rule"]>(["link-text", "link-title", "sentence", "block-quote"]),
      candidates: list(candidate),
    }),
  );
  return mapped(
    fields<Note>({
      citations: list(citation),
      quotations: list(quotation),
      problems: list(problemUpTo(length)),
      ignores: list(fields<IgnoreComment>({ span, rule: text, reason: text })),
    }),
    (note) => note,
    (note) => {
      const count = note.citations.length;
      const isKnown = ({ candidates }: Quotation) => candidates.every((each) => each.citations.every((i) => i < count));
      return note.quotations.every(isKnown) ? note : fail();
    },
  );
}

type WrittenQuotation = Omit<Quotation, "written"> & { readonly written: Reading | null };

function withoutAbsent(codec: Codec<WrittenQuotation>): Codec<Quotation> {
  return mapped(
    codec,
    (quotation) => ({ ...quotation, written: quotation.written ?? null }),
    ({ written, ...quotation }) => (written === null ? quotation : { ...quotation, written }),
  );
}

/** Numbers in threes: how many units follow each other, where the first begins, and where it ends. */
function readingUpTo(length: number): Codec<Reading> {
  const runs = list(below(length + 1));
  return {
    write: ({ text: read, starts, ends }) => {
      const numbers: number[] = [];
      for (let unit = 0; unit < read.length; ) {
        const first = unit++;
        const isPlain = () => ends[unit - 1] === starts[unit - 1] + 1;
        while (
          unit < read.length &&
          isPlain() &&
          starts[unit] === starts[unit - 1] + 1 &&
          ends[unit] === starts[unit] + 1
        )
          unit++;
        numbers.push(unit - first, starts[first], ends[first]);
      }
      return [read, numbers];
    },
    read: (written) => {
      if (!Array.isArray(written) || written.length !== 2) return fail();
      const read = text.read(written[0]);
      const numbers = runs.read(written[1]);
      if (numbers.length === 3 && isPlainRun(numbers, read.length, length)) return keptPlainReading(read, numbers[1]);
      const starts = new Uint32Array(read.length);
      const ends = new Uint32Array(read.length);
      let unit = 0;
      for (let at = 0; at + 2 < numbers.length; at += 3) {
        const [count, start, end] = [numbers[at], numbers[at + 1], numbers[at + 2]];
        if (unit + count > read.length || start + count > length + 1 || start > end) return fail();
        for (let i = 0; i < count; i++, unit++) {
          starts[unit] = start + i;
          ends[unit] = end + i;
        }
      }
      return unit === read.length && ends.every((end) => end <= length) ? { text: read, starts, ends } : fail();
    },
  };
}

/** Whether a run makes up a reading of so many units, as it is written in a note of so many. */
function isPlainRun([count, start, end]: readonly number[], units: number, length: number): boolean {
  return count > 0 && count === units && end === start + 1 && start + count <= length;
}

/** Few notes have any, and their arguments are of many kinds: written as JSON is. */
function problemUpTo(length: number): Codec<NoteProblem> {
  const span = spanUpTo(length);
  return {
    write: ({ rule, variant, span: place, args, citation }) => [
      ruleId.write(rule),
      variant ?? null,
      span.write(place),
      args,
      citation ?? null,
    ],
    read: (written) => {
      if (!Array.isArray(written) || written.length !== 5) return fail();
      const variant = optional(text).read(written[1]);
      const citation = optional(below()).read(written[4]);
      return {
        rule: ruleId.read(written[0]),
        ...(variant === null ? {} : { variant }),
        span: span.read(written[2]),
        args: argumentsFrom(written[3]),
        ...(citation === null ? {} : { citation }),
      };
    },
  };
}

function argumentsFrom(written: unknown): NoteProblem["args"] {
  if (typeof written !== "object" || written === null) return fail();
  const values = Object.entries(written);
  return values.every(([, value]) => typeof value === "string" || typeof value === "number")
    ? Object.fromEntries(values)
    : fail();
}
