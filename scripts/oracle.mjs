// `npm run oracle`: how often the verdicts are wrong, over text that people really quoted. Options: see CONTRIBUTING.md.
import { runProgram } from "./lib/program.mjs";

await runProgram("test/oracle/main.ts");
