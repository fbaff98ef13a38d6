// Edits the lines of a scenario text that choose the device and what no kernel
// does. The models are those of core/scenario/device.go.

import { setPair } from './text.ts';

export interface DeviceModel {
  readonly name: string;
  readonly text: string;
  readonly times: readonly DeviceTime[]; // besides depth
}

/** A time of a device model; in the text its unit stands within the name. */
export interface DeviceTime {
  readonly name: string; // as readSetup names it
  readonly key: string; // as the text writes it, in microseconds or nanoseconds
  readonly unitNs: number;
  readonly unit: string;
  readonly default: number; // ns
  readonly text: string;
}

const linear: readonly DeviceTime[] = [
  { name: 'base', key: 'base_us', unitNs: 1000, unit: 'µs', default: 100_000, text: 'what every request costs' },
  { name: 'per_sector', key: 'per_sector_ns', unitNs: 1, unit: 'ns', default: 1000, text: 'what each sector adds' },
  { name: 'seek_per_1024', key: 'seek_ns_per_1024', unitNs: 1, unit: 'ns', default: 0, text: 'what 1024 sectors between head and request add' },
  { name: 'seek_max', key: 'seek_max_us', unitNs: 1000, unit: 'µs', default: 0, text: 'the longest seek; 0: none at all' },
];

export const deviceModels: readonly DeviceModel[] = [
  { name: 'linear', text: 'service = base + sectors × per_sector + seek, no more', times: linear },
  { name: 'hp97560', text: 'a disk of the early 1990s, 4002 rpm', times: [] },
  { name: 'atlas10k', text: 'a disk of 1999, 10025 rpm', times: [] },
  { name: 'ssd', text: 'flash pages on eight channels', times: [] },
  { name: 'table', text: 'times from D to C by length and distance, as measured', times: [] },
];

/** Writes the device line anew: another model has other parameters, only the depth stays. */
export function setModel(text: string, model: string, depth: number): string {
  return withLine(text, 'device', `device ${model} depth=${depth}`);
}

/** Changes a time of the linear device, in the unit of its key. */
export function setDeviceTime(text: string, time: DeviceTime, value: number): string {
  let changed = text;
  for (const unit of ['ns', 'us', 'ms', 's']) {
    const other = time.key.replace(/_(ns|us)(?=_|$)/, `_${unit}`);
    if (other !== time.key) changed = setPair(changed, 'device', other, null);
  }
  changed = setPair(changed, 'device', time.key, value);
  return changed.replace(/^(\s*device)(?=\s+\S+=)/m, '$1 linear'); // a line made anew must name its model
}

/** Changes a tunable of the elevator that the text attaches; `elevator` names it where the text does not. */
export function setTunable(text: string, elevator: string, name: string, value: number): string {
  return setPair(text, 'elevator', name, value).replace(/^(\s*elevator)(?=\s+\S+=)/m, `$1 ${elevator}`);
}

/** The words of the what_if line. */
export function whatIfOf(text: string): string[] {
  const line = /^[ \t]*what_if\b([^\n#]*)/m.exec(text);
  return line ? line[1].trim().split(/\s+/).filter(Boolean) : [];
}

/** Turns a word of the what_if line on or off; the line goes with its last word. */
export function setWhatIf(text: string, word: string, on: boolean): string {
  const words = whatIfOf(text).filter((w) => w !== word);
  if (on) words.push(word);
  return withLine(text, 'what_if', words.length === 0 ? null : `what_if ${words.join(' ')}`);
}


/** Replaces a statement's line, or puts it before the first task. */
function withLine(text: string, statement: string, line: string | null): string {
  const lines = text.split('\n');
  const found = lines.findIndex((l) => l.trim().split(/\s+/)[0] === statement);
  if (found >= 0) {
    lines.splice(found, 1, ...(line === null ? [] : [line]));
    return lines.join('\n');
  }
  if (line === null) return text;
  const first = lines.findIndex((l) => /^\s*(task|at)\b/.test(l));
  if (first >= 0) lines.splice(first, 0, line);
  else return text.replace(/\n*$/, '\n') + line + '\n';
  return lines.join('\n');
}
