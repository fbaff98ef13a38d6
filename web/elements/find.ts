import { css, html, nothing } from 'lit';
import { expressionNames } from '../fold/expression.ts';
import { FindEvent } from '../playground/events.ts';
import type { Finder } from '../playground/finder.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, ms, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';

/** A row to look for a moment by an expression, and the markers of the run. */
export class BlkFind extends ViewElement {
  static override properties = { ...ViewElement.properties, finder: { attribute: false } };
  declare finder: Finder | undefined;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 5px 8px;
        padding: 4px 12px;
        border-top: 1px solid var(--blk-line);
      }
      .ask {
        display: flex;
        flex: 1 1 320px;
        align-items: center;
        gap: 5px;
        min-width: 0;
      }
      input[type='text'] {
        min-width: 0;
        flex: 1;
      }
      input[aria-invalid='true'] {
        border: 2px solid var(--blk-bad);
      }
      .says {
        flex-basis: 100%;
        font-size: 12px;
        line-height: 16px;
      }
      .says code {
        white-space: pre;
      }
      .says mark {
        background: none;
        border-bottom: 2px solid var(--blk-bad);
        color: inherit;
      }
      .bar {
        width: 90px;
        height: 8px;
        border: 1px solid var(--blk-line2);
        background: var(--blk-sunk);
      }
      .bar i {
        display: block;
        height: 100%;
        background: var(--blk-ink);
      }
      .markers {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .markers li {
        display: flex;
      }
      .markers input[type='text'] {
        width: 84px;
      }
      .markers .btn,
      .ask .btn {
        height: 26px;
        padding: 0 7px;
      }
      .markers li > * {
        margin-left: -1px;
        border-radius: 0;
      }
      @media (max-width: 639px), (pointer: coarse) {
        .markers .btn,
        .ask .btn {
          height: 44px;
          min-width: 44px;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#leave);
  }

  override render() {
    const { view, finder } = this;
    if (!view || !finder) return html``;
    const f = strings.find;
    return html`<form class="ask" @submit=${this.#next}>
        <label for="expression">${f.label}</label>
        <input
          id="expression" type="text" autocomplete="off" spellcheck="false" placeholder="depth > 8" .value=${finder.text}
          aria-invalid=${finder.wrong !== null} aria-describedby="says"
          @input=${(e: Event) => finder.type((e.target as HTMLInputElement).value)} @keydown=${this.#key}
        />
        ${finder.progress === null
          ? html`<button class="btn" type="button" title="${f.previous} (Shift+Enter, Shift+N)" aria-label=${f.previous} @click=${() => finder.find(-1)}>‹</button>
              <button class="btn" title="${f.next} (Enter, N)" aria-label=${f.next}>›</button>`
          : html`<span class="bar" role="progressbar" aria-label=${f.searching} aria-valuenow=${Math.round(finder.progress * 100)}><i style="width:${finder.progress * 100}%"></i></span>
              <button class="btn" type="button" @click=${() => finder.cancel()}>${strings.cancel}</button>`}
      </form>
      <ul class="markers" aria-label=${f.markers}>
        <li><button class="btn" title="K" @click=${() => finder.mark()}>${view.markers?.some((m) => m.time === view.now) ? f.unmark : f.mark}</button></li>
        ${(view.markers ?? []).map((m) => html`<li>
          <button class="btn" @click=${() => finder.go(() => finder.session.seekTime(m.time))}>${ms(m.time)}</button>
          <input type="text" aria-label=${fill(f.nameOf, { ms: ms(m.time) })} .value=${m.name} @change=${(e: Event) => finder.rename(m.time, (e.target as HTMLInputElement).value)} />
          <button class="btn" aria-label=${fill(f.remove, { name: m.name })} title=${fill(f.remove, { name: m.name })} @click=${() => finder.remove(m.time)}>×</button>
        </li>`)}
      </ul>
      <div class="says note" id="says" role="status">${this.#says()}</div>`;
  }

  #says() {
    const { text, wrong, said } = this.finder!;
    if (wrong) {
      const cut = wrong.length > 0;
      return html`⚠ ${wrong.text} <code>${text.slice(0, wrong.at)}<mark>${cut ? text.slice(wrong.at, wrong.at + wrong.length) : '␣'}</mark>${text.slice(wrong.at + wrong.length)}</code>`;
    }
    if (said) return said;
    return text === '' ? html`${fill(strings.find.names, { names: expressionNames.join(' ') })}` : nothing;
  }

  /** Puts the cursor where an expression is typed. */
  override focus(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#expression');
    field?.focus();
    field?.select();
  }

  #next = (e: Event): void => {
    e.preventDefault();
    this.finder!.find(1);
  };

  /** Escape closes the row also from within its fields, where the page takes no keys. */
  #leave = (e: KeyboardEvent): void => {
    if (e.key !== 'Escape') return;
    e.stopPropagation();
    this.finder!.cancel();
    this.dispatchEvent(new FindEvent('expression'));
  };

  #key = (e: KeyboardEvent): void => {
    if (e.key !== 'Enter' || !e.shiftKey) return;
    e.preventDefault();
    this.finder!.find(-1);
  };
}

define('blk-find', BlkFind);
