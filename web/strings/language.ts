export type Language = 'en' | 'zh';

const key = 'blkplay-language';

/** What a page's tag says, "zh-Hans" or "en-GB", as one of ours; null if it is neither. */
export function languageOf(tag: string | null | undefined): Language | null {
  const [first] = (tag ?? '').toLowerCase().split(/[-_]/);
  return first === 'zh' || first === 'en' ? first : null;
}

/** The tag by which browsers and speech know a language. */
export function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-Hans' : 'en';
}

/**
 * The language to begin with: what the address asks for (?lang=zh), what was chosen before, what the page
 * around is written in, what the reader's browser prefers. A page whose <html> says data-translated has no
 * language of its own: it takes on ours.
 */
export function chooseLanguage(): Language {
  const page = globalThis.document?.documentElement;
  if (!page) return 'en';
  const asked = languageOf(new URLSearchParams(location.search).get('lang')) ?? remembered();
  if (asked) return asked;
  const written = page.hasAttribute('data-translated') ? null : languageOf(page.lang);
  if (written) return written;
  return navigator.languages.map(languageOf).find((l) => l !== null) ?? 'en';
}

function remembered(): Language | null {
  try {
    return languageOf(localStorage.getItem(key));
  } catch {
    return null; // storage is refused: then nothing was remembered
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
}
