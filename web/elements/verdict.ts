import { css, html } from 'lit';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { rich } from '../words/rich.ts';
import { verdictOnce as verdict } from '../words/once.ts';
import { define, ViewElement } from './element.ts';

/** What waits, why it waits, what would make it go: in words, above the picture. */
export class BlkVerdict extends ViewElement {
  static override readonly turn = 2;
  static override styles = [
    base,
    css`
      :host {
        height: 76px;
        background: var(--blk-panel);
        border-bottom: 1px solid var(--blk-line);
      }
      .answers {
        display: grid;
        grid-template-columns: 236px minmax(300px, 384px) minmax(0, 1fr);
        height: 100%;
      }
      section {
        min-width: 0;
        padding: 6px 12px;
        border-right: 1px solid var(--blk-line);
      }
      section:last-child {
        border-right: 0;
      }
      h2 {
        color: var(--blk-ink2);
        font-size: 11px;
        line-height: 15px;
      }
      p {
        margin-top: 1px;
        font-size: 14px;
        line-height: 17px;
      }
      section {
        overflow: auto;
      }
      @media (min-width: 1000px) {
        .answers {
          contain: strict; /* a block in a block, of a given size: only such a one is laid out by itself */
        }
      }
      section:nth-child(2) p {
        font-size: 13px;
        line-height: 16px;
      }
      .short {
        display: none;
      }
      .go {
        display: inline-block;
        margin: 0 5px 2px 0;
        padding: 0 8px;
        border: 1px dashed var(--blk-line2);
        border-radius: 10px;
        font-size: 12px;
        line-height: 17px;
      }
      .go.next {
        border: 1.5px solid var(--blk-ink);
        font-weight: 600;
      }
      @media (max-width: 1279px) {
        :host {
          height: 92px;
        }
      }
      @media (max-width: 999px) {
        :host {
          height: auto;
          min-height: 76px;
        }
        .answers {
          grid-template-columns: 1fr 1.3fr 1.6fr;
          min-height: inherit;
        }
      }
      @media (max-width: 639px) {
        :host {
          height: auto;
          padding: 8px 14px;
        }
        .answers {
          display: block;
          min-height: 0;
        }
        section {
          display: grid;
          grid-template-columns: 76px minmax(0, 1fr);
          padding: 0;
          border: 0;
        }
        h2 {
          font-size: 12px;
          line-height: 20px;
        }
        .short {
          display: inline;
        }
        .long {
          display: none;
        }
        p,
        section:nth-child(2) p {
          margin: 0;
          font-size: 14px;
          line-height: 20px;
        }
        .go {
          padding: 0;
          border: 0 !important;
          font-size: 14px;
          line-height: 20px;
        }
        .go + .go::before {
          content: attr(data-or);
          font-weight: 400;
        }
        .go:nth-of-type(n + 3) {
          display: none;
        }
      }
      @media (max-width: 359px) {
        section {
          grid-template-columns: 64px minmax(0, 1fr);
        }
        p,
        section:nth-child(2) p,
        .go {
          font-size: 13px;
          line-height: 18px;
        }
        h2 {
          line-height: 18px;
        }
      }
    `,
  ];

  override render() {
    if (!this.view) return html``;
    const v = verdict(this.view);
    const s = strings.verdict;
    const p = strings.phone;
    return html`<div class="answers">
      <section><h2>${title(s.what, p.waits)}</h2><p>${rich(v.what)}</p></section>
      <section><h2>${title(s.why, p.because)}</h2><p>${rich(v.why)}</p></section>
      <section>
        <h2>${title(s.go, p.goes)}</h2>
        <p>${v.go.map((text, k) => html`<span class="go ${k === 0 && v.next ? 'next' : ''}" data-or=${`${p.or} `}>${rich(text)}</span>`)}</p>
      </section>
    </div>`;
  }
}

function title(long: string, short: string) {
  return html`<span class="long">${long}</span><span class="short">${short}</span>`;
}

define('blk-verdict', BlkVerdict);
