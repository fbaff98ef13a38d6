import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../beside/words.ts';
import { switchTheme } from '../elements/pagehead.ts';
import type { KernelInfo } from '../engine/engine.ts';
import type { Change } from '../engine/machines.ts';
import { fill, strings, switchLanguage, tagOf } from '../strings.ts';
import { otherLanguage } from '../strings/page.ts';
import { machinesMost, type Bench } from './bench.ts';
import { allElevators, threeKernels } from './changes.ts';

/** What the header's buttons ask for. */
export interface Asked {
  preset(machines: Change[][]): void;
  add(): void; // a machine
  openTrace(): void;
  share(): void;
  help(): void;
}

/** What is compared, and what is done to all of it; kernel is that of the first machine. */
export function header(bench: Bench | null, kernel: KernelInfo | undefined, ask: Asked): TemplateResult {
  const s = strings;
  const c = s.compare;
  const title = bench?.machines[0]?.session.view().machine.setup.title ?? '';
  return html`<header class="top">
    <h1><a href="index.html">${s.title}</a></h1>
    <span class="name">${c.title}${title ? `: ${title}` : ''}</span>
    <span class="space"></span>
    ${bench && kernel ? ways(bench, kernel, ask) : nothing}
    <button class="btn" lang=${tagOf(otherLanguage())} @click=${() => switchLanguage(otherLanguage())}>${s.otherLanguage}</button>
    <button class="btn square" aria-label=${s.theme} title=${s.theme} @click=${switchTheme}>◐</button>
    <button class="btn square" aria-label=${s.keys} title="${s.keys} (?)" @click=${ask.help}>?</button>
  </header>`;
}

function ways(bench: Bench, kernel: KernelInfo, ask: Asked): TemplateResult {
  const c = strings.compare;
  const full = bench.machines.length >= machinesMost;
  return html`<div class="ways"><div class="presets" role="group" aria-label=${c.presets}>
      <button class="btn" @click=${() => ask.preset(threeKernels(bench.engine.description.kernels))}>${c.threeKernels}</button>
      <button class="btn" @click=${() => ask.preset(allElevators(kernel))}>${fill(c.allElevators, { kernel: kernel.name })}</button>
      <button class="btn" aria-disabled=${full} title=${full ? fill(c.full, { most: machinesMost }) : ''} @click=${ask.add}>${c.add}</button>
      <button class="btn" aria-disabled=${bench.machines.length < 2} @click=${() => bench.swap()}>${c.swap}</button>
    </div>
    <button class="btn" @click=${ask.openTrace}>${words.drop}</button>
    <button class="btn" @click=${ask.share}>${c.share}</button></div>`;
}
