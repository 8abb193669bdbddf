// Measures what docs/performance.md tells of: `npm run bench -- [--quick] [--seed N] [--only PART]`. Fails where a bar is missed.
import { runProgram } from "./lib/program.mjs";

await runProgram("test/bench/bench.ts", ["--expose-gc"]);
