import { css, html, LitElement } from 'lit';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';

const l = strings.legend;

/** What the shapes mean. */
export class BlkLegend extends LitElement {
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    blocks,
    css`
      :host {
        display: grid;
        grid-template-columns: 52px minmax(0, 1fr);
        gap: 3px 6px;
        align-items: center;
        color: var(--blk-ink2);
        font-size: 11px;
        line-height: 15px;
      }
      .sample {
        justify-self: end;
        display: flex;
      }
      .bio {
        width: 20px;
      }
      .request .bio {
        width: 14px;
      }
    `,
  ];

  override render() {
    return html`
      <span class="sample"><span class="bio write t1">1</span></span><span>${l.write}</span>
      <span class="sample"><span class="bio read t2">2</span></span><span>${l.read}</span>
      <span class="sample"><span class="bio write sync t3">3</span></span><span>${l.sync}</span>
      <span class="sample"><span class="request"><span class="bio write t1">1</span><span class="bio write t1">1</span></span></span><span>${l.merged}</span>
      <span class="sample"><span class="request closed"><span class="bio read t2">2</span></span></span><span>${l.closed}</span>
    `;
  }
}

define('blk-legend', BlkLegend);
