import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/machine.ts';
import '../elements/notice.ts';
import '../elements/timeline.ts';
import '../elements/trace.ts';
import '../elements/transport.ts';
import '../elements/verdict.ts';
import '../elements/why.ts';
import { Speaks } from '../elements/speaks.ts';
import { speeds } from '../elements/lists.ts';
import { Kind } from '../fold/kinds.ts';
import { clockOf } from '../playground/session-clock.ts';
import { LightEvent, SeekEvent, SpeedEvent, StepEvent, TransportEvent } from '../playground/events.ts';
import { handleKey, type KeyActions } from '../playground/keys.ts';
import { Session } from '../playground/session.ts';
import { fill, ms, sentences, strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { controls } from '../styles/controls.ts';
import { plain } from '../words/rich.ts';
import { verdict } from '../words/verdict.ts';
import { why } from '../words/why.ts';

const jumps: Record<'unplug' | 'merge' | 'dispatch', readonly number[]> = {
  unplug: [Kind.Unplug, Kind.PlugOff],
  merge: [Kind.BackMerge, Kind.FrontMerge],
  dispatch: [Kind.Issue],
};

/** What is to be shown; nothing is computed of what is not. */
export interface Shown {
  text: string; // the scenario
  line: number; // the traced event to look at, from 1; 0: the start
  lines: boolean; // only what blktrace prints: its causes are still asked for
}

/** A run of an exercise: its machine at one event, its timeline and its trace. The engine is fetched with the first run. */
export class BlkExerciseRun extends LitElement {
  static override properties = { shown: { attribute: false } };
  declare shown: Shown | null;

  readonly session = new Session(() => this.requestUpdate());
  readonly speaks = new Speaks(this);
  #spoken = '';
  #pinned = false;
  #fetching = false;
  #clock = clockOf(this.session, () => this.requestUpdate());

  static override styles = [
    base,
    blocks,
    controls,
    css`
      .frame {
        overflow: hidden;
        border: 1px solid var(--blk-line);
        border-radius: var(--blk-radius-panel);
        background: var(--blk-bg);
      }
      blk-machine {
        min-height: 236px;
        padding: 8px 12px;
      }
      .middle,
      blk-timeline {
        border-top: 1px solid var(--blk-line);
        background: var(--blk-panel);
      }
      blk-why {
        border-top: 1px solid var(--blk-line);
      }
      blk-timeline {
        height: 222px;
      }
      .trace {
        height: 190px;
        display: flex;
        flex-direction: column;
        border-top: 1px solid var(--blk-line);
        background: var(--blk-panel);
      }
      .trace blk-trace {
        flex: 1;
      }
      .lines {
        max-height: 70vh;
        margin: 0;
        padding: 8px 0;
        overflow: auto;
        background: var(--blk-panel);
        font: 12px/18px var(--blk-mono);
      }
      .lines span {
        display: block;
        padding: 0 12px;
        border-left: 3px solid transparent;
        white-space: pre;
      }
      .lines .current {
        border-left-color: var(--blk-cur);
        background: var(--blk-cur-bg);
        font-weight: 600;
      }
      @media (max-width: 639px) {
        blk-timeline {
          height: auto; /* as its legend takes */
        }
        .trace {
          height: 50vh;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.shown = null;
    this.addEventListener(LightEvent.type, (e) => this.#light(e as LightEvent));
    this.addEventListener(StepEvent.type, (e) => this.#go(() => this.session.seekStep((e as StepEvent).step)));
    this.addEventListener(SeekEvent.type, (e) => this.#go(() => this.session.seekTime((e as SeekEvent).time)));
    this.addEventListener(SpeedEvent.type, (e) => this.#speed((e as SpeedEvent).speed));
    this.addEventListener(TransportEvent.type, (e) => this.#transport(e as TransportEvent));
    this.addEventListener('keydown', (e) => handleKey(e, this.#actions) && e.preventDefault());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clock.stop();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('shown') || !this.shown) return;
    this.#clock.stop();
    const { text, line } = this.shown;
    const before = changed.get('shown') as Shown | null | undefined;
    if (text !== this.session.text || this.session.index.steps.length === 0) this.session.start(text, 0, line);
    else if (before?.line !== line || !before) this.session.seekStep(this.session.index.sequence.indexOf(line));
    void this.#fetch();
  }

  /** The engine, once: setting it runs the text that is there. */
  async #fetch(): Promise<void> {
    if (this.session.engine || this.#fetching) return;
    this.#fetching = true;
    await this.session.load(new URL('./engine.wasm', import.meta.url));
    this.#fetching = false;
  }

  override render() {
    const { session, shown } = this;
    if (!shown) return nothing;
    const notice = session.notice ? html`<blk-notice .notice=${session.told} @blk-way=${this.#way}></blk-notice>` : nothing;
    if (!session.engine) return html`${notice}<p role="status">${session.slow ? strings.state.loadingSlow : strings.state.loading}</p>`;
    if (session.index.steps.length === 0) return html`${notice}<p role="status">${fill(strings.state.simulating, { percent: session.busy ?? 0 })}</p>`;
    if (shown.lines) return html`<div class="frame">${this.#lines(shown)}</div>`;
    const view = session.view();
    return html`<div class="frame">
      ${notice}
      <blk-verdict .view=${view}></blk-verdict>
      <blk-machine .view=${view}></blk-machine>
      <div class="middle">
        <blk-transport .view=${view} .playing=${this.#clock.playing} .speed=${this.#clock.speed}></blk-transport>
        <blk-why .view=${view} ?asked=${true}></blk-why>
      </div>
      <blk-timeline .view=${view}></blk-timeline>
      <div class="trace"><blk-trace aria-label=${strings.exercise.trace} .view=${view} .blkparse=${this.#blkparse}></blk-trace></div>
      <div class="hidden-text" role="status">${this.#speech()}</div>
    </div>`;
  }

  #lines({ line }: Shown) {
    const all = this.session.blkparse.split('\n').filter((l) => l !== '');
    return html`<div class="lines" role="group" tabindex="0" aria-label=${strings.exercise.lines}>${all.map((text, k) => html`<span class=${k + 1 === line ? 'current' : nothing}>${text}</span>`)}</div>`;
  }

  #blkparse = (from: number, to: number): string => this.session.lines(from, to);

  #speech(): string {
    if (this.#clock.playing) return this.#spoken;
    const view = this.session.view();
    const w = why(view, view.step);
    const text = view.step < 0 ? w.text : fill(strings.say.step, { n: view.step + 1, ms: ms(view.now), text: w.text });
    const v = verdict(view);
    this.#spoken = sentences(...[w.hidden ? fill(strings.say.hidden, { text }) : text, v.what, v.why].map(plain));
    return this.#spoken;
  }

  #go(move: () => void): void {
    this.#clock.stop();
    move();
  }

  #speed(speed: number): void {
    this.#clock.speed = speed;
    this.requestUpdate();
  }

  #light({ bios, pin }: LightEvent): void {
    if (pin) this.#pinned = !this.#pinned;
    else if (this.#pinned) return;
    this.session.lit = bios && (!pin || this.#pinned) ? new Set(bios) : null;
    this.requestUpdate();
  }

  #transport({ command, backwards }: TransportEvent): void {
    switch (command) {
      case 'play':
        this.#clock.toggle();
        return;
      case 'start':
        this.#go(() => this.session.seekStep(-1));
        return;
      case 'back':
      case 'forward':
        this.#actions.step(command === 'back' ? -1 : 1);
        return;
      default:
        this.#actions.jump(command, backwards);
    }
  }

  #actions: KeyActions = {
    togglePlay: () => this.#clock.toggle(),
    step: (by) => this.#go(() => this.session.seekStep(this.session.step + by)),
    jiffy: (by) => {
      const jiffy = 1e9 / this.session.view().machine.hz;
      const at = this.session.now / jiffy;
      this.#go(() => this.session.seekTime((by > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1) * jiffy));
    },
    jump: (to, backwards) => {
      const step = this.session.findStep(jumps[to], backwards ? -1 : 1);
      if (step >= 0) this.#go(() => this.session.seekStep(step));
    },
    share: (of) => this.#go(() => this.session.seekTime(of * this.session.end)),
    speed: (by) => {
      const k = speeds.indexOf(this.#clock.speed) + by;
      if (k >= 0 && k < speeds.length) this.#speed(speeds[k]);
    },
    escape: () => {
      this.#pinned = false;
      this.session.lit = null;
      this.requestUpdate();
    },
  };

  #way = (e: CustomEvent<string>): void => {
    if (e.detail === 'retry' || e.detail === 'restart') {
      this.session.engine = null;
      void this.#fetch();
    } else {
      this.session.notice = null;
      this.requestUpdate();
    }
  };
}

define('blk-exercise-run', BlkExerciseRun);
