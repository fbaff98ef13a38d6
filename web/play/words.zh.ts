import { zh as all } from '../strings/zh.ts';

/** The player's words. */
export const en = all;
