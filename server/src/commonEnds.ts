export interface CommonEnds {
  readonly front: number;
  readonly back: number;
}

/** How many items two lists have in common at their front, and of the others at their back. Linear in that. */
export function commonEnds<One, Other>(
  some: readonly One[],
  others: readonly Other[],
  isSame: (one: One, other: Other) => boolean,
): CommonEnds {
  const shorter = Math.min(some.length, others.length);
  let front = 0;
  while (front < shorter && isSame(some[front], others[front])) front++;
  let back = 0;
  while (back < shorter - front && isSame(some[some.length - 1 - back], others[others.length - 1 - back])) back++;
  return { front, back };
}
