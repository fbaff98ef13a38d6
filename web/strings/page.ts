import { language, languageEvent, tagOf, type Language } from './index.ts';

export function otherLanguage(): Language {
  return language() === 'en' ? 'zh' : 'en';
}

/** Lets the document itself say the present language and a title in it, now and whenever it changes. */
export function pageSpeaks(title: () => string): void {
  const say = (): void => {
    document.documentElement.lang = tagOf(language());
    document.title = title();
  };
  say();
  addEventListener(languageEvent, say);
}
