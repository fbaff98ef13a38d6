import { css, html, LitElement } from 'lit';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';

/** The plug as a gate between the elevator and the dispatch list. The words beside it say the same. */
export class BlkGate extends LitElement {
  static override properties = { plugged: { type: Boolean, reflect: true } };
  declare plugged: boolean;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        position: relative;
        align-items: center;
        justify-content: center;
        width: 30px;
        overflow: hidden;
      }
      i {
        position: absolute;
        left: 11px;
        width: 8px;
        border-radius: 1px;
        background: var(--blk-ink);
        transition: height var(--blk-gate) var(--blk-ease);
      }
      .upper {
        top: 0;
        height: calc(50% - 30px);
      }
      .lower {
        bottom: 0;
        height: calc(50% - 36px);
      }
      :host([plugged]) i {
        left: 8px;
        width: 14px;
        border: 2px solid var(--blk-ink);
        background: repeating-linear-gradient(45deg, var(--blk-ink) 0 5px, var(--blk-panel) 5px 7px);
      }
      :host([plugged]) .upper,
      :host([plugged]) .lower {
        height: 50%;
      }
      span {
        position: relative;
        padding: 6px 2px;
        background: var(--blk-panel);
        font: 700 11px/1 var(--blk-ui);
        letter-spacing: 0.04em;
        writing-mode: vertical-rl;
        transform: rotate(180deg);
      }
      :host(:lang(zh)) span {
        letter-spacing: 0.2em;
        transform: none;
      }
      :host([plugged]) span {
        padding: 8px 4px;
        border-radius: 2px;
        background: var(--blk-ink);
        color: var(--blk-inv);
      }
      svg {
        position: absolute;
        left: 2px;
        top: calc(50% + 20px);
        fill: none;
        stroke: var(--blk-ink);
        stroke-width: 2;
      }
      :host([plugged]) svg {
        display: none;
      }
      @media (max-width: 639px) {
        :host {
          width: auto;
          height: 24px;
        }
        span {
          writing-mode: horizontal-tb;
          transform: none;
        }
        i,
        :host([plugged]) i {
          top: 8px;
          left: 0;
          height: 8px;
          width: calc(50% - 34px);
        }
        :host([plugged]) i {
          top: 4px;
          height: 16px !important;
          width: 50%;
        }
        .lower {
          left: auto !important;
          right: 0;
          bottom: auto;
        }
        svg {
          left: calc(50% + 16px);
          top: 0;
          transform: rotate(90deg);
        }
      }
    `,
  ];

  override render() {
    const m = strings.machine;
    return html`<i class="upper"></i><i class="lower"></i><span aria-hidden="true">${this.plugged ? m.gatePlugged : m.gateFree}</span
      ><svg width="26" height="12" aria-hidden="true"><path d="M1 6h20M16 1l6 5l-6 5" /></svg>`;
  }
}

define('blk-gate', BlkGate);
