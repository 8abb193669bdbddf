import { parseArgs } from "node:util";
import type { Answer } from "./bars.ts";
import { measureMatching } from "./matching.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    quick: { type: "boolean", default: false },
    size: { type: "string" },
  },
});
const seed = Number(values.seed);
const answers: Answer[] = [];
const sizes = [
  { name: "10 kB", length: 10_000, samples: 300, bar: () => 1 },
  { name: "1 MB", length: 1_000_000, samples: 25, bar: (change: string) => (change === "exact" ? null : 50) },
  { name: "20 MB", length: 20_000_000, samples: 3, bar: () => null },
];
measureMatching({ seed: seed + 1, length: 30_000, samples: 150, bar: () => null });
for (const { name, ...options } of sizes) {
  if (values.size !== undefined && values.size !== name) continue;
  const { text, answers: found } = measureMatching({ seed, ...options });
  console.log(`\n${name}\n${text}`);
  answers.push(...found);
}
