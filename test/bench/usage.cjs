// Required into a program that is measured: tells, at its end, the processor time that it took.
const fs = require("node:fs");

const file = process.env.VERBATIM_BENCH_USAGE;
if (file !== undefined) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    fs.writeFileSync(file, String((user + system) / 1000));
  });
}
