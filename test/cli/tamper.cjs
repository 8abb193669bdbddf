// Loaded into the command line by tests (node --require). Files named in VERBATIM_TEST_DENY cannot be opened, which
// permissions cannot bring about for root; the one in VERBATIM_TEST_GONE is gone when it is opened; every opened path is a line of VERBATIM_TEST_LOG; reading the
// one in VERBATIM_TEST_INTERRUPT is a Ctrl-C too, and the one in VERBATIM_TEST_DIE ends the thread that reads it, unless it
// is the first.
const fs = require("node:fs");
const threads = require("node:worker_threads");

const { VERBATIM_TEST_DENY: deny, VERBATIM_TEST_LOG: log, VERBATIM_TEST_INTERRUPT: interrupt } = process.env;
const { VERBATIM_TEST_GONE: gone, VERBATIM_TEST_DIE: die } = process.env;
const { readFileSync, appendFileSync } = fs;

/** @param {string} path @param {any[]} rest */
const readTampered = (path, ...rest) => {
  if (log) appendFileSync(log, `${path}\n`);
  if (interrupt && String(path).endsWith(interrupt)) process.kill(process.pid, "SIGINT");
  if (deny && String(path).endsWith(deny)) {
    throw Object.assign(new Error("EACCES"), { code: "EACCES", errno: -13, syscall: "open" });
  }
  if (die && !threads.isMainThread && String(path).endsWith(die)) process.exit(7);
  if (gone && String(path).endsWith(gone)) {
    throw Object.assign(new Error("ENOENT"), { code: "ENOENT", errno: -2, syscall: "open" });
  }
  return readFileSync(path, ...rest);
};

Object.assign(fs, { readFileSync: readTampered });
