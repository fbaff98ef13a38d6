import { html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { FileDrop } from '../elements/filedrop.ts';
import { Speaks } from '../elements/speaks.ts';
import { speeds } from '../elements/transport.ts';
import { Engine, type KernelInfo } from '../engine/engine.ts';
import { Tools, type Change } from '../engine/tools.ts';
import { Kind } from '../fold/kinds.ts';
import { part } from '../parts/part.ts';
import { Clock } from '../playground/clock.ts';
import { LightEvent, RangeEvent, SeekEvent, SpeedEvent } from '../playground/events.ts';
import { readFiles, scenarioIn } from '../playground/files.ts';
import { messageOf } from '../playground/session.ts';
import { samples } from '../scenarios/gallery.ts';
import { LinkError } from '../share/link.ts';
import { playgroundLink } from '../share/pages.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, said, strings, switchLanguage } from '../strings.ts';
import { otherLanguage, pageSpeaks } from '../strings/page.ts';
import { rich } from '../words/rich.ts';
import type { BlkBeside, SimulatedEvent } from '../beside/beside.ts';
import { words } from '../beside/words.ts';
import { BarEvent, type BarCommand } from './bar.ts';
import './bar.ts';
import { Bench, Machine, machinesMost } from './bench.ts';
import { allElevators, threeKernels, withChange } from './changes.ts';
import { nextDifference } from './differences.ts';
import { compareKey, type CompareKeys } from './keys.ts';
import { layout } from './layout.ts';
import { ChangeEvent, MachineEvent } from './machine.ts';
import './machine.ts';
import { OpenCellEvent, SweepEvent } from './sweep.ts';
import './sweep.ts';
import { packState, unpackState, type SweepState } from './state.ts';
import './table.ts';
import { firstText, letterOf } from './words.ts';

/** What shows a real trace: few who compare machines have one. */
const besideReal = part(() => import('../beside/beside.ts'));

const kinds: Partial<Record<BarCommand, readonly number[]>> = {
  unplug: [Kind.Unplug, Kind.UnplugTimer, Kind.PlugOff],
  merge: [Kind.BackMerge, Kind.FrontMerge],
  dispatch: [Kind.Issue],
};

/** Machines one above the other on one clock, what they differ in, and the sweep. */
export class BlkCompare extends LitElement {
  static override properties = { real: { state: true } };
  declare real: boolean; // a real trace is shown
  static override styles = [base, controls, layout];

  readonly speaks = new Speaks(this);
  bench: Bench | null = null;
  sweep: SweepState = { x: '', y: '', metric: '' };
  #tools = new Tools();
  #loaded = 0;
  #failure = '';
  #told = ''; // what happened last, to be read
  #files = new FileDrop(this, (files) => void this.#openFiles(files));
  #clock = this.#makeClock();
  #saving = 0;
  #version = 0; // of what the sweep is told

  constructor() {
    super();
    this.real = false;
    const on = <E extends Event>(type: string, does: (e: E) => void): void => this.addEventListener(type, (e) => does(e as E));
    on<SeekEvent>(SeekEvent.type, (e) => this.#go(e.time));
    on<RangeEvent>(RangeEvent.type, (e) => this.bench?.setRange(e.from, e.to));
    on<SpeedEvent>(SpeedEvent.type, (e) => this.#speed(e.speed));
    on<BarEvent>(BarEvent.type, (e) => this.#bar(e.command));
    on<LightEvent>(LightEvent.type, (e) => this.bench?.light(this.#machineOf(e), this.#clock.playing ? null : e.bios));
    on<ChangeEvent>(ChangeEvent.type, (e) => this.#changed(this.#machineOf(e), e.changes));
    on<SweepEvent>(SweepEvent.type, (e) => this.#swept(e.state));
    on<OpenCellEvent>(OpenCellEvent.type, (e) => void this.#openCell(e));
    on<MachineEvent>(MachineEvent.type, (e) => this.#machine(this.#machineOf(e), e.does));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageSpeaks(() => strings.compare.pageTitle);
    addEventListener('keydown', this.#keydown);
    addEventListener('hashchange', this.#opened);
    if (!this.bench) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keydown);
    removeEventListener('hashchange', this.#opened);
    this.#clock.stop();
  }

  async #load(): Promise<void> {
    this.#failure = '';
    try {
      // The build puts the engine beside this script and gives it a hashed name.
      const engine = await Engine.load(new URL('./engine.wasm', import.meta.url), (loaded, total) => {
        this.#loaded = total > 0 ? loaded / total : 0;
        this.requestUpdate();
      });
      this.bench = new Bench(engine, this.#tools, () => this.requestUpdate());
      await this.#open();
    } catch (e) {
      const reason = 'WebAssembly' in globalThis ? messageOf(e) : strings.state.noWasm;
      this.#failure = fill(strings.state.loadFailed, { reason: said(reason) });
    }
    this.requestUpdate();
  }

  /** Shows what the address says, or else an example. */
  async #open(): Promise<void> {
    const bench = this.bench!;
    const [example] = samples;
    try {
      const state = await unpackState(location.hash);
      const text = state?.text ?? example.text;
      this.sweep = state?.sweep ?? this.sweep;
      const machines = state && state.machines.length > 0 ? state.machines : this.#twoKernels(text);
      bench.start(text, machines, state?.at ?? example.lookAt);
    } catch (e) {
      if (!(e instanceof LinkError)) throw e;
      this.#told = fill(strings.compare.badLink, { reason: e.fault });
      bench.start(example.text, this.#twoKernels(example.text), example.lookAt);
    }
  }

  #opened = (): void => {
    if (this.bench && location.hash !== this.#saved) void this.#open();
  };

  /** A scenario as it is, and on the kernel after its own. */
  #twoKernels(text: string): Change[][] {
    const { kernels } = this.bench!.engine.description;
    const own = kernels.findIndex((k) => new RegExp(`^\\s*kernel\\s+${k.name.replaceAll('.', '\\.')}\\b`, 'm').test(text));
    return [[], [{ name: 'kernel', value: kernels[(own + 1) % kernels.length].name }]];
  }

  override updated(): void {
    clearTimeout(this.#saving);
    this.#saving = window.setTimeout(() => void this.#save(), 400);
  }

  /** The address always says what is shown, so that going back comes back here. */
  #saved = '';
  async #save(): Promise<void> {
    const { bench } = this;
    if (!bench || bench.text === '' || this.#clock.playing) return;
    const hash = await packState({ text: bench.text, at: bench.now, machines: [], sweep: this.sweep }, bench.words);
    if (hash === this.#saved) return;
    this.#saved = hash;
    history.replaceState(null, '', hash);
  }

  override render() {
    const { bench } = this;
    if (!bench) return html`${this.#header(null)}${this.#waiting()}`;
    return html`
      ${this.#header(bench)}
      <main>
        ${this.#beside(bench)}
        <div>
          <div class="bar">
            <blk-compare-bar .now=${bench.now} .end=${bench.end} .playing=${this.#clock.playing} .speed=${this.#clock.speed} .spans=${bench.spans}></blk-compare-bar>
          </div>
          <div class="stage">${this.#machines(bench)} ${this.#side(bench)}</div>
        </div>
        <blk-sweep .bench=${bench} .state=${this.sweep} .version=${this.#version++}></blk-sweep>
      </main>
      ${this.#keys()}
    `;
  }

  /** A real trace beside its replay, above the machines; and what it is opened with. */
  #beside(bench: Bench) {
    return html`<input id="trace" type="file" multiple hidden @change=${this.#chosen} />
      ${this.#files.over ? html`<div class="drop">${words.dropHere}</div>` : nothing}
      <section class="beside" aria-label=${words.title} ?hidden=${!this.real} @keydown=${(e: Event) => e.stopPropagation()}>
        <div class="top">
          <h2>${words.title}</h2>
          <span class="space"></span>
          <button class="btn" @click=${this.#closeReal}>${words.close}</button>
        </div>
        <blk-beside .engine=${bench.engine} .tools=${this.#tools} @blk-simulated=${this.#simulated}></blk-beside>
      </section>`;
  }

  #machines(bench: Bench) {
    const [first] = bench.machines;
    const t = strings.timeline;
    return html`<div class="machines">
      ${bench.machines.map(
        (m, i) => html`<blk-compared
          .machine=${m}
          .view=${bench.view(m)}
          .range=${bench.range}
          .place=${i}
          .spans=${i > 0 ? m.differencesFrom(first).spans : null}
          ?removable=${bench.machines.length > 1}
        ></blk-compared>`,
      )}
      <div class="foot note"><span>${t.thin}</span><span>${t.thick}</span><span>${t.zoom}</span></div>
    </div>`;
  }

  #side(bench: Bench) {
    return html`<aside class="side">
      <div class="differences" role="status">${this.#told ? html`<p>${this.#told}</p>` : nothing}${this.#firsts(bench)}</div>
      <blk-compare-table .columns=${bench.machines.map((m) => this.#column(bench, m))}></blk-compare-table>
    </aside>`;
  }

  #column(bench: Bench, m: Machine) {
    const { machine } = bench.view(m);
    return {
      kernel: machine.kernel,
      elevator: machine.elevator,
      queuePlug: machine.queuePlug,
      figures: m.numbers && !m.counting.busy(m.session.goodText) ? m.numbers.run.figures : null,
      failure: m.counting.failure,
    };
  }

  #firsts(bench: Bench) {
    const [first, ...others] = bench.machines;
    return others.map((m, i) => {
      if (m.session.goodText === '' || first.session.goodText === '') return nothing;
      const letter = letterOf(i + 1);
      const found = m.differencesFrom(first).first;
      return html`<p>${found ? rich(firstText(found, letter, bench.view(m))) : fill(strings.compare.identical, { letter })}</p>`;
    });
  }

  #header(bench: Bench | null) {
    const s = strings;
    const c = s.compare;
    const title = bench?.machines[0]?.session.view().machine.setup.title ?? '';
    const full = (bench?.machines.length ?? 0) >= machinesMost;
    const kernel = this.#kernel;
    return html`<header class="top">
      <h1><a href="index.html">${s.title}</a></h1>
      <span class="name">${c.title}${title ? `: ${title}` : ''}</span>
      <span class="space"></span>
      ${bench && kernel
        ? html`<div class="presets" role="group" aria-label=${c.presets}>
              <button class="btn" @click=${() => this.#preset(threeKernels(bench.engine.description.kernels))}>${c.threeKernels}</button>
              <button class="btn" @click=${() => this.#preset(allElevators(kernel))}>${fill(c.allElevators, { kernel: kernel.name })}</button>
              <button class="btn" aria-disabled=${full} title=${full ? fill(c.full, { most: machinesMost }) : ''} @click=${this.#add}>${c.add}</button>
              <button class="btn" aria-disabled=${bench.machines.length < 2} @click=${() => bench.swap()}>${c.swap}</button>
            </div>
            <button class="btn" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#trace')!.click()}>${words.drop}</button>
            <button class="btn" @click=${this.#share}>${c.share}</button>`
        : nothing}
      <button class="btn" lang=${otherLanguage() === 'zh' ? 'zh-Hans' : 'en'} @click=${() => switchLanguage(otherLanguage())}>${s.otherLanguage}</button>
      <button class="btn square" aria-label=${s.theme} title=${s.theme} @click=${this.#theme}>◐</button>
      <button class="btn square" aria-label=${s.keys} title="${s.keys} (?)" @click=${this.#help}>?</button>
    </header>`;
  }

  #waiting() {
    const s = strings.state;
    if (this.#failure) return html`<div class="waiting" role="alert"><p>${this.#failure}</p><button class="btn primary" @click=${() => this.#load()}>${s.retry}</button></div>`;
    return html`<div class="waiting" role="status">${s.loading} <progress max="1" .value=${this.#loaded} aria-label=${s.loading}></progress></div>`;
  }

  #keys() {
    return html`<dialog id="keys" aria-label=${strings.keys}>
      <h2>${strings.keys}</h2>
      <dl>${strings.compare.keyList.map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}</dl>
      <form method="dialog"><button class="btn">${strings.close}</button></form>
    </dialog>`;
  }

  get #kernel(): KernelInfo | undefined {
    const { bench } = this;
    const [first] = bench?.machines ?? [];
    return first?.session.view().machine.info ?? undefined;
  }

  #preset(machines: Change[][]): void {
    this.#told = '';
    this.bench!.setMachines(machines);
  }

  /** One more machine, like the last one: there is something to change it into. */
  #add = (): void => {
    const { bench } = this;
    if (bench) bench.add(bench.machines.at(-1)?.changes ?? []);
  };

  #machineOf(e: Event): Machine | null {
    for (const at of e.composedPath()) if (at instanceof HTMLElement && at.localName === 'blk-compared') return (at as unknown as { machine: Machine }).machine;
    return null;
  }

  #changed(machine: Machine | null, changes: readonly Change[]): void {
    if (machine) this.bench!.change(machine, changes);
  }

  #machine(machine: Machine | null, does: 'open' | 'remove'): void {
    if (!machine) return;
    if (does === 'remove') this.bench!.remove(machine);
    else void playgroundLink(machine.session.goodText, this.bench!.now).then((link) => location.assign(link));
  }

  #swept(state: SweepState): void {
    this.sweep = state;
    this.requestUpdate();
  }

  /** A cell's run in the playground, or as one more machine. */
  async #openCell({ machine, changes, how }: OpenCellEvent): Promise<void> {
    const { bench } = this;
    if (!bench) return;
    if (how === 'machine') {
      let all = machine.changes;
      for (const c of changes) all = withChange(all, c.name, c.value);
      bench.add(all);
      return;
    }
    await this.#save(); // so that going back comes back here
    const { text } = await this.#tools.retarget(machine.session.goodText, changes);
    location.assign(await playgroundLink(text, 0));
  }

  #makeClock(): Clock {
    const bench = (): Bench | null => this.bench;
    return new Clock(
      {
        get now() {
          return bench()?.now ?? 0;
        },
        get end() {
          return bench()?.end ?? 1;
        },
        seek: (time) => bench()?.seek(time),
        stepForward: () => this.#step(1),
      },
      () => this.requestUpdate(),
    );
  }

  #go(time: number): void {
    if (time < 0) return;
    this.#clock.stop();
    this.#told = '';
    this.bench?.seek(time);
  }

  #step(direction: 1 | -1, machines = this.bench?.machines ?? [], of?: readonly number[]): boolean {
    const time = this.bench?.nextStep(machines, direction, of) ?? -1;
    if (time >= 0) this.bench!.seek(time);
    return time >= 0;
  }

  #speed(speed: number): void {
    this.#clock.speed = speed;
    this.requestUpdate();
  }

  #difference(direction: 1 | -1, from: number): void {
    const { bench } = this;
    if (!bench) return;
    const [first, ...others] = bench.machines;
    const lists = others.map((m) => m.differencesFrom(first).spans);
    const time = nextDifference(lists, from, direction);
    if (time >= 0) {
      this.#go(time);
      return;
    }
    this.#told = lists.every((l) => l.length === 0) ? strings.compare.noDifference : strings.compare.noFurther;
    this.requestUpdate();
  }

  #bar(command: BarCommand): void {
    switch (command) {
      case 'play':
        this.#clock.toggle();
        return;
      case 'start':
        this.#go(0);
        return;
      case 'first':
        this.#difference(1, -1);
        return;
      case 'next':
        this.#difference(1, this.bench!.now);
        return;
    }
    this.#clock.stop();
    this.#step(command === 'back' ? -1 : 1, undefined, kinds[command]);
  }

  #chosen = (e: Event): void => {
    const input = e.target as HTMLInputElement;
    void this.#openFiles([...(input.files ?? [])]);
    input.value = '';
  };

  /** A real trace, which is set beside its replay on the newest kernel there is; or a scenario for the machines. */
  async #openFiles(files: readonly File[]): Promise<void> {
    const { bench } = this;
    if (!bench || files.length === 0) return;
    this.#clock.stop();
    this.#told = '';
    try {
      const [first] = await readFiles(files.slice(0, 1), () => {}, new AbortController().signal);
      const text = await scenarioIn(first);
      if (text !== null) {
        bench.start(text, this.#twoKernels(text), 0);
        return;
      }
    } catch (e) {
      this.#told = said(messageOf(e));
      this.requestUpdate();
      return;
    }
    await besideReal();
    this.real = true;
    await this.updateComplete;
    const beside = this.renderRoot.querySelector<BlkBeside>('blk-beside')!;
    await beside.updateComplete;
    beside.open(files, bench.engine.description.kernels.at(-1)!.name);
    beside.scrollIntoView({ block: 'nearest' });
  }

  #closeReal = (): void => {
    this.real = false;
    this.renderRoot.querySelector<BlkBeside>('blk-beside')?.close();
  };

  #simulated = async (e: SimulatedEvent): Promise<void> => {
    await this.#save(); // so that going back comes back here
    location.assign(await playgroundLink(e.text, e.at));
  };

  #actions: CompareKeys = {
    play: () => this.#clock.toggle(),
    step: (by) => {
      this.#clock.stop();
      this.#step(by);
    },
    stepIn: (machine, by) => {
      this.#clock.stop();
      const m = this.bench?.machines[machine];
      if (m) this.#step(by, [m]);
    },
    jiffy: (by) => {
      const jiffy = 1e9 / (this.bench?.machines[0].session.view().machine.hz ?? 250);
      const at = this.bench!.now / jiffy;
      this.#go(Math.max(0, (by > 0 ? Math.floor(at + 1e-9) + 1 : Math.ceil(at - 1e-9) - 1) * jiffy));
    },
    jump: (to, by) => {
      this.#clock.stop();
      this.#step(by, undefined, kinds[to]);
    },
    difference: (by) => this.#difference(by, this.bench!.now),
    share: (of) => this.#go(of * this.bench!.end),
    speed: (by) => {
      const k = speeds.indexOf(this.#clock.speed) + by;
      if (k >= 0 && k < speeds.length) this.#speed(speeds[k]);
    },
    help: () => this.#help(),
  };

  #keydown = (e: KeyboardEvent): void => {
    if (!this.bench || this.renderRoot.querySelector<HTMLDialogElement>('#keys')?.open) return;
    const inside = e.composedPath().includes(this) || e.target === document.body;
    if (inside && compareKey(e, this.#actions)) e.preventDefault();
  };

  #share = async (): Promise<void> => {
    await this.#save();
    try {
      await navigator.clipboard.writeText(location.href);
      this.#told = strings.compare.copied;
    } catch {
      this.#told = strings.compare.copyRefused;
    }
    this.requestUpdate();
  };

  #theme = (): void => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    dispatchEvent(new Event('blk-theme'));
  };

  #help = (): void => this.renderRoot.querySelector<HTMLDialogElement>('#keys')!.showModal();
}

define('blk-compare', BlkCompare);
