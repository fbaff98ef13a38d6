import { language } from '../strings/index.ts';
import { teachers as en } from '../strings/en/teachers.ts';
import { teachers as zh } from '../strings/zh/teachers.ts';

/** The words that only this page has, in the present language. */
export const words = (): typeof en => (language() === 'zh' ? zh : en);
