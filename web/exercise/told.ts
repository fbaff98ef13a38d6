import { languageOf, tagOf } from '../strings/language.ts';

/** The tag of a language that an exercise is told in; '' are its own words, which are taken for English. */
export function langOf(language: string): string {
  const ours = languageOf(language || 'en');
  return ours ? tagOf(ours) : language;
}
