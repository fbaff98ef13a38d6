import type { Change } from '../engine/machines.ts';
import type { KernelInfo } from '../engine/engine.ts';

// What a machine has otherwise than the scenario, as one writes it:
// "kernel=4.4 elevator=noop unplug_thresh=8".

export function readChanges(words: string): Change[] {
  return words
    .split(/[\s,]+/)
    .map((w) => w.split('='))
    .filter(([name, value]) => name && value)
    .map(([name, value]) => ({ name, value }));
}

export function writeChanges(changes: readonly Change[]): string {
  return changes.map((c) => `${c.name}=${c.value}`).join(' ');
}

export function changed(changes: readonly Change[], name: string): string | null {
  return changes.find((c) => c.name === name)?.value ?? null;
}

/** Changes with one more, or with null one less; another elevator takes along no tunables. */
export function withChange(changes: readonly Change[], name: string, value: string | null): Change[] {
  const at = changes.findIndex((c) => c.name === name);
  const list = [...changes];
  if (value === null) list.splice(at, at < 0 ? 0 : 1);
  else list.splice(at < 0 ? list.length : at, at < 0 ? 0 : 1, { name, value });
  return list;
}

/** Changes to another kernel: what that kernel and its elevators do not know goes. */
export function onKernel(changes: readonly Change[], kernel: KernelInfo): Change[] {
  const names = new Set([...general, ...kernel.queue.map((p) => p.name), ...kernel.whatIf]);
  const kept = changes.filter(
    (c) => names.has(c.name) || (c.name === 'elevator' && kernel.elevators.some((e) => e.name === c.value)),
  );
  return withChange(kept, 'kernel', kernel.name);
}

const general = ['kernel', 'hz', 'device', 'depth', 'base_us', 'per_sector_ns', 'seek_ns_per_1024', 'seek_max_us'];

/** A setting that can be chosen, with what is known of it. */
export interface Choice {
  name: string;
  text: string;
  unit: string;
  default: string;
  values?: readonly string[]; // where it is a word
}

/** What can be set on a machine besides its kernel and elevator. */
export function choicesOf(kernel: KernelInfo | undefined, elevator: string, linear: boolean): Choice[] {
  const numbers = [
    { name: 'hz', text: '', unit: 'Hz', default: '250' },
    { name: 'depth', text: '', unit: 'requests', default: '1' },
  ];
  if (linear) {
    numbers.push(
      { name: 'base_us', text: '', unit: 'us', default: '100' },
      { name: 'per_sector_ns', text: '', unit: 'ns', default: '1000' },
      { name: 'seek_ns_per_1024', text: '', unit: 'ns', default: '0' },
      { name: 'seek_max_us', text: '', unit: 'us', default: '0' },
    );
  }
  const params = [...(kernel?.queue ?? []), ...(kernel?.elevators.find((e) => e.name === elevator)?.tunables ?? [])];
  return [
    ...params.map((p) => ({ name: p.name, text: p.text, unit: p.unit, default: String(p.default) })),
    ...numbers,
    { name: 'device', text: '', unit: '', default: 'linear', values: ['linear', 'hp97560', 'atlas10k', 'ssd'] },
    ...(kernel?.whatIf ?? []).map((name) => ({ name, text: '', unit: '', default: '0', values: ['0', '1'] })),
  ];
}

/** The machines of "three kernels". */
export function threeKernels(kernels: readonly KernelInfo[]): Change[][] {
  return kernels.map((k) => [{ name: 'kernel', value: k.name }]);
}

/** The machines of "all elevators of this kernel". */
export function allElevators(kernel: KernelInfo): Change[][] {
  return kernel.elevators.map((e) => [
    { name: 'kernel', value: kernel.name },
    { name: 'elevator', value: e.name },
  ]);
}

/** "1", "2", ... of a list as a person writes it: 1,2,4 or 1..32 or 0..100:10; null if it is none. */
export function readValues(text: string, most = 400): string[] | null {
  const list: string[] = [];
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const range = /^(-?\d+)\.\.(-?\d+)(?::(\d+))?$/.exec(word);
    if (!range) {
      if (!/^[\w.-]+$/.test(word)) return null;
      list.push(word);
      continue;
    }
    const [from, to, step] = [Number(range[1]), Number(range[2]), Number(range[3] ?? 1)];
    if (step < 1 || to < from || (to - from) / step >= most) return null;
    for (let v = from; v <= to; v += step) list.push(String(v));
  }
  return list.length > 0 && list.length <= most ? list : null;
}
