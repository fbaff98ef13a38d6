import { css, html, LitElement } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { Finding } from '../engine/tools.ts';
import { base } from '../styles/base.ts';
import { unitsBefore } from './place.ts';
import { words } from './words.ts';

/** Height of a line in px: the numbers beside the text keep to it. */
const linePx = 18;

/** The text was changed by whoever writes it. */
export class TextEvent extends Event {
  static readonly type = 'blk-text';
  constructor(readonly text: string) {
    super(TextEvent.type, { bubbles: true, composed: true });
  }
}

/** A plain text field with numbers beside its lines, and marks on those with findings. */
export class BlkLessonEditor extends LitElement {
  static override properties = { text: {}, findings: { attribute: false } };
  declare text: string;
  declare findings: readonly Finding[];
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        min-height: 0;
        overflow: hidden;
        border: 1px solid var(--blk-line2);
        border-radius: var(--blk-radius);
        background: var(--blk-panel);
        font: 12px/18px var(--blk-mono);
      }
      :host(:focus-within) {
        outline: 2px solid var(--blk-ink);
        outline-offset: 1px;
      }
      .numbers {
        position: relative;
        overflow: hidden;
        min-width: 40px;
        border-right: 1px solid var(--blk-line);
        background: var(--blk-sunk);
        color: var(--blk-ink2);
        text-align: right;
        user-select: none;
      }
      pre {
        margin: 0;
        padding: 8px 8px 40px 18px;
        font: inherit;
      }
      .mark {
        position: absolute;
        left: 0;
        width: 100%;
        height: 18px;
        padding-left: 5px;
        border-left: 3px solid var(--blk-ink2);
        color: var(--blk-ink);
        font-weight: 700;
        text-align: left;
      }
      .mark.error {
        border-color: var(--blk-bad);
        color: var(--blk-bad);
      }
      textarea {
        display: block;
        width: 100%;
        height: 100%;
        margin: 0;
        padding: 8px 12px;
        border: 0;
        outline: none;
        background: none;
        color: inherit;
        font: inherit;
        white-space: pre;
        overflow: auto;
        resize: none;
        tab-size: 2;
      }
      textarea:focus-visible {
        outline: none;
        box-shadow: none;
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.findings = [];
  }

  override render() {
    const count = this.text.split('\n').length;
    const marks = new Map<number, Finding>();
    for (const f of this.findings) if (f.line > 0 && !marks.get(f.line)?.error) marks.set(f.line, f);
    return html`<div class="numbers" aria-hidden="true">
        <pre>${Array.from({ length: count }, (_, i) => i + 1).join('\n')}</pre>
        ${[...marks.values()].map((f) => html`<span class="mark ${f.error ? 'error' : ''}" style="top: ${8 + (f.line - 1) * linePx}px">${f.error ? '×' : '!'}</span>`)}
      </div>
      <textarea
        aria-label=${words().text}
        wrap="off"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        .value=${this.text}
        @input=${this.#typed}
        @scroll=${this.#scrolled}
        @keydown=${this.#key}
      ></textarea>`;
  }

  get #field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  #typed = (): void => {
    this.text = this.#field.value;
    this.dispatchEvent(new TextEvent(this.text));
  };

  #scrolled = (): void => {
    this.renderRoot.querySelector('.numbers')!.scrollTop = this.#field.scrollTop;
  };

  /** A new line begins where the one before does. */
  #key = (e: KeyboardEvent): void => {
    if (e.key !== 'Enter' || e.isComposing || e.shiftKey || e.ctrlKey || e.altKey || e.metaKey) return;
    e.preventDefault();
    const { value, selectionStart } = this.#field;
    const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
    this.insert(`\n${/^ */.exec(line)![0]}`);
  };

  /** Puts text in the place of what is selected, so that it can be undone. */
  insert(text: string): void {
    const field = this.#field;
    field.focus();
    if (!document.execCommand('insertText', false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    this.#typed();
  }

  /** Puts another text in the place of all, so that it can be undone. */
  replace(text: string): void {
    const field = this.#field;
    const { scrollTop } = field;
    field.focus();
    field.select();
    this.insert(text);
    field.setSelectionRange(0, 0);
    field.scrollTop = Math.min(scrollTop, field.scrollHeight);
  }

  /** Shows a place and selects its line from there on; both count from 1, columns in bytes. */
  goTo(line: number, column: number): void {
    const field = this.#field;
    const lines = field.value.split('\n');
    const at = Math.min(Math.max(line, 1), lines.length) - 1;
    const start = lines.slice(0, at).reduce((sum, l) => sum + l.length + 1, 0);
    field.focus();
    field.setSelectionRange(start + unitsBefore(lines[at], column), start + lines[at].length);
    field.scrollTop = Math.max(0, (at - 4) * linePx);
    field.scrollLeft = 0;
    this.#scrolled();
  }
}

define('blk-lesson-editor', BlkLessonEditor);
