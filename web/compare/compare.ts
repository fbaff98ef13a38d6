import { html, LitElement, nothing } from 'lit';
import type { BlkBeside, SimulatedEvent } from '../beside/beside.ts';
import { words } from '../beside/words.ts';
import { define } from '../elements/element.ts';
import { FileDrop } from '../elements/filedrop.ts';
import { Speaks } from '../elements/speaks.ts';
import { Engine, type KernelInfo } from '../engine/engine.ts';
import { Tools, type Change } from '../engine/tools.ts';
import { part } from '../parts/part.ts';
import { LightEvent, RangeEvent, SeekEvent, SpeedEvent } from '../playground/events.ts';
import { readFiles, scenarioIn } from '../playground/files.ts';
import { messageOf } from '../playground/session.ts';
import { samples } from '../scenarios/gallery.ts';
import { LinkError } from '../share/link.ts';
import { playgroundLink } from '../share/pages.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { dialog } from '../styles/dialog.ts';
import { fill, said, strings } from '../strings.ts';
import { pageSpeaks } from '../strings/page.ts';
import { Address } from './address.ts';
import { BarEvent } from './bar.ts';
import { Bench, type Machine } from './bench.ts';
import { withChange } from './changes.ts';
import { header, type Asked } from './header.ts';
import { compareKey, type CompareKeys } from './keys.ts';
import { layout } from './layout.ts';
import { ChangeEvent, MachineEvent } from './machine.ts';
import { keyList, machines, side, waiting } from './rooms.ts';
import { unpackState, type SweepState } from './state.ts';
import { OpenCellEvent, SweepEvent } from './sweep.ts';
import { Travel } from './travel.ts';

/** What shows a real trace: few who compare machines have one. */
const besideReal = part(() => import('../beside/beside.ts'));

/** Machines one above the other on one clock, what they differ in, and the sweep. */
export class BlkCompare extends LitElement {
  static override properties = { real: { state: true } };
  declare real: boolean; // a real trace is shown
  static override styles = [base, controls, dialog, layout];

  readonly speaks = new Speaks(this);
  bench: Bench | null = null;
  sweep: SweepState = { x: '', y: '', metric: '' };
  #tools = new Tools();
  #loaded = 0;
  #failure = '';
  #told = ''; // what happened last, to be read
  #version = 0; // of what the sweep is told
  #files = new FileDrop(this, (files) => void this.#openFiles(files));
  #changed = (): void => this.requestUpdate();
  readonly travel = new Travel(() => this.bench, (what) => this.#tell(what), this.#changed);
  #address = new Address(() => {
    const { bench, sweep } = this;
    if (!bench || bench.text === '' || this.travel.clock.playing) return null;
    return { state: { text: bench.text, at: bench.now, machines: [], sweep }, words: bench.words };
  });

  constructor() {
    super();
    this.real = false;
    const { travel } = this;
    const on = <E extends Event>({ type }: { readonly type: string }, does: (e: E) => void): void => this.addEventListener(type, (e) => does(e as E));
    on<SeekEvent>(SeekEvent, (e) => travel.go(e.time));
    on<SpeedEvent>(SpeedEvent, (e) => travel.speed(e.speed));
    on<BarEvent>(BarEvent, (e) => travel.command(e.command));
    on<RangeEvent>(RangeEvent, (e) => this.bench?.setRange(e.from, e.to));
    on<LightEvent>(LightEvent, (e) => this.bench?.light(machineOf(e), travel.clock.playing ? null : e.bios));
    on<ChangeEvent>(ChangeEvent, (e) => this.#change(machineOf(e), e.changes));
    on<MachineEvent>(MachineEvent, (e) => this.#machine(machineOf(e), e.does));
    on<SweepEvent>(SweepEvent, (e) => this.#swept(e.state));
    on<OpenCellEvent>(OpenCellEvent, (e) => void this.#openCell(e));
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
    this.travel.clock.stop();
  }

  #load = async (): Promise<void> => {
    this.#failure = '';
    try {
      // The build puts the engine beside this script and gives it a hashed name.
      const engine = await Engine.load(new URL('./engine.wasm', import.meta.url), (loaded, total) => {
        this.#loaded = total > 0 ? loaded / total : 0;
        this.requestUpdate();
      });
      this.bench = new Bench(engine, this.#tools, this.#changed);
      await this.#open();
    } catch (e) {
      const reason = 'WebAssembly' in globalThis ? messageOf(e) : strings.state.noWasm;
      this.#failure = fill(strings.state.loadFailed, { reason: said(reason) });
    }
    this.requestUpdate();
  };

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
    if (this.bench && this.#address.isNew) void this.#open();
  };

  /** A scenario as it is, and on the kernel after its own. */
  #twoKernels(text: string): Change[][] {
    const { kernels } = this.bench!.engine.description;
    const own = kernels.findIndex((k) => new RegExp(`^\\s*kernel\\s+${k.name.replaceAll('.', '\\.')}\\b`, 'm').test(text));
    return [[], [{ name: 'kernel', value: kernels[(own + 1) % kernels.length].name }]];
  }

  override updated(): void {
    this.#address.saveSoon();
  }

  override render() {
    const { bench, travel } = this;
    const top = header(bench, this.#kernel, this.#asked);
    if (!bench) return html`${top}${waiting(this.#loaded, this.#failure, this.#load)}`;
    return html`
      ${top}
      <main>
        ${this.#beside(bench)}
        <div>
          <div class="bar">
            <blk-compare-bar .now=${bench.now} .end=${bench.end} .playing=${travel.clock.playing} .speed=${travel.clock.speed} .spans=${bench.spans}></blk-compare-bar>
          </div>
          <div class="stage">${machines(bench)} ${side(bench, this.#told)}</div>
        </div>
        <blk-sweep .bench=${bench} .state=${this.sweep} .version=${this.#version++}></blk-sweep>
      </main>
      ${keyList()}
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

  get #kernel(): KernelInfo | undefined {
    const { bench } = this;
    const [first] = bench?.machines ?? [];
    return first?.session.view().machine.info ?? undefined;
  }

  #tell(what: string): void {
    this.#told = what;
    this.requestUpdate();
  }

  #asked: Asked = {
    preset: (list) => {
      this.#tell('');
      this.bench!.setMachines(list);
    },
    // One more machine, like the last one: there is something to change it into.
    add: () => this.bench?.add(this.bench.machines.at(-1)?.changes ?? []),
    openTrace: () => this.renderRoot.querySelector<HTMLInputElement>('#trace')!.click(),
    share: () => void this.#share(),
    help: () => this.#help(),
  };

  #change(machine: Machine | null, changes: readonly Change[]): void {
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
    await this.#address.save(); // so that going back comes back here
    const { text } = await this.#tools.retarget(machine.session.goodText, changes);
    location.assign(await playgroundLink(text, 0));
  }

  async #share(): Promise<void> {
    await this.#address.save();
    try {
      await navigator.clipboard.writeText(location.href);
      this.#tell(strings.compare.copied);
    } catch {
      this.#tell(strings.compare.copyRefused);
    }
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
    this.travel.clock.stop();
    this.#told = '';
    try {
      const [first] = await readFiles(files.slice(0, 1), () => {}, new AbortController().signal);
      const text = await scenarioIn(first);
      if (text !== null) {
        bench.start(text, this.#twoKernels(text), 0);
        return;
      }
    } catch (e) {
      this.#tell(said(messageOf(e)));
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
    await this.#address.save(); // so that going back comes back here
    location.assign(await playgroundLink(e.text, e.at));
  };

  #help = (): void => this.renderRoot.querySelector<HTMLDialogElement>('#keys')!.showModal();

  #actions: CompareKeys = {
    play: () => this.travel.clock.toggle(),
    step: (by) => this.travel.step(by),
    stepIn: (machine, by) => this.travel.step(by, machine),
    jiffy: (by) => this.travel.jiffy(by),
    jump: (to, by) => this.travel.jump(to, by),
    difference: (by) => this.travel.difference(by),
    share: (of) => this.travel.share(of),
    speed: (by) => this.travel.faster(by),
    help: this.#help,
  };

  #keydown = (e: KeyboardEvent): void => {
    if (!this.bench || this.renderRoot.querySelector<HTMLDialogElement>('#keys')?.open) return;
    const inside = e.composedPath().includes(this) || e.target === document.body;
    if (inside && compareKey(e, this.#actions)) e.preventDefault();
  };
}

/** The machine whose element an event comes from. */
function machineOf(e: Event): Machine | null {
  for (const at of e.composedPath()) if (at instanceof HTMLElement && at.localName === 'blk-compared') return (at as unknown as { machine: Machine }).machine;
  return null;
}

define('blk-compare', BlkCompare);
