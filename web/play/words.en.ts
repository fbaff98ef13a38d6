import { en as all } from '../strings/en.ts';

/** The player's words. */
export const en = all;
