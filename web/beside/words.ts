import { besideLanguage, language, languageEvent } from '../strings/index.ts';
import { beside as en } from '../strings/en/beside.ts';

/** The words of this part in the present language: always this one object. */
export const words: typeof en = { ...en };

let zh: typeof en | null = null;

const say = (): void => void Object.assign(words, language() === 'zh' && zh ? zh : en);

await besideLanguage(async (to) => {
  if (to === 'zh') zh ??= (await import('../strings/zh/beside.ts')).beside;
});
say();
globalThis.addEventListener?.(languageEvent, say);
