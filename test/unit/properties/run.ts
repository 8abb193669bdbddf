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

/** A test that `check` throws for none of so many examples. What it throws for the smallest one is the failure. */
export function holds<Example>(
  title: string,
  runs: number,
  examples: fc.Arbitrary<Example>,
  check: (example: Example) => void | Promise<void>,
): void {
  it(`${title} [seed ${seed}]`, async function () {
    this.timeout(60_000 * Math.max(1, factor));
    const property = fc.asyncProperty(examples, async (example) => check(example));
    const found = await fc.check(property, { seed, numRuns: Math.ceil(runs * factor) });
    if (!found.failed) return;
    const again = `VERBATIM_PROPERTY_SEED=${seed} VERBATIM_PROPERTY_RUNS=${Math.max(1, Math.ceil(found.numRuns / runs))}`;
    const cause = found.errorInstance;
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`failed at example ${found.numRuns}; to see it again: ${again}\n${what}`, { cause });
  });
}

function numberFrom(name: string): number | null {
  const value = process.env[name];
  if (value === undefined || value === "") return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`${name} must be a number`);
  return number;
}
