import { css, html, svg } from 'lit';
import { unplugDelay } from '../scenario/jiffies.ts';
import { base } from '../styles/base.ts';
import { fill, strings } from '../strings.ts';
import { rich } from '../words/rich.ts';
import { define, ViewElement } from './element.ts';

/** What unplug_delay really is: whole jiffies, and between which instants the timer fires. */
export class BlkJiffy extends ViewElement {
  static override styles = [
    base,
    css`
      :host {
        padding: 3px 0 3px 7px;
        border-left: 3px solid var(--blk-ink);
      }
      svg {
        display: block;
        width: 100%;
        max-width: 260px;
        margin-top: 3px;
      }
      text {
        font: 10px var(--blk-mono);
        fill: var(--blk-ink2);
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const { unplugDelayMs, hz } = view.machine;
    const d = unplugDelay(unplugDelayMs, hz);
    const text = fill(strings.tune.jiffy, {
      ms: unplugDelayMs,
      hz,
      jiffies: fill(d.jiffies === 1 ? strings.tune.oneJiffy : strings.tune.manyJiffies, { n: d.jiffies }),
      least: d.least,
      most: d.most,
    });
    return html`<div title=${strings.tune.jiffyNote}>${rich(text)}</div>
      ${ruler(view.now, d)}`;
  }
}

/** The jiffies around now, and the one at which a plug of this instant would be pulled. */
function ruler(now: number, d: ReturnType<typeof unplugDelay>) {
  const first = Math.floor(now / d.jiffyNs);
  const fires = first + d.jiffies;
  const last = fires + 1;
  const x = (jiffy: number): number => 4 + ((jiffy - first) / (last - first)) * 204;
  const every = Math.ceil((last - first) / 16);
  const edges = [];
  for (let j = first; j <= last; j += every) edges.push(svg`<path d="M${x(j)} 6v12" stroke="var(--blk-ink2)" />`);
  const at = x(now / d.jiffyNs);
  const label = (j: number): string => String(Math.round((j * d.jiffyNs) / 1e3) / 1e3);
  return html`<svg viewBox="0 0 212 30" aria-hidden="true">
    <path d="M4 12h204" stroke="var(--blk-line2)" />
    ${edges}
    <rect x=${at} y="8" width=${Math.max(1, x(fires) - at)} height="8" fill="var(--blk-line2)" />
    <path d="M${x(fires)} 3v18" stroke="var(--blk-ink)" stroke-width="3" />
    <path d="M${at - 4} 0h8l-4 6z" fill="var(--blk-cur)" />
    <text x="4" y="29">${label(first)}</text>
    <text x=${x(fires)} y="29" text-anchor="middle">${label(fires)} ms</text>
  </svg>`;
}

define('blk-jiffy', BlkJiffy);
