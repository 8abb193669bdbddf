// Required into a server that is measured: at SIGUSR2 it collects all garbage, and writes into a file how many bytes it holds.
const fs = require("node:fs");

const collections = 5;
const file = process.env.VERBATIM_BENCH_HELD ?? "";

process.on("SIGUSR2", async () => {
  for (let i = 0; i < collections; i++) {
    globalThis.gc?.();
    // What a collection finds unused in array buffers is given back a little later.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  fs.writeFileSync(`${file}.new`, String(heapUsed + external));
  fs.renameSync(`${file}.new`, file);
});
