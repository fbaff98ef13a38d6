import { render } from 'lit';
import type { Engine } from '../engine/engine.ts';
import { Kind } from '../fold/kinds.ts';
import { Clock } from '../playground/clock.ts';
import type { TransportEvent } from '../playground/events.ts';
import { LightEvent, SeekEvent } from '../playground/looks.ts';
import { handle, type Keys } from './keys.ts';
import { PlaySession } from './session.ts';
import { pack } from '../share/link.ts';
import { fill, ms, strings } from '../strings.ts';
import { why } from '../words/why.ts';
import type { PlayDetail, Player, Stage } from './api.ts';
import { dress } from './element-style.ts';
import { PlayTimeline } from './timeline.ts';
import { box } from './show.ts';
import type { Shown } from './shown.ts';

const jumps: Record<'unplug' | 'merge' | 'dispatch', readonly number[]> = {
  unplug: [Kind.Unplug, Kind.PlugOff],
  merge: [Kind.BackMerge, Kind.FrontMerge],
  dispatch: [Kind.Issue],
};

const leastSpeed = 2; // simulated ms for a second
const wholeRunS = 15; // what a longer run takes
const linkAfterMs = 250; // the link is made when the reader rests

/** One run in one box: its session, its clock and its keys. */
export class RunPlayer implements Player {
  #stage: Stage;
  #session = new PlaySession(() => this.#changed());
  #clock: Clock;
  #timeline = new PlayTimeline();
  #controls: readonly string[];
  #frame = 0;
  #link = '';
  #linkTimer = 0;
  #pinned = false;
  #told = { step: -2, playing: false, fault: '' };
  #spoken = '';
  #renew: () => Promise<Engine>;
  #watch = new ResizeObserver(() => this.#changed());

  constructor(stage: Stage, engine: Engine, renew: () => Promise<Engine>) {
    this.#stage = stage;
    this.#renew = renew;
    this.#controls = stage.controls;
    const session = this.#session;
    this.#clock = new Clock(
      { get now() { return session.now; }, get end() { return endOf(session); }, seek: (t) => session.seekTime(t), stepForward: () => this.#stepForward() },
      () => this.#clocked(),
    );
    session.engine = engine;
    stage.root.addEventListener('keydown', this.#keydown);
    stage.root.addEventListener(LightEvent.type, this.#light);
    stage.root.addEventListener(SeekEvent.type, this.#seeked);
    this.#watch.observe(stage.root);
    this.take(stage.text, stage.at);
    this.#show();
  }

  get paused(): boolean {
    return !this.#clock.playing;
  }

  get where(): PlayDetail {
    const { now, step, index } = this.#session;
    return { time: now / 1e6, duration: endOf(this.#session) / 1e6, step: step + 1, steps: index.steps.length };
  }

  get text(): string {
    return this.#session.text;
  }

  play(): void {
    if (this.#session.index.steps.length > 0 && !this.#clock.playing) this.#clock.play();
  }

  pause(): void {
    this.#clock.stop();
  }

  seek(time: number): void {
    if (Number.isFinite(time)) this.#session.seekTime(Math.min(time * 1e6, endOf(this.#session)));
  }

  stepBy(events: number): void {
    this.#clock.stop();
    this.#session.seekStep(this.#session.step + (Math.trunc(events) || 0));
    this.#speak();
  }

  nextUnplug(): void {
    this.#jump('unplug', false);
  }

  take(text: string, at: number): void {
    this.#clock.stop();
    this.#session.take(text, at * 1e6);
    this.#clock.speed = Math.max(leastSpeed, endOf(this.#session) / 1e6 / wholeRunS);
  }

  setControls(controls: readonly string[]): void {
    this.#controls = controls;
    this.#changed();
  }

  focus(): void {
    this.#stage.root.querySelector<HTMLElement>('.play')?.focus();
  }

  close(): void {
    this.#clock.stop();
    this.#watch.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#linkTimer);
    this.#stage.root.replaceChildren();
  }

  /** Whatever changed is told at once, and shown with the next frame. */
  #changed(): void {
    queueMicrotask(() => this.#tell());
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
    });
  }

  #show(): void {
    const session = this.#session;
    const view = { ...session.view(), end: endOf(session) };
    const shown: Shown = {
      view,
      session,
      playing: this.#clock.playing,
      speed: this.#clock.speed,
      controls: this.#controls,
      link: this.#link,
      home: this.#stage.home,
      label: this.#stage.label,
      spoken: this.#spoken,
      command: (command) => this.#command(command),
      setSpeed: (speed) => this.#setSpeed(speed),
      edit: (edit) => this.#session.take(edit(this.#session.text), this.#session.now),
      restart: () => void this.#restart(),
    };
    dress(this.#stage.root);
    render(box(shown), this.#stage.root);
    this.#timeline.draw(this.#stage.root.querySelector('.timeline'), view);
    if (this.#stage.home && !this.#clock.playing) {
      clearTimeout(this.#linkTimer);
      this.#linkTimer = window.setTimeout(() => void this.#makeLink(), linkAfterMs);
    }
  }

  /** Tells the page what it can listen to. */
  #tell(): void {
    const session = this.#session;
    const told = this.#told;
    const fault = session.errors.length > 0 ? JSON.stringify(session.errors[0]) : '';
    if (fault !== told.fault) {
      told.fault = fault;
      const [first] = session.errors;
      if (first) this.#stage.emit('error', { message: first.message, line: first.line, column: first.column });
    }
    if (session.step === told.step) return;
    told.step = session.step;
    if (session.step < 0) return;
    const { letter, text } = why(session.view(), session.step);
    this.#stage.emit('step', { ...this.where, letter, text });
  }

  #clocked(): void {
    this.#tell(); // what it came to, before that it stopped there
    const { playing } = this.#clock;
    if (playing !== this.#told.playing) {
      this.#told.playing = playing;
      this.#stage.emit(playing ? 'play' : 'pause', this.where);
      if (!playing && this.#session.now >= endOf(this.#session)) this.#stage.emit('end', this.where);
    }
    this.#changed();
  }

  async #makeLink(): Promise<void> {
    const { text, now } = this.#session;
    const fragment = await pack({ text, at: Math.round(now) });
    const link = this.#stage.home + fragment;
    if (link === this.#link) return;
    this.#link = link;
    this.#changed();
  }

  async #restart(): Promise<void> {
    this.#session.engine = await this.#renew();
    this.#session.broken = false;
    this.take(this.#session.text, this.#session.now / 1e6);
  }

  #command(command: TransportEvent['command']): void {
    switch (command) {
      case 'play':
        this.#clock.toggle();
        return;
      case 'start':
        this.#clock.stop();
        this.#session.seekStep(-1);
        return;
      case 'back':
      case 'forward':
        this.stepBy(command === 'back' ? -1 : 1);
        return;
      default:
        this.#jump(command, false);
    }
  }

  #jump(to: keyof typeof jumps, backwards: boolean): void {
    this.#clock.stop();
    const step = this.#session.findStep(jumps[to], backwards ? -1 : 1);
    if (step >= 0) this.#session.seekStep(step);
    this.#speak();
  }

  #stepForward(): boolean {
    const { step } = this.#session;
    this.#session.seekStep(step + 1);
    return this.#session.step > step;
  }

  /** Says the step, which a person asked for, to whoever does not see it. */
  #speak(): void {
    const { step, now } = this.#session;
    const told = why(this.#session.view(), step);
    const text = told.hidden ? fill(strings.say.hidden, { text: told.text }) : told.text;
    this.#spoken = step < 0 ? told.text : fill(strings.say.step, { n: step + 1, ms: ms(now), text });
    this.#changed();
  }

  #setSpeed(speed: number): void {
    this.#clock.speed = speed;
    this.#changed();
  }

  #light = (e: Event): void => {
    e.stopPropagation(); // the page around has no part in it
    const { bios, pin } = e as LightEvent;
    if (pin) this.#pinned = !this.#pinned;
    else if (this.#pinned) return;
    this.#session.lit = bios && (!pin || this.#pinned) ? new Set(bios) : null;
    this.#changed();
  };

  #seeked = (e: Event): void => {
    e.stopPropagation();
    this.#session.seekTime((e as SeekEvent).time);
  };

  #keys: Keys = {
    toggle: () => this.#clock.toggle(),
    step: (by) => this.stepBy(by),
    jiffy: (by) => {
      const jiffy = 1e9 / this.#session.view().machine.hz;
      const at = this.#session.now / jiffy;
      this.#session.seekTime((by > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1) * jiffy);
    },
    jump: (to, backwards) => this.#jump(to, backwards),
    share: (of) => this.#session.seekTime(of * endOf(this.#session)),
    speed: (by) => this.#setSpeed(this.#clock.speed * by),
    escape: () => {
      this.#pinned = false;
      this.#session.lit = null;
      this.#changed();
    },
  };

  #keydown = (e: KeyboardEvent): void => {
    if (!handle(e, this.#keys)) return;
    e.preventDefault();
    e.stopPropagation();
  };
}

/** A little beyond the last event: nothing can be fired after it here. */
function endOf(session: PlaySession): number {
  return session.index.steps.length === 0 ? session.end : session.index.endTime * 1.01 + 1000;
}
