import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, ms, strings } from '../strings.ts';
import './copy.ts';
import { linkCharsMax, pack } from './link.ts';
import { pane } from './style.ts';
import type { What } from './what.ts';

const s = strings.share.link;
/** What every program carries. */
const shortChars = 2000;

/** A link that opens as what is seen. */
export class BlkShareLink extends LitElement {
  static override properties = { what: { attribute: false }, view: { state: true }, link: { state: true } };
  declare what: What;
  declare view: boolean;
  declare link: string;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    pane,
    css`
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
      }
    `,
  ];

  constructor() {
    super();
    this.view = true;
    this.link = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('what') || changed.has('view')) void this.#make();
  }

  override render() {
    const n = this.link.length;
    if (n > linkCharsMax) return html`<p>${s.tooLong}</p>${this.#toFiles()}`;
    return html`<label class="check"
        ><input type="checkbox" .checked=${this.view} @change=${(e: Event) => (this.view = (e.target as HTMLInputElement).checked)} />${fill(s.view, { ms: ms(this.what.shared.at ?? 0) })}</label
      >
      <blk-copy .label=${s.label} .text=${this.link} .rows=${6} .wraps=${true}></blk-copy>
      <p class="note">${n === 0 ? nothing : fill(n > shortChars ? s.long : s.chars, { n: n.toLocaleString(document.documentElement.lang || 'en') })}</p>
      ${n > shortChars ? this.#toFiles() : nothing}`;
  }

  #toFiles() {
    return html`<div><button class="btn" @click=${() => this.dispatchEvent(new CustomEvent('blk-tab', { detail: 'files' }))}>${s.toFiles}</button></div>`;
  }

  async #make(): Promise<void> {
    const { what, view } = this;
    const fragment = await pack(view ? what.shared : { text: what.shared.text });
    if (what === this.what && view === this.view) this.link = `${location.origin}${location.pathname}${fragment}`;
  }
}

define('blk-share-link', BlkShareLink);
