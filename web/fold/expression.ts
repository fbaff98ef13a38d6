import { Kind, letterOf } from './kinds.ts';
import type { RecordList } from './records.ts';
import type { MachineState } from './state.ts';

// What a search can ask of a moment:
//
//	depth > 8                      requests at the device
//	waiting >= 4 and plugged == 1  what unplug_thresh is compared with; the queue's plug
//	action == D and task == 2      the event's letter in blkparse, its task by number or name
//	sector > 1000 or not (sectors < 16)
//
// Names of the machine: depth waiting requests bios plugged head tags time (ms).
// Names of the event: action task sector sectors bio request cause.
// Between a name and a value: == != < <= > >= (= is ==); words are only equal or
// not. Joined by not, and, or; and binds closer; brackets group.

/** A moment: the machine after an event, and that event's record. */
export interface Moment {
  s: MachineState;
  r: RecordList;
  i: number;
}

export interface Expression {
  /** It asks about events: each that fits is one of its own. Else only where it begins to hold. */
  readonly each: boolean;
  test(at: Moment): boolean;
}

/** What is known by words: tasks by name, causes by number. */
export interface Names {
  tasks: ReadonlyMap<string, number>;
  causes: readonly { readonly name: string }[];
}

export type Fault = 'empty' | 'name' | 'operator' | 'value' | 'word' | 'task' | 'bracket' | 'rest';

/** What is wrong with an expression, and where: `found` begins at character `at`, from 0. */
export class ExpressionError extends Error {
  constructor(readonly fault: Fault, readonly at: number, readonly found: string) {
    super(`${fault} at ${at}: ${found}`);
  }
}

const machine: Record<string, (m: Moment) => number> = {
  depth: ({ s }) => s.inService,
  waiting: ({ s }) => s.waiting,
  requests: ({ s }) => s.requests.size,
  bios: ({ s }) => s.bios.size,
  plugged: ({ s }) => (s.plug.on ? 1 : 0),
  head: ({ s }) => s.head,
  tags: ({ s }) => s.tags.driver,
  time: ({ s }) => s.time / 1e6,
};

/** NaN fits no comparison: an event without sectors has none. */
const event: Record<string, (m: Moment) => number> = {
  task: ({ r, i }) => r.task(i),
  sector: ({ r, i }) => (placed(r.kind(i)) ? r.sector(i) : NaN),
  sectors: ({ r, i }) => (placed(r.kind(i)) ? r.sectors(i) : NaN),
  bio: ({ r, i }) => (r.bio(i) >= 0 ? r.bio(i) : NaN),
  request: ({ r, i }) => (r.req(i) >= 0 ? r.req(i) : NaN),
};

/** Every name that there is. */
export const expressionNames: readonly string[] = [...Object.keys(machine), 'action', ...Object.keys(event), 'cause'];

const letters = ['Q', 'M', 'F', 'G', 'S', 'R', 'D', 'C', 'P', 'U', 'UT', 'I', 'X', 'B', 'A', '·U'];

function placed(kind: number): boolean {
  return letterOf(kind) !== '' && kind !== Kind.Plug && kind !== Kind.Unplug && kind !== Kind.UnplugTimer;
}

type Test = (m: Moment) => boolean;

/** Reads an expression; throws an {@link ExpressionError}. */
export function readExpression(text: string, names: Names): Expression {
  const reader = new Reader(text, names);
  if (reader.done) throw new ExpressionError('empty', 0, '');
  const test = reader.or();
  if (!reader.done) throw reader.wrong('rest');
  return { each: reader.each, test };
}

interface Token {
  at: number;
  text: string;
}

class Reader {
  each = false;
  #tokens: Token[];
  #next = 0;

  constructor(readonly text: string, readonly names: Names) {
    this.#tokens = [...text.matchAll(/[()]|[=!<>]+|[^\s()=!<>]+/g)].map((m) => ({ at: m.index, text: m[0] }));
  }

  get done(): boolean {
    return this.#next >= this.#tokens.length;
  }

  wrong(fault: Fault, token = this.#tokens[this.#next]): ExpressionError {
    return new ExpressionError(fault, token?.at ?? this.text.length, token?.text ?? '');
  }

  or(): Test {
    const tests = [this.#and()];
    while (this.#take('or')) tests.push(this.#and());
    return tests.length === 1 ? tests[0] : (m) => tests.some((t) => t(m));
  }

  #and(): Test {
    const tests = [this.#not()];
    while (this.#take('and')) tests.push(this.#not());
    return tests.length === 1 ? tests[0] : (m) => tests.every((t) => t(m));
  }

  #not(): Test {
    if (this.#take('not')) {
      const test = this.#not();
      return (m) => !test(m);
    }
    const open = this.#tokens[this.#next];
    if (!this.#take('(')) return this.#comparison();
    const test = this.or();
    if (!this.#take(')')) throw this.done ? this.wrong('bracket', open) : this.wrong('rest');
    return test;
  }

  #comparison(): Test {
    const name = this.#tokens[this.#next];
    if (!name || !expressionNames.includes(name.text)) throw this.wrong('name');
    this.#next++;
    const operator = this.#tokens[this.#next];
    const compare = operators[operator?.text ?? ''];
    if (!compare) throw this.wrong('operator');
    this.#next++;
    const value = this.#tokens[this.#next];
    if (!value || /^[()=!<>]/.test(value.text)) throw this.wrong('value');
    this.#next++;
    if (name.text in machine) return this.#numbers(machine[name.text], compare, this.#number(value));
    this.each = true;
    if (name.text === 'action' || name.text === 'cause') return this.#words(name.text, operator, value);
    return this.#numbers(event[name.text], compare, name.text === 'task' ? this.#task(value) : this.#number(value));
  }

  #numbers(get: (m: Moment) => number, compare: (a: number, b: number) => boolean, value: number): Test {
    return (m) => {
      const n = get(m);
      return !Number.isNaN(n) && compare(n, value);
    };
  }

  #words(name: string, operator: Token, value: Token): Test {
    const equal = operator.text !== '!=';
    if (!['=', '==', '!='].includes(operator.text)) throw this.wrong('operator', operator);
    if (name === 'cause') {
      const causes = this.names.causes;
      if (!causes.some((c) => c?.name === value.text)) throw this.wrong('word', value);
      return ({ r, i }) => (causes[r.cause(i)]?.name === value.text) === equal;
    }
    const letter = value.text.toUpperCase().replace(/^\.U$/, '·U');
    if (!letters.includes(letter)) throw this.wrong('word', value);
    return ({ r, i }) => ((letterOf(r.kind(i)) || (r.kind(i) === Kind.PlugOff ? '·U' : '')) === letter) === equal;
  }

  #number(token: Token): number {
    if (!/^\d+(\.\d+)?$/.test(token.text)) throw this.wrong('value', token);
    return Number(token.text);
  }

  #task(token: Token): number {
    if (/^\d+$/.test(token.text)) return Number(token.text);
    const id = this.names.tasks.get(token.text);
    if (id === undefined) throw this.wrong('task', token);
    return id;
  }

  #take(text: string): boolean {
    if (this.#tokens[this.#next]?.text !== text) return false;
    this.#next++;
    return true;
  }
}

const operators: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
