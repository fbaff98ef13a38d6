import { css, html, svg } from 'lit';
import type { View } from '../playground/view.ts';
import { fill, ms, strings } from '../strings.ts';

const cellsMost = 16;
const numberedMost = 8; // more cells are too narrow for a number each
const m = strings.machine;

export const plugStyle = css`
  .box {
    min-height: 134px;
    padding: 6px 7px;
    border: 2px solid var(--blk-line2);
    border-radius: var(--blk-radius);
  }
  .box.on {
    border-color: var(--blk-ink);
  }
  .state {
    display: flex;
    align-items: center;
    gap: 7px;
    margin-bottom: 4px;
    font-size: 15px;
    line-height: 20px;
    font-weight: 700;
  }
  .state .note {
    margin-left: auto;
    white-space: nowrap;
    font-weight: 400;
  }
  .cells {
    display: flex;
    gap: 2px;
    height: 18px;
    margin-bottom: 5px;
  }
  .cells i {
    display: flex;
    flex: 1;
    min-width: 0;
    align-items: center;
    justify-content: center;
    border: 1.5px solid var(--blk-line2);
    border-radius: 1px;
    color: var(--blk-ink2);
    font: 600 10px/1 var(--blk-mono);
  }
  .cells i.waits {
    background: var(--blk-ink);
    border-color: var(--blk-ink);
    color: var(--blk-inv);
  }
  .cells i.last {
    border-style: dashed;
    border-color: var(--blk-ink);
  }
  .off .cells i.waits {
    background: var(--blk-sunk);
    border-color: var(--blk-line2);
    color: var(--blk-ink2);
  }
  .bar {
    position: relative;
    height: 14px;
    margin: 2px 0 7px;
    border: 1px solid var(--blk-line2);
    background: var(--blk-sunk);
  }
  .bar i {
    display: block;
    height: 100%;
    background: var(--blk-ink);
  }
  .off .bar i {
    background: var(--blk-line2);
  }
  svg {
    display: block;
    overflow: visible;
  }
  .state svg {
    fill: none;
    stroke: var(--blk-ink);
    stroke-width: 2;
  }
  .ruler text {
    font: 10px var(--blk-mono);
    fill: var(--blk-ink2);
  }
  .quiet {
    height: 34px;
    display: flex;
    align-items: center;
  }
`;

/** The queue's plug: its state in a word, what unplug_thresh counts, and the timer on its jiffies. */
export function plugBox(view: View) {
  const { plug } = view.state;
  if (!view.machine.queuePlug) {
    return html`<div class="box off"><div class="state">${m.noQueuePlug}</div><p class="note">${m.noQueuePlugText}</p></div>`;
  }
  return html`<div class="box ${plug.on ? 'on' : 'off'}" role="group" aria-label=${plug.on ? m.plugged : m.free}>
    <div class="state">
      ${plug.on ? closedSign : openSign}${plug.on ? m.plugged : m.free}
      <span class="note">${plug.on ? fill(m.since, { ms: ms(plug.since) }) : m.mayPull}</span>
    </div>
    ${gauge(view)} ${timer(view)}
  </div>`;
}

const closedSign = html`<svg width="18" height="18" aria-hidden="true"><path d="M9 0v18" stroke-width="6" /><path d="M0 9h4M14 9h4" /></svg>`;
const openSign = html`<svg width="18" height="18" aria-hidden="true"><path d="M9 0v4M9 14v4" stroke-width="4" /><path d="M0 9h14M10 5l5 4l-5 4" /></svg>`;

function gauge(view: View) {
  const { plug, waiting } = view.state;
  const thresh = view.machine.unplugThresh;
  const label = html`<div class="pair">
    <span>${m.thresh}</span><span><b>${fill(m.usedOf, { used: waiting, most: thresh })}</b> ${plug.on ? '' : m.notTested}</span>
  </div>`;
  if (thresh > cellsMost) {
    const share = Math.min(100, (waiting / thresh) * 100);
    return html`${label}<div class="bar" aria-hidden="true"><i .style=${`width:${share}%`}></i></div>`;
  }
  const cells = Array.from({ length: Math.max(1, thresh) }, (_, k) => {
    const kind = k < waiting ? 'waits' : k === thresh - 1 && plug.on ? 'last' : '';
    return html`<i class=${kind}>${thresh <= numberedMost ? k + 1 : ''}</i>`;
  });
  return html`${label}<div class="cells" aria-hidden="true">${cells}</div>`;
}

function timer(view: View) {
  const { plug } = view.state;
  const armed = plug.on && plug.fires > view.now;
  const label = html`<div class="pair">
    <span>${m.timer}</span><b>${armed ? fill(m.firesIn, { ms: ms(plug.fires - view.now) }) : m.off}</b>
  </div>`;
  if (armed) return html`${label}${ruler(view)}`;
  return html`${label}<div class="note quiet">${plug.on && plug.workQueued ? m.workNext : m.notArmed}</div>`;
}

/** From the jiffy before the plug to the one at which the timer fires: timers fire on jiffies only. */
function ruler(view: View) {
  const { since, fires } = view.state.plug;
  const jiffy = 1e9 / view.machine.hz;
  const first = Math.floor(since / jiffy);
  const last = Math.max(first + 1, Math.round(fires / jiffy));
  const x = (t: number): number => 4 + ((t - first * jiffy) / ((last - first) * jiffy)) * 184;
  const every = Math.ceil((last - first) / 24);
  const edges = [];
  for (let j = first; j <= last; j += every) edges.push(svg`<path d="M${x(j * jiffy)} 6v16" stroke="var(--blk-ink2)" />`);
  const now = x(view.now);
  return html`<svg class="ruler" viewBox="0 0 192 34" width="100%" height="34" aria-hidden="true">
    <path d="M4 14h184" stroke="var(--blk-line2)" />
    ${edges}
    <rect x=${x(since)} y="10" width=${Math.max(0, now - x(since))} height="8" fill="var(--blk-line2)" />
    <rect x=${now} y="10" width=${Math.max(0, x(fires) - now)} height="8" fill="var(--blk-ink)" />
    <path d="M${now - 4} 2h8l-4 6z" fill="var(--blk-cur)" />
    <text x="4" y="32">${(first * jiffy) / 1e6} ms</text>
    <text x="188" y="32" text-anchor="end">${(last * jiffy) / 1e6} ms</text>
  </svg>`;
}
