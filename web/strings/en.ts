import { bar } from './en/bar.ts';
import { board } from './en/board.ts';
import { chain } from './en/chain.ts';
import { compare } from './en/compare.ts';
import { controls } from './en/controls.ts';
import { exercise } from './en/exercise.ts';
import { find } from './en/find.ts';
import { grammar } from './en/grammar.ts';
import { machine } from './en/machine.ts';
import { numbers } from './en/numbers.ts';
import { offline } from './en/offline.ts';
import { page } from './en/page.ts';
import { player } from './en/player.ts';
import { share } from './en/share.ts';
import { speech } from './en/speech.ts';
import { tour } from './en/tour.ts';
import { words } from './en/words.ts';

/** The engine's own sentences are English: causes by name, and what else it says of itself. */
const causes: Record<string, string> = {};
const described: Record<string, string> = {};

/** So are the scenarios to begin with: their comments by name, the title first. */
const samples: Record<string, readonly string[]> = {};

/** English: what this table has, every other must have. */
export const en = {
  ...page,
  ...words,
  ...machine,
  ...controls,
  ...chain,
  ...find,
  ...numbers,
  bar,
  board,
  ...compare,
  exercise,
  grammar,
  offline,
  player,
  share,
  speech,
  tour,
  causes,
  described,
  samples,
};
