import { en } from './en.ts';

export type Strings = typeof en;

/** The words of the present language: always this one object, whose words setLanguage() exchanges. */
export const strings: Strings = structuredClone(en);
