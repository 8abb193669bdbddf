/** Work in steps, none of which takes long, so that other work can be done between them. */
export type Steps<Result> = Generator<void, Result>;

/** Does all of it at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
