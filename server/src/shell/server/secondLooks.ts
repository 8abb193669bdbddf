export interface SecondLooksOptions {
  /** Whether there is anything to look at again. */
  readonly isWanted: () => boolean;
  readonly look: () => void;
  /** Milliseconds to the first look; each one after it that comes to nothing is twice as far away. */
  readonly first: number;
  readonly longest: number;
}

/** Looks again, from time to time, at what could not be read: nobody tells when a disk or a network is back. */
export interface SecondLooks {
  /** To be called when everything that can be known is. */
  settled(): void;
  dispose(): void;
}

export function createSecondLooks({ isWanted, look, first, longest }: SecondLooksOptions): SecondLooks {
  let delay = first;
  let timer: ReturnType<typeof setTimeout> | null = null;

  return {
    settled() {
      if (timer !== null) return;
      if (!isWanted()) {
        delay = first;
        return;
      }
      timer = setTimeout(() => {
        timer = null;
        look();
      }, delay);
      delay = Math.min(2 * delay, longest);
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
