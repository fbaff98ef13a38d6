import type { View } from '../playground/view.ts';
import type { PlaySession } from './session.ts';

/** What the box shows, and what it can ask for. */
export interface Shown {
  view: View;
  session: PlaySession;
  playing: boolean;
  speed: number;
  controls: readonly string[];
  link: string; // '': not made yet
  home: string; // '': there is no playground to lead to
  label: string; // '': the scenario's own
  spoken: string;
  command(command: 'play' | 'start' | 'back' | 'forward' | 'unplug'): void;
  setSpeed(speed: number): void;
  edit(edit: (text: string) => string): void;
  restart(): void;
}
