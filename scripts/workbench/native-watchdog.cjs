// Stands in for @vscode/native-watchdog, whose compiled half no package of the registry has: ends this process when
// the one that it serves is gone.
const interval = 1000;

exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, interval).unref();
};

exports.exit = (code) => process.exit(code ?? 0);
