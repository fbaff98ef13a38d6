// Reads and edits a scenario text line by line, so that what a hand does shows up
// in the text as a person would have written it. Whether the text is right is
// the engine's to say; here an odd line is simply left alone.

const statements = ['version', 'kernel', 'elevator', 'hz', 'queue', 'device', 'what_if', 'lenient', 'task', 'at'];

export interface TaskLine {
  id: number;
  name: string;
  parent: number; // 0: none
  ioprio: number; // class << 13 | level, 0: none
}

/** What the text says of the machine. Numbers that it does not give are absent. */
export interface Setup {
  kernel: string;
  elevator: string; // '' if not named
  hz?: number;
  tunables: Record<string, number>;
  queue: Record<string, number>;
  model: string;
  device: Record<string, number>; // times in ns, by the name without unit: depth, base, per_sector, seek_per_1024, seek_max
  tasks: TaskLine[];
  title: string; // the first comment
}

const unitNs: Record<string, number> = { ns: 1, us: 1e3, ms: 1e6, s: 1e9 };

/** Reads the machine's description and the tasks' names. */
export function readSetup(text: string): Setup {
  const setup: Setup = { kernel: '', elevator: '', tunables: {}, queue: {}, model: '', device: {}, tasks: [], title: '' };
  for (const line of text.split('\n')) {
    const comment = /#\s*(.*\S)/.exec(line);
    if (comment && setup.title === '') setup.title = comment[1];
    const [word, ...rest] = wordsOf(line);
    switch (word) {
      case 'kernel':
        setup.kernel = rest[0] ?? '';
        break;
      case 'elevator':
        if (/^\s/.test(line) && setup.tasks.length > 0) break; // an op
        setup.elevator = rest[0] === 'anticipatory' ? 'as' : (rest[0] ?? '');
        readPairs(rest, setup.tunables);
        break;
      case 'hz':
        setup.hz = Number(rest[0]);
        break;
      case 'queue':
        readPairs(rest, setup.queue);
        break;
      case 'device':
        setup.model = rest[0] ?? '';
        readDevice(rest, setup.device);
        break;
      case 'task':
        setup.tasks.push(readTask(rest));
    }
  }
  return setup;
}

function readPairs(words: string[], into: Record<string, number>): void {
  for (const w of words) {
    const [key, value] = w.split('=');
    if (value !== undefined) into[key] = Number(value);
  }
}

function readDevice(words: string[], into: Record<string, number>): void {
  for (const w of words) {
    const [key, value] = w.split('=');
    if (value === undefined) continue;
    const unit = /_(ns|us|ms|s)(?=_|$)/.exec(key);
    if (unit) into[key.replace(unit[0], '')] = Number(value) * unitNs[unit[1]];
    else into[key] = Number(value);
  }
}

function readTask(words: string[]): TaskLine {
  const task: TaskLine = { id: Number(words[0]), name: `task${words[0]}`, parent: 0, ioprio: 0 };
  for (const w of words) {
    const [key, value] = w.split('=');
    if (key === 'name' && value) task.name = value;
    if (key === 'parent') task.parent = Number(value);
    if (key === 'ioprio') task.ioprio = readIOPrio(value ?? '');
  }
  return task;
}

function readIOPrio(word: string): number {
  const [name, level] = word.split('/');
  return (Math.max(0, ['none', 'rt', 'be', 'idle'].indexOf(name)) << 13) | Number(level ?? 0);
}

/** Changes the value behind a statement's word (kernel, elevator, hz), adding the line if there is none. */
export function setWord(text: string, statement: string, value: string): string {
  return edit(text, statement, (line) => {
    const m = /^(\s*\S+)(\s+[^\s#=]+(?=\s|$))?/.exec(line)!;
    return m[1] + ' ' + value + line.slice(m[0].length);
  });
}

/** Changes key=value of a statement, adding what is not there; null takes the key away. */
export function setPair(text: string, statement: string, key: string, value: number | null): string {
  return edit(text, statement, (line) => {
    const found = new RegExp(`(\\s)${key}=\\S*`);
    if (value === null) {
      const less = line.replace(found, '');
      return wordsOf(less).length < 2 ? null : less;
    }
    if (found.test(line)) return line.replace(found, `$1${key}=${value}`);
    const comment = line.indexOf('#');
    const body = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    return `${body} ${key}=${value}` + (comment < 0 ? '' : ' ' + line.slice(comment));
  });
}

/** Takes every tunable from the elevator line: they are another elevator's. */
export function dropTunables(text: string): string {
  return edit(text, 'elevator', (line) => line.replace(/\s+[^\s=#]+=\S+/g, ''));
}

/** Adds lines "at TIME ..." behind the last one that is not later. */
export function addAt(text: string, timeNs: number, ops: string[]): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  let place = lines.length;
  while (place > 0) {
    const words = wordsOf(lines[place - 1]);
    if (words.length > 0 && (words[0] !== 'at' || parseTime(words[1]) <= timeNs)) break;
    place--;
  }
  lines.splice(place, 0, ...ops.map((op) => `at ${formatTime(timeNs)} ${op}`));
  return lines.join('\n') + '\n';
}

/** Adds "at TIME set NAME VALUE", or changes the value if that very instant sets it already. */
export function setAt(text: string, timeNs: number, name: string, value: number): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => {
    const words = wordsOf(line);
    return words[0] === 'at' && parseTime(words[1]) === timeNs && words[2] === 'set' && words[3] === name;
  });
  if (at < 0) return addAt(text, timeNs, [`set ${name} ${value}`]);
  lines[at] = lines[at].replace(/(set\s+\S+\s+)\S+/, `$1${value}`);
  return lines.join('\n');
}

/** Adds a task without ops behind the last task. */
export function addTask(text: string, id: number, name: string): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  let place = lines.length;
  while (place > 0 && (wordsOf(lines[place - 1])[0] ?? 'at') === 'at') place--;
  lines.splice(place, 0, `task ${id} name=${name}`);
  return lines.join('\n') + '\n';
}

/** ns of a time as the text writes it, NaN if it is none. */
export function parseTime(word: string): number {
  const m = /^(\d+(?:\.\d+)?)(ns|us|ms|s)$/.exec(word);
  if (!m) return word === '0' ? 0 : NaN;
  return Math.round(Number(m[1]) * unitNs[m[2]]);
}

/** A time in the largest unit that needs at most six digits behind the point. */
export function formatTime(ns: number): string {
  if (ns === 0) return '0ms';
  return `${Math.trunc(ns / 1e6)}${fraction(ns % 1e6)}ms`;
}

function fraction(ns: number): string {
  return ns === 0 ? '' : '.' + String(ns).padStart(6, '0').replace(/0+$/, '');
}

function wordsOf(line: string): string[] {
  const comment = line.indexOf('#');
  return (comment < 0 ? line : line.slice(0, comment)).trim().split(/\s+/).filter(Boolean);
}

/** Applies `change` to the statement's line; null takes the line away. */
function edit(text: string, statement: string, change: (line: string) => string | null): string {
  const lines = text.split('\n');
  const rank = statements.indexOf(statement);
  let behind = 0;
  for (let i = 0; i < lines.length; i++) {
    const word = wordsOf(lines[i])[0];
    if (word === statement) return replaced(lines, i, 1, change(lines[i]));
    if (word === 'task' || word === 'at') break;
    if (word !== undefined && statements.indexOf(word) < rank) behind = i + 1;
  }
  const line = change(statement);
  return line === null || line === statement ? text : replaced(lines, behind, 0, line);
}

function replaced(lines: string[], at: number, count: number, line: string | null): string {
  lines.splice(at, count, ...(line === null ? [] : [line]));
  return lines.join('\n');
}

/** How many bios the text's lines submit, for showing progress. */
export function countBios(text: string): number {
  let bios = 0;
  for (const m of text.matchAll(/\b(?:write|read|stream)\b[^\n#]*/g)) {
    const many = /\bx(\d+)\b|\bcount=(\d+)/.exec(m[0]);
    bios += many ? Number(many[1] ?? many[2]) : 1;
  }
  return bios;
}
