import { verify as en } from '../strings/en/verify.ts';
import { language, languageEvent, said } from '../strings/index.ts';
import { verify as zh } from '../strings/zh/verify.ts';

/** The words of this page in the present language, and how it says a message: always this one object, which the Go program holds too. */
export const words = { ...en, said };

const say = (): void => void Object.assign(words, language() === 'zh' ? zh : en);

say();
addEventListener(languageEvent, say);
