/** Long work lets others run after so many milliseconds. */
const longestTurn = 12;

/** A function to be awaited between two steps of long work: now and then it lets timers, input and output go first. */
export function createPause(): () => Promise<void> | undefined {
  let turnStart = Date.now();
  return () => {
    if (Date.now() - turnStart < longestTurn) return undefined;
    return new Promise((resolve) => {
      afterOthers(() => {
        turnStart = Date.now();
        resolve();
      });
    });
  };
}

/** Node's own way loses no time; a timer, which every platform has, loses a millisecond. */
function afterOthers(task: () => void): void {
  if (typeof setImmediate === "function") setImmediate(task);
  else setTimeout(task, 0);
}
