import type { Steps } from "../steps.ts";

/** To be awaited between two pieces of long work: now and then it lets timers, input and output go first. */
export type Pause = () => Promise<void> | undefined;

/** Work that somebody waits for lets others run after so many milliseconds, … */
const longestTurn = 4;
/** … and work that nobody waits for after so many. */
const longestBackgroundTurn = 1.5;
/** A program that nobody asks anything looks only now and then whether it is to end. */
const longestLoneTurn = 100;
/** Milliseconds between two turns of work that nobody waits for, while somebody waits for something else. */
const standBack = 10;

/** For work that somebody waits for. */
export function createPause(): Pause {
  return pauseAfter(longestTurn);
}

function pauseAfter(longest: number): Pause {
  let turnStart = performance.now();
  return () => {
    if (performance.now() - turnStart < longest) return undefined;
    return new Promise((resolve) => {
      afterOthers(() => {
        turnStart = performance.now();
        resolve();
      });
    });
  };
}

/** For a short piece of work. */
export const noPause: Pause = () => undefined;

/** Does work in steps, with pauses between them. Null where it was for nothing after one of them. */
export async function inTurns<Result>(steps: Steps<Result>, pause: Pause): Promise<Result>;
export async function inTurns<Result>(
  steps: Steps<Result>,
  pause: Pause,
  isForNothing: () => boolean,
): Promise<Result | null>;
export async function inTurns<Result>(
  steps: Steps<Result>,
  pause: Pause,
  isForNothing?: () => boolean,
): Promise<Result | null> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const others = pause();
    if (others === undefined) continue;
    await others;
    if (isForNothing?.() === true) return null;
  }
}

/** Work that nobody waits for, in the order of its turns. There is one thread for all of it. */
const waiting: (() => void)[] = [];
let turnStart = 0;
let cancelTurn = () => {};
let attended = 0;
let lonePause: Pause | null = null;

/** Says that this program answers no requests: its work need not take turns, each of which costs as much as to read a few lines. */
export function workAlone(): void {
  lonePause = pauseAfter(longestLoneTurn);
}

/** For work that nobody waits for: its turns are short, one at a time, and few while somebody waits for something else. */
export const backgroundPause: Pause = () => {
  if (lonePause !== null) return lonePause();
  const isInTurn = waiting.length === 0 && attended === 0 && performance.now() - turnStart < longestBackgroundTurn;
  if (isInTurn) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) planTurn();
  });
};

/** Says that somebody waits. The answer is to be called when that is over. */
export function attend(): () => void {
  if (attended++ === 0 && waiting.length > 0) planTurn();
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    if (--attended === 0 && waiting.length > 0) planTurn();
  };
}

function planTurn(): void {
  cancelTurn();
  let isCancelled = false;
  const turn = () => {
    if (!isCancelled) takeTurn();
  };
  if (attended > 0) {
    const timer = setTimeout(turn, standBack);
    cancelTurn = () => clearTimeout(timer);
  } else {
    // What has come in meanwhile is read after the first step, and done before the second.
    afterOthers(() => afterOthers(turn));
    cancelTurn = () => {
      isCancelled = true;
    };
  }
}

function takeTurn(): void {
  cancelTurn = () => {};
  turnStart = performance.now();
  const next = waiting.shift();
  if (waiting.length > 0) planTurn();
  next?.();
}

/** Node's own way loses no time; a timer, which every platform has, loses a millisecond. */
function afterOthers(task: () => void): void {
  if (typeof setImmediate === "function") setImmediate(task);
  else setTimeout(task, 0);
}
