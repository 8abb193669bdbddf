import fc from "fast-check";

/*
 * Every run of the tests takes a new seed and says it in the titles. The seed alone decides which examples are tried, and
 * in which order, so that a run can be repeated and a longer one begins with the examples of a shorter one:
 *
 *     VERBATIM_PROPERTY_SEED=1234 VERBATIM_PROPERTY_RUNS=100 npm run unit -- unit/properties
 *
 * VERBATIM_PROPERTY_RUNS multiplies the number of examples.
 */

const seed = numberFrom("VERBATIM_PROPERTY_SEED") ?? Math.floor(Math.random() * 0x7fffffff);
const factor = numberFrom("VERBATIM_PROPERTY_RUNS") ?? 1;
/** How long a property is tried, with one seed after the other; `npm run fuzz` sets it. */
const seconds = numberFrom("VERBATIM_PROPERTY_SECONDS") ?? 0;

/** A test that `check` throws for none of so many examples. What it throws for the smallest one is the failure. */
export function holds<Example>(
  title: string,
  runs: number,
  examples: fc.Arbitrary<Example>,
  check: (example: Example) => void | Promise<void>,
): void {
  it(`${title} [seed ${seed}]`, async function () {
    this.timeout(300_000 * Math.max(1, factor) + 600_000 * Math.min(1, seconds));
    const property = fc.asyncProperty(examples, async (example) => check(example));
    const end = Date.now() + 1000 * seconds;
    for (let each = seed; each === seed || Date.now() < end; each++) {
      // Where time counts it is looked at more often; a seed's first examples are the same however many there are.
      const numRuns = Math.ceil(seconds > 0 ? runs / 10 : runs * factor);
      const found = await fc.check(property, { seed: each, numRuns });
      if (found.failed) throw failure(found, runs);
    }
  });
}

function failure<Example>(found: fc.RunDetails<[Example]>, runs: number): Error {
  const again = `VERBATIM_PROPERTY_SEED=${found.seed} VERBATIM_PROPERTY_RUNS=${Math.max(1, Math.ceil(found.numRuns / runs))}`;
  const cause = found.errorInstance;
  const what = cause instanceof Error ? cause.message : String(cause);
  return new Error(`failed at example ${found.numRuns}; to see it again: ${again}\n${what}`, { cause });
}

function numberFrom(name: string): number | null {
  const value = process.env[name];
  if (value === undefined || value === "") return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`${name} must be a number`);
  return number;
}
