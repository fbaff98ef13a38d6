import { language, languageEvent } from '../strings/index.ts';
import { beside as en } from '../strings/en/beside.ts';
import { beside as zh } from '../strings/zh/beside.ts';

/** The words of this part in the present language: always this one object. */
export const words: typeof en = { ...en };

const say = (): void => void Object.assign(words, language() === 'zh' ? zh : en);

say();
globalThis.addEventListener?.(languageEvent, say);
