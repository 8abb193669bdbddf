// Measures what docs/performance.md tells of: `npm run bench -- [--quick] [--seed N] [--only PART] [--write]`. Fails where a
// bar is missed. --write puts the tables into the document.
import { runProgram } from "./lib/program.mjs";

await runProgram("test/bench/bench.ts", ["--expose-gc"]);
