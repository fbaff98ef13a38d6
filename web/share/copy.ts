import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { strings } from '../strings.ts';

const s = strings.share;

/** A text to take along: it can be read, selected and copied. Where copying is refused it is left selected. */
export class BlkCopy extends LitElement {
  static override properties = {
    label: {},
    text: {},
    rows: { type: Number },
    wraps: { type: Boolean },
    said: { state: true },
  };
  declare label: string;
  declare text: string;
  declare rows: number;
  declare wraps: boolean;
  declare said: '' | 'copied' | 'refused';
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 8px;
      }
      label {
        font-weight: 600;
      }
      textarea {
        grid-column: 1 / -1;
        width: 100%;
        padding: 6px 8px;
        border: 1px solid var(--blk-line2);
        border-radius: var(--blk-radius);
        background: var(--blk-sunk);
        font: 12px/17px var(--blk-mono);
        resize: vertical;
        white-space: pre;
      }
      .wraps {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      [role='status'] {
        grid-column: 1 / -1;
      }
      [role='status']:empty {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    this.label = this.text = '';
    this.rows = 3;
    this.wraps = false;
    this.said = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('text')) this.said = '';
  }

  override render() {
    return html`<label for="text">${this.label}</label>
      <button class="btn" @click=${this.#copy} aria-label="${s.copy}: ${this.label}">${s.copy}</button>
      <textarea id="text" class=${this.wraps ? 'wraps' : nothing} readonly rows=${this.rows} spellcheck="false" .value=${this.text} @focus=${this.#select}></textarea>
      <span role="status">${this.said === '' ? '' : this.said === 'copied' ? s.copied : s.refused}</span>`;
  }

  get #field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  #select = (): void => this.#field.select();

  #copy = async (): Promise<void> => {
    this.#field.focus();
    this.#field.select();
    this.said = (await copied(this.text)) ? 'copied' : 'refused';
    if (this.said === 'refused') this.#field.select();
  };
}

/** Copies text. Without the clipboard's leave, what is selected is copied the old way, if the browser lets us. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}

define('blk-copy', BlkCopy);
