import { html, LitElement } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { strings } from '../strings.ts';
import './copy.ts';
import { tagFor } from './snippet.ts';
import { pane } from './style.ts';
import type { What } from './what.ts';

const s = strings.share.embed;

/** The tag that shows the run in another page. */
export class BlkShareEmbed extends LitElement {
  static override properties = { what: { attribute: false } };
  declare what: What;
  readonly speaks = new Speaks(this);

  static override styles = [base, controls, pane];

  override render() {
    return html`<p>${s.text}</p>
      <blk-copy .label=${s.label} .text=${tagFor(this.what.shared, new URL('.', location.href).href)} .rows=${12}></blk-copy>
      <p class="note">${s.pageNote}</p>`;
  }
}

define('blk-share-embed', BlkShareEmbed);
