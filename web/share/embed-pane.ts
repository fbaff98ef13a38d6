import { html, LitElement } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { strings } from '../strings.ts';
import './copy.ts';
import { pack } from './link.ts';
import { frameFor, tagFor } from './snippet.ts';
import { pane } from './style.ts';
import type { What } from './what.ts';

const s = strings.share.embed;

/** The tag that shows the run in another page. */
export class BlkShareEmbed extends LitElement {
  static override properties = { what: { attribute: false }, fragment: { state: true } };
  declare what: What;
  declare fragment: string;
  readonly speaks = new Speaks(this);

  static override styles = [base, controls, pane];

  constructor() {
    super();
    this.fragment = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('what')) void this.#pack();
  }

  override render() {
    const site = new URL('.', location.href).href;
    const { shared, title } = this.what;
    return html`<p>${s.text}</p>
      <blk-copy .label=${s.label} .text=${tagFor(shared, site)} .rows=${10}></blk-copy>
      <p class="note">${s.pageNote}</p>
      <blk-copy .label=${s.frame} .text=${this.fragment && frameFor(title, this.fragment, site)} .rows=${4} .wraps=${true}></blk-copy>`;
  }

  async #pack(): Promise<void> {
    const { what } = this;
    const { text, at } = what.shared;
    const fragment = await pack({ text, at });
    if (what === this.what) this.fragment = fragment;
  }
}

define('blk-share-embed', BlkShareEmbed);
