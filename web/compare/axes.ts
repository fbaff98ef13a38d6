import type { KernelInfo } from '../engine/engine.ts';
import type { Axis } from '../engine/machines.ts';
import type { View } from '../playground/view.ts';
import { choicesOf, readValues } from './changes.ts';

export const cellsMost = 2500;

/** What an axis can be on a machine: every setting, and its kernel and elevator. */
export function axisNames(kernel: KernelInfo | undefined, view: View): string[] {
  const linear = (view.machine.setup.model || 'linear') === 'linear';
  return [...choicesOf(kernel, view.machine.elevator, linear).map((c) => c.name), 'elevator', 'kernel'];
}

/** The axes to begin with: what unplugs, or where nothing does, what sorts and how deep the device is. */
export function firstAxes(queuePlug: boolean): readonly [x: string, y: string] {
  return queuePlug ? ['unplug_thresh', 'unplug_delay_ms'] : ['depth', 'elevator'];
}

const usual: Record<string, string> = {
  unplug_thresh: '1,2,3,4,5,6,8,10,12,16,24,32',
  unplug_delay_ms: '1,2,3,4,5,6,8,10,12,16,20,24',
  hz: '100,250,300,1000',
  depth: '1,2,4,8,16,32',
  nr_requests: '4,8,16,32,64,128',
  base_us: '50,100,200,400,800,1600',
  per_sector_ns: '250,500,1000,2000,4000,8000',
  seek_ns_per_1024: '0,35000,70000,140000,280000',
  seek_max_us: '0,500,1000,2000,4000',
  device: 'linear,hp97560,atlas10k,ssd',
};

/** Values to begin with, as a person writes them. */
export function usualValues(name: string, kernels: readonly KernelInfo[], kernel: KernelInfo | undefined, elevator: string): string {
  if (name === 'kernel') return kernels.map((k) => k.name).join(',');
  if (name === 'elevator') return (kernel?.elevators ?? []).map((e) => e.name).join(',');
  if (kernel?.whatIf.includes(name)) return '0,1';
  if (usual[name]) return usual[name];
  const params = [...(kernel?.queue ?? []), ...(kernel?.elevators.find((e) => e.name === elevator)?.tunables ?? [])];
  const p = params.find((x) => x.name === name);
  if (!p) return '';
  if (p.max <= 2) return Array.from({ length: p.max + 1 }, (_, i) => i).join(',');
  if (p.default === 0) return [0, 1, 2, 4, 8, 16].join(',');
  const around = [p.default / 8, p.default / 4, p.default / 2, p.default, p.default * 2, p.default * 4];
  const whole = around.map((v) => Math.max(p.min, Math.min(p.max, Math.round(v))));
  return [...new Set(whole)].join(',');
}

/** "unplug_thresh=1..32" as an axis; null if its values are none. '' and a name alone are the empty axis. */
export function readAxis(words: string): Axis | null {
  const at = words.indexOf('=');
  if (at <= 0) return { name: '', values: [] };
  const values = readValues(words.slice(at + 1), cellsMost);
  return values && { name: words.slice(0, at), values };
}

/** What a machine has now, as an axis would have it. */
export function ownValue(name: string, view: View, kernel: KernelInfo | undefined): string {
  const { machine } = view;
  const { setup } = machine;
  switch (name) {
    case '':
      return '';
    case 'kernel':
      return machine.kernel;
    case 'elevator':
      return machine.elevator;
    case 'hz':
      return String(machine.hz);
    case 'depth':
      return String(machine.depth);
    case 'device':
      return setup.model || 'linear';
  }
  const queue = setup.queue[name] ?? kernel?.queue.find((p) => p.name === name)?.default;
  if (queue !== undefined) return String(queue);
  const tunable = machine.value(name);
  if (!Number.isNaN(tunable)) return String(tunable);
  const time = /^(base|per_sector|seek_max)_(us|ns)$/.exec(name);
  if (time) return String((setup.device[time[1]] ?? (time[1] === 'base' ? 100_000 : time[1] === 'per_sector' ? 1000 : 0)) / (time[2] === 'us' ? 1000 : 1));
  if (name === 'seek_ns_per_1024') return String(setup.device.seek_per_1024 ?? 0);
  return '0'; // a what_if that the text does not turn on; one that it does is marked by no cell
}
