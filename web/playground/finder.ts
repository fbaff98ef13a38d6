import { ExpressionError, readExpression } from '../fold/expression.ts';
import type { RunIndex } from '../fold/index.ts';
import { Kind } from '../fold/kinds.ts';
import { Search } from '../fold/search.ts';
import { fill, strings } from '../strings.ts';
import { taskName, type Marker, type View } from './view.ts';

const sliceMs = 6;
const firstSliceMs = 30;

/** What the finder needs of a session. */
export interface Findable {
  readonly index: RunIndex;
  readonly step: number;
  readonly now: number;
  markers: readonly Marker[];
  view(): View;
  seekStep(step: number): void;
  seekTime(time: number): void;
  seekRecord(record: number): void;
}

/** Goes to what somebody looks for: a sleep, an expression, a marker. */
export class Finder {
  open = false;
  text = '';
  said = ''; // what came of the last search
  wrong: { at: number; length: number; text: string } | null = null;
  progress: number | null = null; // 0..1 while it searches
  #search: { search: Search; frame: number } | null = null;

  constructor(readonly session: Findable, readonly go: (move: () => void) => void, readonly changed: () => void) {}

  /** Takes what is typed; nothing is searched yet. */
  type(text: string): void {
    this.text = text;
    this.said = '';
    this.#read();
    this.changed();
  }

  /** Looks for the next or previous moment at which the expression holds. */
  find(direction: 1 | -1): void {
    this.cancel();
    this.said = '';
    const expression = this.#read();
    if (!expression) {
      this.changed();
      return;
    }
    const { session } = this;
    const search = new Search(session.index, expression, session.step, direction);
    const job = { search, frame: 0 };
    this.#search = job;
    const work = (budget: number): void => {
      if (this.#search !== job) return;
      if (search.index === session.index && search.advance(budget)) {
        this.progress = search.progress;
        this.changed();
        job.frame = requestAnimationFrame(() => work(sliceMs));
        return;
      }
      this.#search = null;
      this.progress = null;
      if (search.index !== session.index) this.said = '';
      else if (search.found < 0) this.said = direction > 0 ? strings.find.noNext : strings.find.noPrevious;
      else this.go(() => session.seekStep(search.found));
      this.changed();
    };
    work(firstSliceMs);
  }

  cancel(): void {
    if (!this.#search) return;
    cancelAnimationFrame(this.#search.frame);
    this.#search = null;
    this.progress = null;
    this.said = strings.find.cancelled;
    this.changed();
  }

  /** To the next or previous moment at which a task goes to sleep. */
  sleep(direction: 1 | -1): void {
    const { session } = this;
    const { index } = session;
    const r = index.records;
    for (let i = session.view().state.applied - 1 + (direction > 0 ? 1 : 0); i >= 0 && i < index.indexed; i += direction) {
      if (r.kind(i) !== Kind.TaskSleep && r.kind(i) !== Kind.SleepRequest) continue;
      if (r.time(i) === session.now && index.stepBefore(i) === session.step) continue; // what is shown already
      this.go(() => session.seekRecord(i));
      return;
    }
  }

  /** Puts a marker at this instant, or takes it away. */
  mark(): void {
    const { session } = this;
    const time = session.now;
    const others = session.markers.filter((m) => m.time !== time);
    session.markers = others.length < session.markers.length ? others : byTime([...others, { time, name: this.#name() }]);
    this.changed();
  }

  rename(time: number, name: string): void {
    this.session.markers = this.session.markers.map((m) => (m.time === time ? { time, name } : m));
    this.changed();
  }

  remove(time: number): void {
    this.session.markers = this.session.markers.filter((m) => m.time !== time);
    this.changed();
  }

  /** To the next or previous marker. */
  marker(direction: 1 | -1): void {
    const { session } = this;
    const ahead = session.markers.filter((m) => (direction > 0 ? m.time > session.now : m.time < session.now));
    const to = direction > 0 ? ahead[0] : ahead.at(-1);
    if (to) this.go(() => session.seekTime(to.time));
  }

  /** The first number that no marker has. */
  #name(): string {
    const taken = new Set(this.session.markers.map((m) => m.name));
    let n = 1;
    while (taken.has(String(n))) n++;
    return String(n);
  }

  #read() {
    const view = this.session.view();
    const tasks = new Map(view.index.tasks.map((id) => [taskName(view, id), id]));
    this.wrong = null;
    try {
      return readExpression(this.text, { tasks, causes: view.causes });
    } catch (e) {
      if (!(e instanceof ExpressionError)) throw e;
      if (e.fault !== 'empty') this.wrong = { at: e.at, length: e.found.length, text: fill(strings.find.faults[e.fault], { found: e.found, column: e.at + 1 }) };
      return null;
    }
  }
}

function byTime(markers: Marker[]): Marker[] {
  return markers.sort((a, b) => a.time - b.time);
}
