/** Binary search: the first index whose item holds, where all items behind it do; the length where none does. */
export function firstIndex<Item>(items: ArrayLike<Item>, holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
