import { play as en } from '../strings/en/play.ts';
import { play as zh } from '../strings/zh/play.ts';
import type { Emit, PlayDetail, Player, PlayerModule, PlayEvents } from './api.ts';
import { button, el, picture, sketch } from './facade-dom.ts';
import { style } from './facade-style.ts';

/** What the element tells; `detail` says of what. It does not bubble, as the events of <video> do not. */
export class PlayEvent<K extends keyof PlayEvents> extends CustomEvent<PlayEvents[K]> {}

const slowMs = 10_000;
const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * <blk-play>: a run in a page of text. It shows a poster or the scenario, and
 * costs the page a few kilobytes; a click loads the player into the same box.
 *
 * Attributes: scenario, src, poster, label, at, loading, controls, theme, lang, playground.
 */
export class BlkPlay extends HTMLElement {
  static observedAttributes = ['scenario', 'src', 'poster', 'label', 'at', 'loading', 'controls', 'theme', 'lang', 'playground'];
  /** Where "Open in playground" leads where the attribute `playground` does not say. */
  static home = '';
  /** Where `assets/` with the player and the engine lies; where this script lies, if not set. */
  static base = '';

  #root = this.attachShadow({ mode: 'open' });
  #box = el('div', 'blk');
  #player: Player | null = null;
  #loading: Promise<void> | null = null;
  #fault = '';
  #drawn = false;
  #text = ''; // what the player was given
  #generation = 0; // of what is to be loaded; a load of an older one is of no use
  #observer = new MutationObserver(() => this.#changed());

  connectedCallback(): void {
    this.#dress();
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.#player) this.#player.setControls(this.#controls()); // shown again, in this document's styles
    else this.#draw();
    if (this.getAttribute('loading') === 'eager' && !this.#player && !this.#fault) void this.#load();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    this.#player?.pause();
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (!this.isConnected || old === value || name === 'theme') return;
    if (name === 'loading') {
      if (value === 'eager' && !this.#player) void this.#load();
    } else this.#changed(name);
  }

  /** The scenario's text: the attribute's, or what stands in the tag. '' while only `src` names it. */
  get scenario(): string {
    return this.#player?.text ?? this.#given();
  }

  set scenario(text: string) {
    this.setAttribute('scenario', text);
  }

  get paused(): boolean {
    return this.#player?.paused ?? true;
  }

  /** ms of the run. */
  get currentTime(): number {
    return this.#player?.where.time ?? 0;
  }

  set currentTime(ms: number) {
    void this.seek(ms);
  }

  /** ms; NaN before the run is there. */
  get duration(): number {
    return this.#player?.where.duration ?? NaN;
  }

  /** Loads the player, if it is not there; rejects if it cannot. */
  async load(): Promise<void> {
    await this.#load();
    if (!this.#player) throw new Error(this.#fault);
  }

  async play(): Promise<void> {
    await this.load();
    this.#player!.play();
  }

  pause(): void {
    this.#player?.pause();
  }

  /** Looks at an instant, ms of the run. */
  async seek(ms: number): Promise<void> {
    await this.load();
    this.#player!.seek(ms);
  }

  /** Goes on by so many events; back if negative. */
  async step(events = 1): Promise<void> {
    await this.load();
    this.#player!.stepBy(events);
  }

  async nextUnplug(): Promise<void> {
    await this.load();
    this.#player!.nextUnplug();
  }

  /** What is given changed: another scenario, a poster, a language. */
  #changed(name = ''): void {
    if (this.#loading) return void this.#loading.then(() => this.#changed(name));
    const player = this.#player;
    const text = this.#given();
    if (!player) {
      this.#fault = '';
      this.#draw();
    } else if (name === 'controls') player.setControls(this.#controls());
    else if (name === 'at') player.seek(this.#at());
    else if (name === 'src' ? text === '' : /^(label|lang|playground)$/.test(name)) void this.#reopen(name);
    else if (text !== '' && text !== this.#text) player.take((this.#text = text), this.#at());
  }

  /** Another text or other words want another player; of the same run it goes on where it was. */
  async #reopen(name: string): Promise<void> {
    const { time } = this.#player!.where;
    this.#player!.close();
    this.#player = null;
    this.#draw();
    await new Promise((rest) => setTimeout(rest)); // for what else changes with it
    await this.#load();
    if (name !== 'src') (this.#player as Player | null)?.seek(time);
  }

  #load(): Promise<void> {
    if (this.#player) return Promise.resolve();
    return (this.#loading ??= this.#fetch().finally(() => (this.#loading = null)));
  }

  async #fetch(): Promise<void> {
    const generation = ++this.#generation;
    const words = this.#words();
    const bar = this.#tellLoading();
    const slow = setTimeout(() => (bar.note.textContent = words.slow), slowMs);
    let why = words.failed;
    const stage = el('div', 'stage');
    try {
      if (!('WebAssembly' in globalThis)) throw new Error(words.noWasm);
      const module = import(this.#playerAddress()) as Promise<PlayerModule>;
      module.catch(() => {}); // told below
      why = words.noText;
      const text = this.#given() || (await this.#fetchText(words));
      why = words.failed;
      this.#text = text;
      const player = await (await module).open({
        root: stage,
        text,
        label: this.getAttribute('label') ?? '',
        at: this.#at(),
        controls: this.#controls(),
        home: this.#home(),
        emit: this.#emit,
        loading: (share) => (bar.fill.style.width = `${share * 100}%`),
      });
      if (generation !== this.#generation) return player.close();
      this.#player = player;
      const had = this.#root.activeElement !== null;
      this.#box.replaceChildren(stage);
      if (had) player.focus();
      this.#emit('ready', player.where);
    } catch (e) {
      const reason = e instanceof Error ? e.message : String(e);
      this.#fault = why.replace('{reason}', reason);
      this.#draw();
      this.#emit('error', { message: this.#fault, line: 0, column: 0 });
    } finally {
      clearTimeout(slow);
    }
  }

  async #fetchText(words: typeof en): Promise<string> {
    const src = this.getAttribute('src');
    if (!src) throw new Error(words.nothing);
    const answer = await fetch(new URL(src, this.baseURI));
    if (!answer.ok) throw new Error(words.answers.replace('{address}', src).replace('{status}', String(answer.status)));
    return answer.text();
  }

  #playerAddress(): string {
    const base = BlkPlay.base ? new URL(BlkPlay.base, document.baseURI) : import.meta.url;
    return new URL(this.#words() === zh ? './assets/element.zh.js' : './assets/element.js', base).href;
  }

  /** The scenario in the attribute or in the tag. */
  #given(): string {
    const attribute = this.getAttribute('scenario');
    if (attribute?.trim()) return attribute;
    const inside = this.querySelector('pre, script[type="text/plain"]') ?? this;
    return inside === this && this.querySelector('*') ? '' : dedent(inside.textContent ?? '');
  }

  #controls(): string[] {
    return (this.getAttribute('controls') ?? '').split(/\s+/).filter(Boolean);
  }

  /** ms; NaN where none is given. */
  #at(): number {
    const m = /^(\d+(?:\.\d+)?)\s*(ns|us|ms|s)?$/.exec(this.getAttribute('at') ?? '');
    return m ? (Number(m[1]) * { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3 }[m[2] ?? 'ms']!) : NaN;
  }

  #home(): string {
    const home = this.getAttribute('playground') ?? BlkPlay.home;
    if (home === '' || home === 'none') return '';
    const url = new URL(home, this.hasAttribute('playground') ? this.baseURI : import.meta.url);
    return /^(https?|file):$/.test(url.protocol) ? url.href : '';
  }

  #words(): typeof en {
    const tag = this.closest('[lang]')?.getAttribute('lang') ?? '';
    return /^zh\b/i.test(tag) ? zh : en;
  }

  #emit: Emit = (type, detail) => {
    this.dispatchEvent(new PlayEvent(type, { detail }));
  };

  #dress(): void {
    let sheet = sheets.get(this.ownerDocument);
    if (!sheet) {
      // A sheet belongs to a document, and an element may be moved into another's.
      sheet = new (this.ownerDocument.defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(style);
      sheets.set(this.ownerDocument, sheet);
    }
    if (!this.#root.adoptedStyleSheets.includes(sheet)) this.#root.adoptedStyleSheets.unshift(sheet);
    if (!this.#drawn) this.#root.append(this.#box);
    this.#drawn = true;
  }

  #draw(): void {
    const words = this.#words();
    const text = this.#given();
    const image = this.querySelector('img');
    const poster = this.getAttribute('poster') ?? image?.getAttribute('src') ?? '';
    const { title, machine } = headOf(text);
    const name = this.getAttribute('label') || title || image?.alt || words.run;
    const start = (): void => void this.play().catch(() => {}); // what is wrong stands in the box
    const head = el('div', 'head', el('b', '', name), el('span', 'note', machine));
    const shown = poster
      ? button('poster', start, picture(poster, image, name))
      : el('pre', '', text || (this.getAttribute('src') ?? ''));
    if (poster) shown.setAttribute('aria-label', `${words.play}: ${image?.alt || name}`);
    else shown.tabIndex = 0; // long texts scroll
    const go = button('go', start, this.#fault ? words.retry : words.play);
    const note = el('span', 'note', this.#fault || (poster ? words.note : words.noteText));
    if (this.#fault) note.setAttribute('role', 'alert');
    const parts = [head, ...(poster ? [] : [el('div', 'sketch', sketch())]), shown, el('div', 'foot', go, note)];
    if (this.#fault && poster && text) parts.push(el('pre', 'more', text));
    this.#box.replaceChildren(...parts);
  }

  /** Puts a bar where the button was; what is shown stays. */
  #tellLoading(): { fill: HTMLElement; note: HTMLElement } {
    const fill = el('i', '');
    const note = el('span', 'note', this.#words().loading);
    note.setAttribute('role', 'status');
    const foot = this.#box.querySelector('.foot');
    const go = foot?.querySelector<HTMLElement>('.go');
    go?.setAttribute('aria-disabled', 'true'); // stays, so that focus does
    foot?.replaceChildren(...(go ? [go] : []), el('span', 'bar', fill), note);
    return { fill, note };
  }
}

/** A text without the lines and the indent that only the page around needs. */
function dedent(text: string): string {
  const lines = text.replace(/^(\s*\n)+/, '').replace(/\s+$/, '').split('\n');
  const indent = /^\s*/.exec(lines[0])![0];
  return lines[0] === '' ? '' : lines.map((l) => (l.startsWith(indent) ? l.slice(indent.length) : l)).join('\n') + '\n';
}

/** What the head of a scenario tells: its first comment, and the machine. */
function headOf(text: string): { title: string; machine: string } {
  const title = /#\s*(.*\S)/.exec(text)?.[1] ?? '';
  const word = (name: string): string => new RegExp(`^${name}\\s+(\\S+)`, 'm').exec(text)?.[1] ?? '';
  const machine = [word('kernel') && `Linux ${word('kernel')}`, word('elevator'), word('hz') && `HZ ${word('hz')}`];
  return { title: title.charAt(0).toUpperCase() + title.slice(1), machine: machine.filter(Boolean).join(' · ') };
}

export type { PlayDetail };
