import { author as en } from '../strings/en/author.ts';
import { author as zh } from '../strings/zh/author.ts';
import { language } from '../strings/index.ts';

/** The words that only this page has, in the present language. */
export const words = (): typeof en => (language() === 'zh' ? zh : en);

/** A string that has a form for one and a form for many. */
export function counted(forms: string, n: number): string {
  const [one, many = one] = forms.split('|');
  return (n === 1 ? one : many).replace('{n}', String(n));
}
