/**
 * The first `most` of a list in an order, without sorting the rest: a queue of ten
 * thousand shows some dozens.
 */
export function firstOf<T>(list: readonly T[], most: number, order: (a: T, b: T) => number): T[] {
  if (most <= 0) return [];
  if (list.length <= most) return [...list].sort(order);
  const first = list.slice(0, most).sort(order);
  for (let k = most; k < list.length; k++) {
    const x = list[k];
    if (order(x, first[most - 1]) >= 0) continue;
    let low = 0;
    let high = most - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (order(first[mid], x) <= 0) low = mid + 1;
      else high = mid;
    }
    first.pop();
    first.splice(low, 0, x);
  }
  return first;
}
