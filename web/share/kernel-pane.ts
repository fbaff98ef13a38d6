import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { Recipe } from '../engine/tools.ts';
import { saveFile, stemOf } from '../playground/files.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, sentences, strings } from '../strings.ts';
import './copy.ts';
import { pane } from './style.ts';
import type { What } from './what.ts';
import { told } from '../words/told.ts';

const s = strings.share.kernel;
const rowsMax = 16;

/** The same run on a real kernel: what to set, what to start, what will be different. */
export class BlkShareKernel extends LitElement {
  static override properties = { what: { attribute: false }, recipe: { state: true }, failed: { state: true } };
  declare what: What;
  declare recipe: Recipe | null;
  declare failed: string;
  readonly speaks = new Speaks(this);
  #stop = new AbortController();

  static override styles = [
    base,
    controls,
    pane,
    css`
      .warning {
        padding: 6px 10px;
        border: 1px solid var(--blk-line);
        border-left: 4px solid var(--blk-bad);
        font-weight: 600;
      }
      h3 {
        margin-top: 4px;
        font-size: 13px;
        font-weight: 600;
      }
      summary {
        font-size: 13px;
        font-weight: 600;
        cursor: pointer;
      }
      details blk-copy {
        margin-top: 10px;
      }
      @media (max-width: 639px) {
        summary {
          min-height: 44px;
          line-height: 44px;
        }
      }
      ul {
        display: grid;
        gap: 4px;
        max-width: 76ch;
        margin: 0;
        padding-left: 18px;
        font-size: 13px;
        line-height: 18px;
      }
    `,
  ];

  constructor() {
    super();
    this.recipe = null;
    this.failed = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('what')) void this.#make();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  override render() {
    const { recipe: r } = this;
    if (this.failed !== '') {
      return html`<div class="failed" role="alert">
        <span><b>⚠ ${s.failed}</b><br />${told(this.failed)}</span><button class="btn" @click=${this.#make}>${strings.share.open.again}</button>
      </div>`;
    }
    if (!r) return html`<p role="status">${s.working}</p>`;
    const [job, ...logs] = r.files;
    return html`<p>${fill(s.text, { kernel: this.what.kernel })}</p>
      <p class="warning">${s.warning}</p>
      <div><button class="btn primary" @click=${this.#save}>${s.script}</button></div>
      ${this.#code(s.setup, r.setup)} ${this.#code(fill(s.job, job), job.text)} ${this.#code(s.trace, r.trace)}
      <h3>${s.different}</h3>
      <ul>
        ${r.notes.map((n) => html`<li>${n.key in s.notes ? sentences(s.notes[n.key], n.value) : n.text}</li>`)}
      </ul>
      ${logs.length === 0
        ? nothing
        : html`<details>
            <summary>${fill(s.logs, { n: logs.length })}</summary>
            ${logs.map((f) => this.#code(f.name, f.text))}
          </details>`}`;
  }

  #code(label: string, text: string) {
    return html`<blk-copy .label=${label} .text=${text} .rows=${Math.min(rowsMax, text.split('\n').length)}></blk-copy>`;
  }

  #save = (): void => saveFile(`${stemOf(this.what.title)}.sh`, this.recipe!.script, 'text/x-shellscript');

  #make = async (): Promise<void> => {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.failed = '';
    this.recipe = null;
    try {
      const recipe = await this.what.tools.recipe(this.what.shared.text, { signal: stop.signal });
      if (!stop.signal.aborted) this.recipe = recipe;
    } catch (e) {
      if (!stop.signal.aborted) this.failed = e instanceof Error ? e.message : String(e);
    }
  };
}

define('blk-share-kernel', BlkShareKernel);
