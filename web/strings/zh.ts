import type { Strings } from './table.ts';
import { bar } from './zh/bar.ts';
import { board } from './zh/board.ts';
import { chain } from './zh/chain.ts';
import { causes } from './zh/causes.ts';
import { compare } from './zh/compare.ts';
import { described } from './zh/described.ts';
import { controls } from './zh/controls.ts';
import { exercise } from './zh/exercise.ts';
import { find } from './zh/find.ts';
import { grammar } from './zh/grammar.ts';
import { samples } from './zh/samples.ts';
import { machine } from './zh/machine.ts';
import { numbers } from './zh/numbers.ts';
import { offline } from './zh/offline.ts';
import { page } from './zh/page.ts';
import { player } from './zh/player.ts';
import { share } from './zh/share.ts';
import { speech } from './zh/speech.ts';
import { tour } from './zh/tour.ts';
import { words } from './zh/words.ts';

/** Simplified Chinese. Kernel names, letters of blkparse and names in sysfs stay as they are. */
export const zh: Strings = {
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

export { zh as words };

let translate: ((message: string) => string) | undefined;
let coming = false;

/** What the engine or the tools say, in Chinese; the patterns come with the first message. */
export function said(message: string, come: () => void): string {
  if (!translate && !coming) {
    coming = true;
    import('./zh/messages.ts').then(
      (m) => {
        translate = m.translate;
        come();
      },
      () => (coming = false), // the next message asks again
    );
  }
  return described[message] ?? translate?.(message) ?? message;
}
