import { html, nothing, type TemplateResult } from 'lit';
import { fill, strings } from '../strings.ts';
import { rich } from '../words/rich.ts';
import type { Bench, Machine } from './bench.ts';
import './machine.ts';
import './table.ts';
import { firstText, letterOf } from './words.ts';

/** The machines, one above the other. */
export function machines(bench: Bench): TemplateResult {
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

/** What they differ in: where first, and in numbers; before it what there is to tell. */
export function side(bench: Bench, told: string): TemplateResult {
  return html`<aside class="side">
    <div class="differences" role="status">${told ? html`<p>${told}</p>` : nothing}${firsts(bench)}</div>
    <blk-compare-table .columns=${bench.machines.map((m) => column(bench, m))}></blk-compare-table>
  </aside>`;
}

function column(bench: Bench, m: Machine) {
  const { machine } = bench.view(m);
  return {
    kernel: machine.kernel,
    elevator: machine.elevator,
    queuePlug: machine.queuePlug,
    figures: m.numbers && !m.counting.busy(m.session.goodText) ? m.numbers.run.figures : null,
    failure: m.counting.failure,
  };
}

function firsts(bench: Bench) {
  const [first, ...others] = bench.machines;
  return others.map((m, i) => {
    if (m.session.goodText === '' || first.session.goodText === '') return nothing;
    const letter = letterOf(i + 1);
    const found = m.differencesFrom(first).first;
    return html`<p>${found ? rich(firstText(found, letter, bench.view(m))) : fill(strings.compare.identical, { letter })}</p>`;
  });
}

/** What stands there before the engine has come, loaded 0..1; or why it does not, and another try. */
export function waiting(loaded: number, failure: string, again: () => void): TemplateResult {
  const s = strings.state;
  if (failure) return html`<div class="waiting" role="alert"><p>${failure}</p><button class="btn primary" @click=${again}>${s.retry}</button></div>`;
  return html`<div class="waiting" role="status">${s.loading} <progress max="1" .value=${loaded} aria-label=${s.loading}></progress></div>`;
}

export function keyList(): TemplateResult {
  return html`<dialog id="keys" aria-label=${strings.keys}>
    <h2>${strings.keys}</h2>
    <dl>${strings.compare.keyList.map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}</dl>
    <form method="dialog"><button class="btn">${strings.close}</button></form>
  </dialog>`;
}
