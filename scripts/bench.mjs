// Measures the matcher beside approx-string-match: `npm run bench -- [--quick] [--seed N]`. Fails where a bar is missed.
import { runProgram } from "./lib/program.mjs";

await runProgram("test/bench/bench.ts", ["--expose-gc"]);
