import { css, html, nothing } from 'lit';
import { LessonEvent } from '../playground/events.ts';
import { pack } from '../share/link.ts';
import { goldenLessons, lessons, type Lesson, type LessonRun } from '../scenarios/lessons.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { spoken } from '../scenarios/words.ts';
import { fill, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';

const g = strings.gallery;

/** The lessons to choose from. Each run is a golden case of the kernel's own code. */
export class BlkGallery extends ViewElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(980px, 100vw - 24px);
        max-height: calc(100dvh - 48px);
        padding: 0;
        border: 1px solid var(--blk-line2);
        border-radius: var(--blk-radius-panel);
        background: var(--blk-bg);
        color: var(--blk-ink);
      }
      dialog::backdrop {
        background: color-mix(in srgb, var(--blk-bg) 60%, transparent);
      }
      .head {
        position: sticky;
        top: 0;
        display: flex;
        gap: 12px;
        align-items: center;
        justify-content: space-between;
        padding: 8px 12px;
        border-bottom: 1px solid var(--blk-line);
        background: var(--blk-panel);
      }
      h2 {
        flex: none;
        font-size: 15px;
        font-weight: 700;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
        gap: 8px;
        margin: 0;
        padding: 12px;
        list-style: none;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: 4px;
        padding: 8px 10px;
        border: 1px solid var(--blk-line);
        border-radius: var(--blk-radius-panel);
        background: var(--blk-panel);
      }
      h3 {
        font-size: 14px;
        font-weight: 600;
        line-height: 18px;
      }
      p {
        flex: 1;
        margin: 0;
      }
      a.btn {
        color: inherit;
        text-decoration: none;
      }
      .labs {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        align-items: center;
        padding: 0 12px 12px;
      }
      .labs a {
        padding: 13px 0;
        color: inherit;
      }
      .runs {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
    `,
  ];

  #links = new Map<string, string>(); // to the lessons' machines beside one another

  open(): void {
    void this.#pack();
    this.renderRoot.querySelector('dialog')!.showModal();
  }

  get isOpen(): boolean {
    return this.renderRoot.querySelector('dialog')?.open ?? false;
  }

  override render() {
    return html`<dialog aria-label=${g.title}>
      <div class="head"><h2>${g.title}</h2><span class="note">${fill(g.note, { n: goldenLessons })}</span><button class="btn" @click=${this.#close}>${strings.close}</button></div>
      <ol>${lessons.map((lesson, k) => this.#card(() => spoken(lesson), k + 1))}</ol>
      <p class="labs">${g.labs} <a href="lab-a.html">${g.labA}</a> <a href="lab-b.html">${g.labB}</a></p>
    </dialog>`;
  }

  #card(says: () => Lesson, number: number) {
    const lesson = says();
    return html`<li>
      <h3>${number}. ${lesson.title}</h3>
      <p class="note">${lesson.intro}</p>
      <div class="runs">${lesson.runs.map((run) => html`<button class="btn" title=${run.look} @click=${() => this.#choose(says, run)}>${run.label || g.open}</button>`)}${this.#beside(lesson)}</div>
    </li>`;
  }

  #beside(lesson: Lesson) {
    const href = lesson.beside && this.#links.get(lesson.beside.run);
    return href ? html`<a class="btn" href=${href}>${g.beside}</a>` : nothing;
  }

  async #pack(): Promise<void> {
    for (const { beside, runs } of lessons.map(spoken)) {
      const run = runs.find((r) => r.name === beside?.run);
      if (run) this.#links.set(run.name, 'compare.html' + (await pack({ text: run.text, at: 0, compare: [...beside!.machines] })));
    }
    this.requestUpdate();
  }

  #choose(says: () => Lesson, run: LessonRun): void {
    this.#close();
    this.dispatchEvent(new LessonEvent(says, run));
  }

  #close = (): void => this.renderRoot.querySelector('dialog')!.close();
}

define('blk-gallery', BlkGallery);
