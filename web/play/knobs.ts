import { html, nothing, type TemplateResult } from 'lit';
import { dropTunables, setPair, setWord } from '../scenario/text.ts';
import { strings } from '../strings.ts';
import type { Shown } from './shown.ts';

const rates = [100, 250, 300, 1000];

/**
 * The settings that an author gives the reader, by their names in a scenario:
 * kernel, elevator, hz, depth, and whatever the queue or the elevator has. A
 * name that this machine lacks shows nothing.
 */
export function knobs(s: Shown): TemplateResult | typeof nothing {
  const list = s.controls.map((name) => knob(s, name)).filter((k) => k !== nothing);
  if (list.length === 0) return nothing;
  return html`<div class="knobs" role="group" aria-label=${strings.player.knobs}>${list}</div>`;
}

function knob(s: Shown, name: string): TemplateResult | typeof nothing {
  const { machine } = s.view;
  const { engine } = s.session;
  const { info } = machine;
  switch (name) {
    case 'kernel':
      return choice(name, machine.kernel, engine?.description.kernels.map((k) => k.name) ?? [], (v) => s.edit((text) => setWord(text, 'kernel', v)));
    case 'elevator':
      return choice(name, machine.elevator, info?.elevators.map((e) => e.name) ?? [], (v) => s.edit((text) => setWord(dropTunables(text), 'elevator', v)));
    case 'hz':
      return choice('HZ', String(machine.hz), [...new Set([...rates, machine.hz])].map(String), (v) => s.edit((text) => setWord(text, 'hz', v)));
    case 'depth':
      return number(name, machine.depth, 1, 256, (v) => s.edit((text) => setPair(text, 'device', 'depth', v)));
  }
  const ofQueue = info?.queue.find((p) => p.name === name);
  const p = ofQueue ?? info?.elevators.find((e) => e.name === machine.elevator)?.tunables.find((t) => t.name === name);
  if (!p) return nothing;
  return number(name, machine.value(name), p.min, p.max, (v) => s.edit((text) => setPair(text, ofQueue ? 'queue' : 'elevator', name, v)));
}

function choice(name: string, value: string, values: readonly string[], set: (value: string) => void): TemplateResult {
  return html`<label>${name}
    <select @change=${(e: Event) => set((e.target as HTMLSelectElement).value)}>${values.map((v) => html`<option .selected=${v === value}>${v}</option>`)}</select></label>`;
}

function number(name: string, value: number, least: number, most: number, set: (value: number) => void): TemplateResult {
  const change = (e: Event): void => {
    const input = e.target as HTMLInputElement;
    if (input.checkValidity() && input.value !== '') set(Number(input.value));
  };
  return html`<label>${name} <input type="number" min=${least} max=${most} .value=${String(value)} @change=${change} /></label>`;
}
