/** Long work lets others run after so many milliseconds. */
const longestTurn = 12;

/** A function to be awaited between two steps of long work: now and then it lets timers, input and output go first. */
export function createPause(): () => Promise<void> | undefined {
  let turnStart = Date.now();
  return () => {
    if (Date.now() - turnStart < longestTurn) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        turnStart = Date.now();
        resolve();
      }, 0);
    });
  };
}
