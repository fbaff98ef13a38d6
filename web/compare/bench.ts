import type { Engine } from '../engine/engine.ts';
import type { Change, Loss, Numbers, Tools } from '../engine/tools.ts';
import type { BioLife } from '../fold/index.ts';
import { Counting } from '../playground/numbers.ts';
import { messageOf, Session } from '../playground/session.ts';
import type { View } from '../playground/view.ts';
import { writeChanges } from './changes.ts';
import { byTask, differences, type Differences, type Span } from './differences.ts';

const none: Differences = { spans: [], first: null };

/** One of the machines that do the same work: the scenario with changes. */
export class Machine {
  losses: readonly Loss[] = [];
  failure = ''; // why the scenario cannot be on this machine; the run before stays
  readonly session: Session;
  readonly counting: Counting;
  #differences: { a: unknown; b: unknown; what: Differences } | null = null;
  #bios: { of: unknown; byTask: Map<number, BioLife[]> } | null = null;

  constructor(
    public changes: readonly Change[],
    engine: Engine,
    tools: Tools,
    changed: () => void,
  ) {
    this.session = new Session(changed);
    this.session.engine = engine;
    this.counting = new Counting(tools, changed);
  }

  get numbers(): Numbers | null {
    this.counting.of(this.session.goodText);
    return this.counting.numbers;
  }

  /** Where this run differs from that of `first`. */
  differencesFrom(first: Machine): Differences {
    const a = first.session.index;
    const b = this.session.index;
    if (first === this || a.bios.length === 0 || b.bios.length === 0) return none;
    if (this.#differences?.a !== a || this.#differences.b !== b) this.#differences = { a, b, what: differences(a, b) };
    return this.#differences.what;
  }

  get bios(): Map<number, BioLife[]> {
    const { index } = this.session;
    if (this.#bios?.of !== index) this.#bios = { of: index, byTask: byTask(index) };
    return this.#bios.byTask;
  }

  /** This run's bios that are those of another machine's run. */
  same(of: Machine, bios: readonly number[]): number[] {
    if (of === this) return [...bios];
    const list: number[] = [];
    for (const id of bios) {
      const bio = of.session.index.bios[id];
      const n = bio ? (of.bios.get(bio.task)?.indexOf(bio) ?? -1) : -1;
      const mine = n < 0 ? undefined : this.bios.get(bio.task)?.[n];
      if (mine) list.push(mine.id);
    }
    return list;
  }
}

export const machinesMost = 6;

/** Machines that do one scenario's work, and the one instant at which all are looked at. */
export class Bench {
  text = '';
  machines: Machine[] = [];
  now = 0;
  range: readonly [number, number] = [0, 1];
  #whole = true; // the window is the whole run

  constructor(
    readonly engine: Engine,
    readonly tools: Tools,
    readonly changed: () => void,
  ) {}

  /** Begins with a scenario and the machines that are to do it. */
  start(text: string, machines: readonly (readonly Change[])[], at: number): void {
    this.text = text;
    this.now = at;
    this.#whole = true;
    this.setMachines(machines);
  }

  setMachines(list: readonly (readonly Change[])[]): void {
    this.machines = list.slice(0, machinesMost).map((changes) => this.#machine(changes));
    for (const m of this.machines) void this.#put(m);
    this.changed();
  }

  add(changes: readonly Change[]): void {
    if (this.machines.length >= machinesMost) return;
    const m = this.#machine(changes);
    this.machines = [...this.machines, m];
    void this.#put(m);
    this.changed();
  }

  remove(machine: Machine): void {
    if (this.machines.length > 1) this.machines = this.machines.filter((m) => m !== machine);
    this.changed();
  }

  /** Makes the next machine the one that the others are held against. */
  swap(): void {
    const [first, second, ...rest] = this.machines;
    if (second) this.machines = [second, first, ...rest];
    this.changed();
  }

  change(machine: Machine, changes: readonly Change[]): void {
    machine.changes = changes;
    void this.#put(machine);
    this.changed();
  }

  #machine(changes: readonly Change[]): Machine {
    return new Machine(changes, this.engine, this.tools, () => this.#ran());
  }

  /** Puts the scenario on the machine; of several changes at once the last counts. */
  async #put(machine: Machine): Promise<void> {
    const { changes } = machine;
    const { text } = this;
    try {
      const { text: own, losses } = changes.length === 0 ? { text, losses: [] } : await this.tools.retarget(text, changes);
      if (machine.changes !== changes || this.text !== text) return;
      machine.losses = losses;
      machine.failure = '';
      machine.session.setText(own);
    } catch (e) {
      if (machine.changes !== changes || this.text !== text) return;
      machine.failure = messageOf(e);
    }
    this.changed();
  }

  #ran(): void {
    if (this.#whole) this.range = [0, this.end];
    for (const m of this.machines) {
      const at = Math.min(this.now, m.session.end);
      if (m.session.busy === null && m.session.now !== at && m.session.index.steps.length > 0) m.session.seekTime(at);
    }
    this.changed();
  }

  /** Where any machine differs from the first, in order of time; they may overlap. */
  get spans(): readonly Span[] {
    const [first, ...others] = this.machines;
    const lists = others.map((m) => m.differencesFrom(first).spans);
    if (lists.length !== this.#spansOf.length || lists.some((l, i) => l !== this.#spansOf[i])) {
      this.#spansOf = lists;
      this.#spans = lists.flat().sort((a, b) => a.from - b.from);
    }
    return this.#spans;
  }
  #spansOf: readonly (readonly Span[])[] = [];
  #spans: readonly Span[] = [];

  /** How far time can go on any machine, ns. */
  get end(): number {
    return Math.max(1, ...this.machines.map((m) => (m.session.goodText === '' ? 0 : m.session.end)));
  }

  seek(time: number): void {
    this.now = Math.max(0, Math.min(time, this.end));
    const [from, to] = this.range;
    if (this.now < from || this.now > to) this.setRange(this.now - (to - from) * 0.3, this.now + (to - from) * 0.7);
    for (const m of this.machines) m.session.seekTime(this.now);
    this.changed();
  }

  setRange(from: number, to: number): void {
    const span = Math.min(to - from, this.end);
    const begin = Math.max(0, Math.min(from, this.end - span));
    this.#whole = span >= this.end * 0.999;
    this.range = [begin, begin + span];
    this.changed();
  }

  /** The instant of the next (or with -1 previous) step of these machines, of these kinds if any are named; -1 if there is none. */
  nextStep(machines: readonly Machine[], direction: 1 | -1, kinds?: readonly number[]): number {
    let best = -1;
    for (const { session } of machines) {
      const { index } = session;
      let k = index.stepAt(this.now) + (direction > 0 ? 1 : 0);
      const fits = (step: number): boolean =>
        index.timeOf(step) !== this.now && (!kinds || kinds.includes(index.records.kind(index.steps[step])));
      while (k >= 0 && k < index.steps.length && !fits(k)) k += direction;
      if (k < 0 || k >= index.steps.length) continue;
      const time = index.timeOf(k);
      if (best < 0 || (direction > 0 ? time < best : time > best)) best = time;
    }
    return best;
  }

  /** A machine at the common instant, on the common clock. */
  view(machine: Machine): View {
    return { ...machine.session.view(), now: this.now, end: this.end };
  }

  light(from: Machine | null, bios: readonly number[] | null): void {
    for (const m of this.machines) m.session.lit = bios && from ? new Set(m.same(from, bios)) : null;
    this.changed();
  }

  /** The machines as a link has them. */
  get words(): string[] {
    return this.machines.map((m) => writeChanges(m.changes));
  }
}
