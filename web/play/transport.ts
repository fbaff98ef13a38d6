import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../elements/icons.ts';
import { SeekEvent } from '../playground/looks.ts';
import { fill, ms, strings } from '../strings.ts';
import type { Shown } from './shown.ts';

/** Back, play, forward, next unplug, the scrubber, the way to the playground. */
export function transport(s: Shown): TemplateResult {
  const { view, playing } = s;
  const t = strings.transport;
  const share = view.end > 0 ? (view.now / view.end) * 100 : 0;
  const some = !s.controls.includes('none');
  const go = (command: Parameters<Shown['command']>[0]) => (): void => s.command(command);
  return html`<div class="foot transport">
    ${some ? html`<button type="button" class="btn square" aria-label=${t.back} title=${t.back} @click=${go('back')}>${icon('back')}</button>` : nothing}
    <button type="button" class="btn primary play" @click=${go('play')}>${icon(playing ? 'pause' : 'play')} ${playing ? t.pause : t.play}</button>
    ${some
      ? html`<button type="button" class="btn square" aria-label=${t.forward} title=${t.forward} @click=${go('forward')}>${icon('forward')}</button>
          <button type="button" class="btn" @click=${go('unplug')}>${strings.player.nextUnplug}</button>`
      : nothing}
    <div
      class="scrub"
      role="slider"
      tabindex="0"
      aria-label=${t.time}
      aria-valuemin="0"
      aria-valuemax=${(view.end / 1e6).toFixed(3)}
      aria-valuenow=${ms(view.now)}
      aria-valuetext=${fill(t.valueText, { ms: ms(view.now), n: view.step + 1, count: view.index.steps.length })}
      @pointerdown=${grab}
      @pointermove=${(e: PointerEvent) => drag(e)}
      .end=${view.end}
    >
      <i></i><i class="done" .style=${`width:${share}%`}></i><i class="now" .style=${`left:${share}%`}></i>
    </div>
    <span class="time"><b>${ms(view.now)}</b> ms</span>
    ${some && s.controls.includes('speed') ? speeds(s) : nothing}
    ${s.home === ''
      ? nothing
      : html`<a class="btn" href=${s.link || s.home} target="_blank" rel="noopener">${strings.player.home} <span aria-hidden="true">↗</span><span class="hidden-text">${strings.player.newTab}</span></a>`}
  </div>`;
}

function speeds(s: Shown): TemplateResult {
  return html`<div class="group" role="group" aria-label=${strings.player.speed}>
    ${[0.5, 2, 8, Infinity].map((x) => html`<button type="button" class="btn" aria-pressed=${x === s.speed} @click=${() => s.setSpeed(x)}>${x === Infinity ? strings.transport.max : x}</button>`)}
  </div>`;
}

type Scrub = HTMLElement & { end: number };

function grab(e: PointerEvent): void {
  (e.currentTarget as Scrub).setPointerCapture(e.pointerId);
  seek(e);
}

function drag(e: PointerEvent): void {
  if ((e.currentTarget as Scrub).hasPointerCapture(e.pointerId)) seek(e);
}

function seek(e: PointerEvent): void {
  const scrub = e.currentTarget as Scrub;
  const at = scrub.getBoundingClientRect();
  scrub.dispatchEvent(new SeekEvent(Math.max(0, Math.min(1, (e.clientX - at.left) / at.width)) * scrub.end));
}
