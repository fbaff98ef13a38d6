import type { Sample } from '../scenarios/gallery.ts';
import type { Desk } from './desk.ts';
import type { Entrance } from './entrance.ts';
import type { Finder } from './finder.ts';
import type { Counting } from './numbers.ts';
import type { Session } from './session.ts';
import type { Travel } from './travel.ts';

/** What stands at the right of the timeline; on a phone in the place of the picture. */
export type RightTab = 'trace' | 'numbers' | 'text';
export type Tab = 'machine' | RightTab;
export type Panel = 'fire' | 'tune';

/** What the rooms of the page show, and what a hand in them may ask for. */
export interface Shell {
  readonly session: Session;
  readonly travel: Travel;
  readonly finder: Finder;
  readonly desk: Desk;
  readonly counting: Counting;
  readonly entrance: Entrance;
  readonly ghost: boolean; // the run without plugging is shown beside
  readonly dropping: boolean; // files are held over the page
  tab: Tab;
  panel: Panel | null;
  menuOpen: boolean;

  /** Opens the panel, or closes it if it is open. */
  togglePanel(which: Panel): void;
  /** Begins with an example. */
  open(sample: Sample): void;
  format(text: string): Promise<string>;
  choose(): void;
  compare(): void;
  gallery(): void;
  help(): void;
  language(): void;
  share(): void;
  tour(): void;
}
