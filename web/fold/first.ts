/**
 * Whatever is added, in an order, as long as that is no more than `all`; of more only the
 * first `few`, without sorting the rest: a queue of ten thousand shows some rows.
 */
export class First<T> {
  readonly list: T[] = [];
  count = 0; // of all that were added

  constructor(readonly all: number, readonly few: number, readonly order: (a: T, b: T) => number) {}

  add(x: T): void {
    const { list, few, order } = this;
    if (++this.count > this.all) {
      if (list.length > few) list.length = few;
      if (list.length === few && (few === 0 || order(x, list[few - 1]) >= 0)) return;
      list.length = Math.min(list.length, few - 1);
    }
    let low = 0;
    let high = list.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (order(list[mid], x) <= 0) low = mid + 1;
      else high = mid;
    }
    list.splice(low, 0, x);
  }
}
