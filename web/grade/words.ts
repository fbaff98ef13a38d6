import { language, languageEvent } from '../strings/index.ts';
import { grade as en } from '../strings/en/grade.ts';
import { grade as zh } from '../strings/zh/grade.ts';

/** The words of this page in the present language: always this one object, which the Go program holds too. */
export const words: typeof en = { ...en };

const say = (): void => void Object.assign(words, language() === 'zh' ? zh : en);

say();
addEventListener(languageEvent, say);
