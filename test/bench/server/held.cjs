// Required into a server that is measured: at SIGUSR2 it collects all garbage, and writes into a file how many bytes it holds.
// Until then it changes nothing of what the server does.
const fs = require("node:fs");
const v8 = require("node:v8");
const vm = require("node:vm");

const collections = 5;
const file = process.env.VERBATIM_BENCH_HELD ?? "";
/** @type {(() => void) | undefined} */
let collect;

process.on("SIGUSR2", async () => {
  if (collect === undefined) v8.setFlagsFromString("--expose-gc");
  collect ??= vm.runInNewContext("gc");
  for (let i = 0; i < collections; i++) {
    collect?.();
    // What a collection finds unused in array buffers is given back a little later.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  fs.writeFileSync(`${file}.new`, String(heapUsed + external));
  fs.renameSync(`${file}.new`, file);
});
