import { fill, language, ms, sentences, strings } from '../strings.ts';
import { Kind } from '../fold/kinds.ts';
import { verdictOnce as verdict } from '../words/once.ts';
import { plain } from '../words/rich.ts';
import { why } from '../words/why.ts';
import type { View } from './view.ts';

/**
 * What is read aloud. `some`: each step made by hand with what waits, and while
 * playing only unplugs; `every`: while playing each event too; `none`: nothing.
 */
export const speechModes = ['some', 'every', 'none'] as const;
export type SpeechMode = (typeof speechModes)[number];

const key = 'blkplay-speech';
const gapMs = 1000; // while playing, between two things said
const mostAtOnce = 4; // events; of more it is said how many

/** The text of the page's live region. */
export class Speech {
  mode: SpeechMode = remembered();
  #at = 0;
  #said = '';
  // What was told last: a step of a run, at an instant, in a language.
  #step = -1;
  #index: View['index'] | null = null;
  #now = 0;
  #language = '';
  #chose = ''; // what was just chosen is said first

  choose(mode: SpeechMode): void {
    this.mode = mode;
    this.#chose = fill(strings.speech.now, { mode: strings.speech.modes[mode] });
    try {
      localStorage.setItem(key, mode);
    } catch {
      // Storage is refused: the choice lasts as long as the page.
    }
  }

  /** The next mode, for a key. */
  turn(): void {
    this.choose(speechModes[(speechModes.indexOf(this.mode) + 1) % speechModes.length]);
  }

  say(view: View, playing: boolean): string {
    if (this.#chose !== '') {
      this.#said = this.#chose;
      this.#chose = '';
      this.#told(view);
      return this.#said;
    }
    const moved = this.#index !== view.index || this.#step !== view.step || this.#now !== view.now || this.#language !== language();
    if (!moved) return this.#said;
    if (this.mode === 'none') {
      this.#said = '';
    } else if (!playing) {
      const v = verdict(view);
      this.#said = sentences(event(view, view.step), plain(v.what), plain(v.why));
      this.#told(view);
    } else if (performance.now() - this.#at >= gapMs && (this.mode === 'every' || isUnplug(view))) {
      this.#said = this.mode === 'every' ? this.#since(view) : event(view, view.step);
      this.#told(view);
    }
    return this.#said;
  }

  #told(view: View): void {
    this.#at = performance.now();
    this.#index = view.index;
    this.#step = view.step;
    this.#now = view.now;
    this.#language = language();
  }

  /** The events since what was told last. */
  #since(view: View): string {
    const from = this.#index === view.index && this.#step < view.step ? this.#step + 1 : view.step;
    const list: string[] = [];
    for (let step = from; step <= view.step && list.length < mostAtOnce; step++) list.push(event(view, step));
    const left = view.step + 1 - from - list.length;
    return sentences(...list, left > 0 ? fill(strings.speech.more, { n: left }) : '');
  }
}

function event(view: View, step: number): string {
  const w = why(view, step);
  const text = plain(step < 0 ? w.text : fill(strings.say.step, { n: step + 1, ms: ms(view.index.timeOf(step)), text: w.text }));
  return w.hidden ? fill(strings.say.hidden, { text }) : text;
}

function isUnplug({ index, step }: View): boolean {
  const kind = step >= 0 ? index.records.kind(index.steps[step]) : -1;
  return kind === Kind.Unplug || kind === Kind.PlugOff;
}

function remembered(): SpeechMode {
  try {
    const kept = localStorage.getItem(key);
    return speechModes.find((m) => m === kept) ?? 'some';
  } catch {
    return 'some';
  }
}
