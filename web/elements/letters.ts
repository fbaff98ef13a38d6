import { css, html } from 'lit';
import { letterOfStep, noFilter, type TraceFilter } from '../fold/filter.ts';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import { FilterEvent } from './tracebar.ts';

/** What the trace's letters mean; that of the current line is marked. A click on one shows only its lines. */
export class BlkLetters extends ViewElement {
  static override properties = { ...ViewElement.properties, filter: { attribute: false } };
  declare filter: TraceFilter;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        isolation: isolate;
        flex-wrap: wrap;
        align-content: center;
        gap: 1px 3px;
        padding: 4px 8px;
        border-top: 1px solid var(--blk-line);
        font-size: 11px;
        line-height: 15px;
      }
      button {
        padding: 0 3px;
        border: 1px solid transparent;
        border-radius: var(--blk-radius);
        background: none;
        color: var(--blk-ink);
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--blk-sunk);
      }
      button[aria-pressed='true'] {
        border-color: var(--blk-ink);
        background: var(--blk-sunk);
      }
      .current {
        color: var(--blk-cur);
        font-weight: 600;
      }
      @media (max-width: 639px) {
        :host {
          flex-wrap: nowrap;
          overflow-x: auto;
          white-space: nowrap;
        }
        button {
          flex: none;
        }
      }
      @media (max-width: 639px), (pointer: coarse) {
        button {
          min-width: 44px;
          min-height: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.filter = noFilter;
  }

  override render() {
    const { view } = this;
    if (!view) return html``;
    const { index } = view;
    const current = view.step >= 0 ? letterOfStep(index.records.kind(index.steps[view.step])) : '';
    const { queuePlug } = view.machine;
    return Object.entries(strings.letters)
      .filter(([letter]) => queuePlug || letter !== '·U')
      .map(([letter, meaning]) => {
        const means = letter === 'UT' && !queuePlug ? strings.trace.flushed : meaning;
        return html`<button
          class=${letter === current ? 'current' : ''}
          aria-pressed=${this.filter.letters.has(letter)}
          title="${letter}: ${means}. ${strings.trace.only}"
          @click=${() => this.#toggle(letter)}
        ><b class="mono">${letter}</b> ${means}</button>`;
      });
  }

  #toggle(letter: string): void {
    const letters = new Set(this.filter.letters);
    if (!letters.delete(letter)) letters.add(letter);
    const filter = { ...this.filter, letters };
    const none = letters.size === 0 && filter.task < 0 && !filter.sectors;
    this.dispatchEvent(new FilterEvent(none ? noFilter : filter));
  }
}

define('blk-letters', BlkLetters);
