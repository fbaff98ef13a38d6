import { grade as en } from '../strings/en/grade.ts';
import { language, languageEvent, said } from '../strings/index.ts';
import { grade as zh } from '../strings/zh/grade.ts';

/** The words of this page in the present language, its name, and how it says a message: always this one object, which the Go program holds too. */
export const words = { ...en, said, language: language() };

const say = (): void => void Object.assign(words, language() === 'zh' ? zh : en, { language: language() });

say();
addEventListener(languageEvent, say);
