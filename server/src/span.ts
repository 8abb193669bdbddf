/** A half-open range of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Lines as editors show them: 1-based, the end line included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** The same range so much further behind. */
export function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
