import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

/**
 * Counts how many blocks of code run, those of packages included: a measure of work that is the same on every machine.
 * What the engine does itself (search, slices, regular expressions) is not counted. Everything is slow meanwhile.
 */
export interface WorkCounter {
  /** The task should have run once before, as that may fill tables. */
  count(task: () => void): number;
  stop(): void;
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

export function startCounting(): WorkCounter {
  const session = new Session();
  session.connect();
  // Optimized code does not count what it runs.
  setFlagsFromString("--no-opt");
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    count(task) {
      take(session);
      task();
      return sum(take(session));
    },
    stop() {
      session.disconnect();
      setFlagsFromString("--opt");
    },
  };
}

function sum({ result }: Coverage): number {
  let count = 0;
  for (const { url, functions } of result) {
    if (!url.startsWith("file:")) continue;
    for (const { ranges } of functions) for (const range of ranges) count += range.count;
  }
  return count;
}

function take(session: Session): Coverage {
  let taken: Coverage = { result: [] };
  session.post("Profiler.takePreciseCoverage", (error, coverage) => {
    if (error) throw error;
    taken = coverage;
  });
  return taken;
}
