import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { saveFile, stemOf } from '../playground/files.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, strings } from '../strings.ts';
import { endings, gzipped, make, type Ending } from './formats.ts';
import { pane } from './style.ts';
import type { What } from './what.ts';
import { told } from '../words/told.ts';

const s = strings.share.files;

/** Every file that the scenario and its run can be saved as. */
export class BlkShareFiles extends LitElement {
  static override properties = {
    what: { attribute: false },
    packed: { state: true },
    work: { state: true },
    failed: { state: true },
  };
  declare what: What;
  declare packed: boolean;
  declare work: { ending: Ending; percent: number; stop: AbortController } | null;
  declare failed: { ending: Ending; reason: string } | null;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    pane,
    css`
      ul {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 12px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        align-items: center;
      }
      li .btn {
        justify-content: flex-start;
        font-family: var(--blk-mono);
      }
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 16px;
      }
    `,
  ];

  constructor() {
    super();
    this.packed = false;
    this.work = this.failed = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.stop.abort();
  }

  override render() {
    return html`<div class="head">
        <p>${s.text}</p>
        <label class="check"><input type="checkbox" .checked=${this.packed} @change=${(e: Event) => (this.packed = (e.target as HTMLInputElement).checked)} />${s.packed}</label>
      </div>
      <div role="status">${this.#state()}</div>
      <ul>
        ${endings.map((ending) => html`<li><button class="btn" aria-label=${fill(s.save, { ending })} @click=${() => this.#save(ending)}>${ending}</button><span>${s.kinds[ending]}</span></li>`)}
      </ul>`;
  }

  #state() {
    const { work, failed } = this;
    if (work) {
      const text = fill(s.working, { ending: work.ending, percent: work.percent });
      return html`<div class="working">
        <b>${text}</b><span class="bar" role="progressbar" aria-label=${text} aria-valuenow=${work.percent}><i style="width:${work.percent}%"></i></span>
        <button class="btn" @click=${() => work.stop.abort()}>${strings.cancel}</button>
      </div>`;
    }
    if (!failed) return nothing;
    return html`<div class="failed">
      <span><b>⚠ ${fill(s.failed, { ending: failed.ending })}</b><br />${told(failed.reason)}</span>
      <button class="btn" @click=${() => this.#save(failed.ending)}>${strings.share.open.again}</button>
    </div>`;
  }

  async #save(ending: Ending): Promise<void> {
    this.work?.stop.abort();
    const stop = new AbortController();
    const { what, packed } = this;
    this.failed = null;
    this.work = { ending, percent: 0, stop };
    const mine = (): boolean => this.work?.stop === stop;
    try {
      const onWork = (done: number, total: number): void => {
        if (mine()) this.work = { ending, percent: total > 0 ? Math.min(99, Math.floor((done / total) * 100)) : 0, stop };
      };
      const file = await make(ending, what.shared.text, what.tools, { onWork, signal: stop.signal });
      if (stop.signal.aborted) return;
      const name = stemOf(what.title) + ending;
      if (packed) saveFile(`${name}.gz`, await gzipped(file));
      else saveFile(name, file, file.type);
    } catch (e) {
      if (!stop.signal.aborted && mine()) this.failed = { ending, reason: e instanceof Error ? e.message : String(e) };
    } finally {
      if (mine()) this.work = null;
    }
  }
}

define('blk-share-files', BlkShareFiles);
