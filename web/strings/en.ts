import { chain } from './en/chain.ts';
import { controls } from './en/controls.ts';
import { grammar } from './en/grammar.ts';
import { machine } from './en/machine.ts';
import { page } from './en/page.ts';
import { words } from './en/words.ts';

/** English: what this table has, every other must have. */
export const en = { ...page, ...words, ...machine, ...controls, ...chain, grammar };
