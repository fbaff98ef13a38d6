import type { View } from '../playground/view.ts';
import { language } from '../strings/index.ts';
import { verdict, type Verdict } from './verdict.ts';

let last: { view: View; language: string; answer: Verdict } | null = null;

/** The verdict of a moment, which is both shown and read aloud, thought once. */
export function verdictOnce(view: View): Verdict {
  if (last?.view !== view || last.language !== language()) last = { view, language: language(), answer: verdict(view) };
  return last.answer;
}
