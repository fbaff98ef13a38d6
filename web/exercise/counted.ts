import { fill } from '../strings/index.ts';

/** "1 attempt", "2 attempts" out of "{n} attempt|{n} attempts". */
export function counted(words: string, n: number): string {
  const [one, many = one] = words.split('|');
  return fill(n === 1 ? one : many, { n });
}
