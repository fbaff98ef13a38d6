import { html, LitElement, nothing } from 'lit';
import type { BlkText } from '../elements/text.ts';
import type { BlkFind } from '../elements/find.ts';
import type { BlkGallery } from '../elements/gallery.ts';
import '../elements/machine.ts';
import '../elements/notice.ts';
import type { BlkBesideDialog } from '../beside/dialog.ts';
import type { SimulatedEvent } from '../beside/beside.ts';
import '../elements/strip.ts';
import type { BlkTimeline } from '../elements/timeline.ts';
import '../elements/timeline.ts';
import '../elements/transport.ts';
import '../elements/verdict.ts';
import '../elements/why.ts';
import type { BlkTour } from '../tour/tour.ts';
import type { BlkShare, ShareTab } from '../share/dialog.ts';
import type { Shared } from '../share/link.ts';
import { FileDrop } from '../elements/filedrop.ts';
import { Speaks } from '../elements/speaks.ts';
import { Tools } from '../engine/tools.ts';
import { speeds } from '../elements/transport.ts';
import { Kind } from '../fold/kinds.ts';
import { addAt } from '../scenario/text.ts';
import { lessonCount, samples, spokenSample, type Sample } from '../scenarios/gallery.ts';
import { compareLink } from '../share/pages.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { controls } from '../styles/controls.ts';
import { otherLanguage, pageSpeaks } from '../strings/page.ts';
import { fill, said, strings, switchLanguage, tagOf } from '../strings.ts';
import { opening } from '../tour/visit.ts';
import { clockOf } from './session-clock.ts';
import { AimEvent, EditEvent, FindEvent, FireEvent, GhostEvent, KernelEvent, LessonEvent, LightEvent, SeekEvent, SpeedEvent, StepEvent, TransportEvent } from './events.ts';
import { Desk, type Import, type TraceEnding } from './desk.ts';
import { Door } from './door.ts';
import { Draft } from './draft.ts';
import { Entrance } from './entrance.ts';
import { Finder } from './finder.ts';
import { handleKey, type KeyActions } from './keys.ts';
import { moveToKernel } from './kernel.ts';
import { layout } from './layout.ts';
import { Movement } from './movement.ts';
import { parts } from './parts.ts';
import { messageOf, noticeOf, Session, type Told } from './session.ts';
import { Speech, speechModes, type SpeechMode } from './speech.ts';
import { Counting } from './numbers.ts';
import type { View } from './view.ts';

const jumps: Record<'unplug' | 'merge' | 'dispatch', readonly number[]> = {
  unplug: [Kind.Unplug, Kind.PlugOff],
  merge: [Kind.BackMerge, Kind.FrontMerge],
  dispatch: [Kind.Issue],
};

type RightTab = 'trace' | 'numbers' | 'text';
type Tab = 'machine' | RightTab;

const narrow = matchMedia('(max-width: 639px)');

/** How long a first visit waits for the tour, ms. */
const tourMs = 1500;

/** The playground: owns the session, the clock and the keys; everything else shows a view of them. */
export class BlkPlayground extends LitElement {
  static override properties = {
    tab: { state: true },
    panel: { state: true },
    menuOpen: { state: true },
    ghost: { state: true },
    imported: { state: true },
    offer: { state: true },
  };
  declare tab: Tab;
  declare panel: 'fire' | 'tune' | null;
  declare menuOpen: boolean;
  declare ghost: boolean; // the run without plugging is shown beside
  declare imported: Import | null;
  declare offer: Told | null; // of what was kept from before

  static override styles = [base, blocks, controls, layout];

  readonly session = new Session(() => this.requestUpdate());
  readonly entrance = new Entrance(this);
  readonly speaks = new Speaks(this);
  #tools = new Tools();
  #counting = new Counting(new Tools(), () => this.requestUpdate());
  #desk = new Desk(this.#tools, () => this.requestUpdate());
  #draft = new Draft();
  #door = new Door({
    enter: (shared) => this.#enter(shared),
    tell: (notice) => this.#tell(notice),
    gallery: () => this.#gallery(),
  });
  readonly finder = new Finder(this.session, (move) => this.#go(move), () => this.requestUpdate());
  #files = new FileDrop(this, (files) => void this.#openFiles(files));
  #clock = clockOf(this.session, () => this.requestUpdate());
  #movement = new Movement(
    () => this.renderRoot,
    () => this.renderRoot.querySelector('blk-machine'),
  );
  #pinned = false;
  #speech = new Speech();

  constructor() {
    super();
    this.tab = 'machine';
    this.panel = null;
    this.menuOpen = false;
    this.ghost = true;
    this.addEventListener(GhostEvent.type, () => this.#actions.ghost?.());
    this.imported = this.offer = null;
    this.addEventListener(LightEvent.type, (e) => this.#light(e as LightEvent));
    this.addEventListener(StepEvent.type, (e) => this.#go(() => this.session.seekStep((e as StepEvent).step)));
    this.addEventListener(SeekEvent.type, (e) => this.#go(() => this.session.seekTime((e as SeekEvent).time)));
    this.addEventListener(AimEvent.type, (e) => this.#aim((e as AimEvent).sector));
    this.addEventListener(TransportEvent.type, (e) => this.#transport(e as TransportEvent));
    this.addEventListener(FindEvent.type, (e) => ((e as FindEvent).what === 'sleep' ? this.finder.sleep(1) : this.#find(!this.finder.open)));
    this.addEventListener(SpeedEvent.type, (e) => this.#speed((e as SpeedEvent).speed));
    this.addEventListener(LessonEvent.type, (e) => this.#lesson(e as LessonEvent));
    this.addEventListener(FireEvent.type, (e) => this.#fire((e as FireEvent).ops));
    this.addEventListener(KernelEvent.type, (e) => void moveToKernel(this.session, this.#tools, (e as KernelEvent).kernel));
    this.addEventListener(EditEvent.type, (e) => this.session.change((e as EditEvent).edit(this.session.text)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageSpeaks(() => strings.pageTitle);
    addEventListener('keydown', this.#keydown);
    addEventListener('pagehide', this.#leaving);
    if (!('WebAssembly' in globalThis)) this.tab = 'text'; // what there is without it
    this.#door.open();
    const todo = opening();
    const tour = todo === 'nothing' ? undefined : this.#part<BlkTour>('tour').then((t) => t.begin(todo));
    // The tour brings a run of its own: one that was shown before it would make the page move.
    void this.#begin(tour && Promise.race([tour, new Promise((over) => setTimeout(over, tourMs))]));
  }

  /** Shows what the address links to, or the first example; offers what was kept from before. */
  async #begin(tour?: Promise<unknown>): Promise<void> {
    if (!this.session.engine) this.#load(tour);
    const kept = this.#draft.read();
    const linked = location.hash !== '' && (await this.#door.enter(location.hash));
    if (!linked && this.session.text === '') this.#open(spokenSample(samples[0]), this.session.told);
    if (kept === null || kept === this.session.text) return;
    const over = (): void => {
      this.offer = null;
    };
    this.offer = () => {
      const d = strings.share.draft;
      const ways = [
        { label: d.back, go: () => (over(), this.#clock.stop(), this.session.change(kept)) },
        { label: d.drop, go: () => (over(), this.#draft.drop()) },
      ];
      return { kind: 'info', title: d.title, text: d.text, ways };
    };
  }

  override updated(): void {
    const { session } = this;
    if (!session.edited || session.text === this.#kept) return;
    this.#kept = session.text;
    this.#draft.keep(session.text);
    if (!this.#draft.refused || this.#toldRefused) return;
    this.#toldRefused = true;
    this.offer = () => {
      const d = strings.share.draft;
      return { kind: 'info', title: d.refused, text: d.refusedText, ways: [{ label: strings.share.button, go: () => this.#share('link') }] };
    };
  }
  #kept = '';
  #toldRefused = false;

  #leaving = (): void => this.#draft.flush();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keydown);
    removeEventListener('pagehide', this.#leaving);
    this.#door.close();
    this.#clock.stop();
  }

  override render() {
    const { session } = this;
    const { entrance } = this;
    if (this.#startsToShow()) entrance.begin();
    const view = session.view();
    if (narrow.matches) view.scale /= 2; // so that a card holds what a task has open
    const s = strings;
    return html`
      <blk-tour .shell=${this} .view=${view}></blk-tour>
      ${this.#header(view)}
      <div class="messages">
        ${this.offer ? html`<blk-notice .notice=${this.offer} @blk-way=${() => (this.offer = null)}></blk-notice>` : nothing}
        <blk-notice .notice=${session.told} @blk-way=${this.#way}></blk-notice>
        <blk-report .report=${this.imported} @blk-convert=${(e: CustomEvent<TraceEnding>) => this.#convert(e.detail)} @blk-beside=${this.#beside} @close=${() => (this.imported = null)}></blk-report>
      </div>
      <aside class="rail ${this.panel ? 'open' : ''}" data-panel=${this.panel ?? ''} aria-label="${s.fire.title}, ${s.tune.title}">
        <div class="sheet-head"><b>${this.panel ? s[this.panel].title : ''}</b><button class="btn" @click=${() => (this.panel = null)}>${s.close}</button></div>
        ${this.panel === 'fire' ? html`<blk-strip class="narrow" .view=${view}></blk-strip>` : nothing}
        ${entrance.over ? void (parts.rail(), parts.offline()) : nothing}
        <blk-fire .view=${view} .kernel=${view.machine.info ?? undefined}></blk-fire>
        <blk-tune .view=${view} .kernels=${session.engine?.description.kernels ?? []} .text=${session.text} .errors=${session.errors}></blk-tune>
        <blk-legend></blk-legend>
      </aside>
      <main class="stage ${entrance.over ? '' : 'coming'}" data-tab=${this.tab}>
        ${entrance.over ? nothing : html`<slot></slot>`}
        ${this.#stage(view)}
      </main>
      ${this.#phoneTabs()}
      <div class="hidden-text" role="status" aria-live="polite">${entrance.over ? this.#speech.say(view, this.#clock.playing) : ''}</div>
      <input id="files" type="file" multiple hidden @change=${this.#chosen} />
      <blk-gallery></blk-gallery>
      <blk-share></blk-share>
      <blk-beside-dialog @blk-simulated=${this.#simulated}></blk-beside-dialog>
      <dialog id="keys" aria-label=${s.keys}>
        <h2>${s.keys}</h2>
        <dl>${[...s.keyList, ...s.find.keys, s.speech.key].map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}</dl>
        <p class="speech">
          <label for="speech">${s.speech.heading}</label>
          <select id="speech" @change=${(e: Event) => (this.#speech.choose((e.target as HTMLSelectElement).value as SpeechMode), this.requestUpdate())}>
            ${speechModes.map((m) => html`<option value=${m} .selected=${m === this.#speech.mode}>${s.speech.modes[m]}</option>`)}
          </select>
        </p>
        <form method="dialog"><button class="btn">${s.close}</button></form>
      </dialog>
    `;
  }

  /** The picture, as far as it has come. */
  #stage(view: View) {
    const { session, entrance } = this;
    const s = strings;
    return html`
        ${entrance.has(1) ? html`<blk-verdict .view=${view}></blk-verdict>
        <div class="picture">
          <blk-machine .view=${view}></blk-machine>
          ${session.index.steps.length === 0 && session.engine && session.busy === null ? this.#empty() : nothing}
          ${this.#files.over ? html`<div class="drop">${s.dropHere}</div>` : nothing}
        </div>
` : nothing}
        ${entrance.has(2) ? html`<blk-strip class="strip" .view=${view}></blk-strip>
        <div class="middle">
          <blk-transport .view=${view} .playing=${this.#clock.playing} .speed=${this.#clock.speed} .finds=${true} .finding=${this.finder.open}></blk-transport>
          <blk-find .view=${view} .finder=${this.finder} ?hidden=${!this.finder.open}></blk-find>
          <blk-why docked .view=${view}></blk-why>
        </div>` : nothing}
        ${entrance.has(3) ? html`<div class="bottom">
          <blk-timeline .view=${view} .ghost=${this.ghost ? this.#counting.ghost(session.goodText) : undefined}></blk-timeline>
          ${this.#right(view)}
        </div>` : nothing}
    `;
  }

  #header(view: View) {
    const s = strings;
    const { session } = this;
    const { machine } = view;
    return html`<header class="top">
      <h1>${s.title}</h1>
      <span class="name">${machine.setup.title}</span>
      <span class="narrow note">${machine.kernel} · ${machine.elevator} · HZ ${machine.hz}</span>
      <span class="chips"><span class="chip">Linux <b>${machine.kernel}</b></span><span class="chip">${machine.elevator}</span><span class="chip">HZ <b>${machine.hz}</b></span></span>
      <span class="space">${this.#progress()}</span>
      <button class="btn rail-toggle wide" aria-expanded=${this.panel !== null} @click=${() => this.#panel('fire')}>${s.fire.title}, ${s.tune.title}</button>
      <button class="btn wide" aria-disabled=${!this.session.canUndo} @click=${() => this.session.undo()}>${s.undo}</button>
      ${session.canRedo ? html`<button class="btn wide" @click=${() => session.redo()}>${s.find.redo}</button>` : nothing}
      <div class="menu" @focusout=${this.#menuLeft}>
        <button class="btn" aria-haspopup="true" aria-expanded=${this.menuOpen} @click=${() => (this.menuOpen = !this.menuOpen)}>${s.examples} ▾</button>
        ${this.menuOpen
          ? html`<ul>
              <li><button @click=${this.#gallery}><b>${fill(s.gallery.menu, { n: lessonCount })}</b></button></li>
              <li><button @click=${this.#tour}><b>${s.tour.menu}</b></button></li>
              <li><button @click=${() => location.assign('exercise.html')}><b>${s.exercise.menu}</b></button></li>
              ${samples.map(spokenSample).map((x) => html`<li><button @click=${() => this.#open(x)}>${x.title}</button></li>`)}
              <li class="narrow"><button @click=${this.#choose}>${s.open}</button></li>
              <li class="narrow"><button @click=${this.#compare}>${s.compare.open}</button></li>
              <li class="narrow"><button @click=${() => this.#share()}>${s.share.button}</button></li>
              <li class="narrow"><button @click=${() => this.session.undo()}>${s.undo}</button></li>
              <li class="narrow"><button @click=${this.#help}>${s.keys}, ${s.speech.heading}</button></li>
              <li class="narrow"><button @click=${this.#theme}>${s.theme}</button></li>
              <li class="narrow"><button lang=${tagOf(otherLanguage())} @click=${this.#language}>${s.otherLanguage}</button></li>
            </ul>`
          : nothing}
      </div>
      <button class="btn wide" @click=${this.#choose}>${s.open}</button>
      <button class="btn wide" @click=${this.#compare}>${s.compare.open}</button>
      <button class="btn wide" @click=${() => this.#share()}>${s.share.button}</button>
      <button class="btn wide" lang=${tagOf(otherLanguage())} @click=${this.#language}>${s.otherLanguage}</button>
      <button class="btn square wide" aria-label=${s.theme} title=${s.theme} @click=${this.#theme}>◐</button>
      <button class="btn square wide" aria-label="${s.keys}, ${s.speech.heading}" title="${s.keys}, ${s.speech.heading} (?)" @click=${this.#help}>?</button>
    </header>`;
  }

  /** There is something to show: a run, or word that none will come. */
  #startsToShow(): boolean {
    const { session } = this;
    const first = session.index.records.length === 0 && session.notice?.kind !== 'error' && session.errors.length === 0;
    return !first || (session.engine !== null && session.busy === null && session.goodText !== '');
  }

  #progress() {
    const { session } = this;
    const { work } = this.#desk;
    if (work) {
      const text = fill(work.label, { name: work.name, percent: work.percent });
      return html`<div class="loading" role="status">
        <b class="cut">${text}</b><span class="bar" role="progressbar" aria-label=${text} aria-valuenow=${work.percent}><i style="width:${work.percent}%"></i></span>
        <button class="btn" @click=${() => this.#desk.cancel()}>${strings.cancel}</button>
      </div>`;
    }
    if (!session.engine && session.notice?.kind !== 'error') {
      const loading = session.slow ? strings.state.loadingSlow : strings.state.loading;
      return html`<div class="loading" role="status">
        <b>${loading}</b><span class="bar" role="progressbar" aria-label=${loading} aria-valuenow=${Math.round(session.loaded * 100)}><i style="width:${session.loaded * 100}%"></i></span>
      </div>`;
    }
    if (session.busy === null) return nothing;
    const text = fill(strings.state.simulating, { percent: session.busy });
    return html`<div class="loading" role="status">
      <b>${text}</b><span class="bar" role="progressbar" aria-label=${text} aria-valuenow=${session.busy}><i style="width:${session.busy}%"></i></span>
      <button class="btn" @click=${() => session.cancel()}>${strings.cancel}</button>
    </div>`;
  }

  #empty() {
    const m = strings.machine;
    return html`<div class="empty">
      <b>${m.emptyTitle}</b>
      <p>${m.emptyText}</p>
      <button class="btn primary" @click=${() => this.#open(spokenSample(samples[0]))}>${m.example}</button>
    </div>`;
  }

  #right(view: View) {
    const s = strings;
    const names: Record<RightTab, string> = { trace: s.trace.tab, numbers: s.numbers.tab, text: s.text.tab };
    const open: RightTab = this.tab === 'machine' ? 'trace' : this.tab;
    const wrong = this.session.errors.length > 0 ? ' ⚠' : '';
    const tab = (name: RightTab) =>
      html`<button role="tab" aria-selected=${open === name} @click=${() => (this.tab = name)}>${names[name]}${name === 'text' ? wrong : ''}</button>`;
    return html`<div class="right">
      <div class="tabs" role="tablist">
        ${tab('trace')}${tab('numbers')}${tab('text')}
        <span class="note">${open === 'trace' ? s.trace.note : ''}</span>
      </div>
      <div class="panel" role="tabpanel" aria-label=${names[open]}>${this.#panelOf(open, view)}</div>
    </div>`;
  }

  #panelOf(tab: RightTab, view: View) {
    const { session } = this;
    switch (tab) {
      case 'trace':
        void parts.trace();
        return html`<blk-trace .view=${view} .blkparse=${this.#lines}></blk-trace>`;
      case 'text':
        void parts.text();
        return html`<blk-text .text=${session.text} .errors=${session.errors} .formatter=${this.#format}></blk-text>`;
      case 'numbers': {
        const counting = this.#counting;
        counting.of(session.goodText);
        void parts.numbers();
        return html`<blk-numbers .numbers=${counting.numbers} .busy=${counting.busy(session.goodText)} .failure=${counting.failure} .ghost=${this.ghost} .queuePlug=${view.machine.queuePlug}></blk-numbers>`;
      }
    }
  }

  #phoneTabs() {
    const p = strings.phone;
    const tab = (name: Tab, label: string) =>
      html`<button aria-pressed=${this.tab === name && !this.panel} @click=${() => ((this.tab = name), (this.panel = null))}>${label}</button>`;
    const panel = (name: 'fire' | 'tune', label: string) => html`<button aria-pressed=${this.panel === name} @click=${() => this.#panel(name)}>${label}</button>`;
    return html`<nav class="phone-tabs">
      ${tab('machine', p.machine)}${tab('trace', p.trace)}${tab('numbers', p.numbers)}${tab('text', p.text)}${panel('fire', p.fire)}${panel('tune', p.tune)}
    </nav>`;
  }

  #load(first?: Promise<unknown>): void {
    // The build puts the engine beside this script and gives it a hashed name.
    void this.session.load(new URL('./engine.wasm', import.meta.url), first);
  }

  #open(sample: Sample, notice: Told | null = null): void {
    this.menuOpen = false;
    this.imported = null;
    this.#clock.stop();
    this.session.start(sample.text, sample.lookAt);
    if (notice) this.session.notice = notice;
  }

  /** Shows what a link shares, as it was seen there. */
  #enter(shared: Shared): void {
    const { session } = this;
    this.imported = null;
    this.#clock.stop();
    session.start(shared.text, shared.at, shared.event, shared.after);
    session.markers = shared.marks ?? [];
    const tab = (['machine', 'trace', 'numbers', 'text'] as const).find((t) => t === shared.tab);
    if (tab) this.tab = tab;
    this.#pinned = Boolean(shared.lit?.length);
    session.lit = this.#pinned ? new Set(shared.lit) : null;
    this.requestUpdate();
  }

  #tell(notice: Told): void {
    this.session.notice = notice;
    this.requestUpdate();
  }

  /** An element that is not there before it is wanted. */
  async #part<E extends LitElement>(name: keyof typeof parts): Promise<E> {
    await parts[name]();
    await this.updateComplete;
    const element = this.renderRoot.querySelector<E>(`blk-${name}`)!;
    await element.updateComplete;
    return element;
  }

  #gallery = (): void => {
    this.menuOpen = false;
    void this.#part<BlkGallery>('gallery').then((gallery) => gallery.open());
  };

  #tour = (): void => {
    this.menuOpen = false;
    this.#clock.stop();
    void this.#part<BlkTour>('tour').then((tour) => tour.start());
  };

  #lesson({ lesson, run }: LessonEvent): void {
    this.#clock.stop();
    this.session.start(run.text, run.at, run.event);
    this.session.notice = () => {
      const g = strings.gallery;
      const said = lesson();
      const { look } = said.runs.find((r) => r.name === run.name)!;
      return { kind: 'info', title: said.title, text: `${fill(g.look, { look })}\n${fill(g.lesson, { lesson: said.lesson })}` };
    };
    this.requestUpdate();
  }

  #lines = (from: number, to: number): string => this.session.lines(from, to);

  #format = (text: string): Promise<string> =>
    this.#tools.format(text).catch((e: unknown) => {
      this.session.notice = () => ({ kind: 'error', title: strings.state.badInput, text: said(messageOf(e)) });
      this.requestUpdate();
      return text;
    });

  #go(move: () => void): void {
    this.#clock.stop();
    this.#movement.clear();
    move();
  }

  /** One event forward: the step that is shown as a movement. */
  #stepForward(): void {
    this.#clock.stop();
    const { session } = this;
    this.#movement.show(
      () => session.view().state,
      () => session.seekStep(session.step + 1),
    );
  }

  #aim(sector: number): void {
    this.session.aim = sector;
    this.requestUpdate();
  }

  #light(e: LightEvent): void {
    if (e.pin) {
      this.#pinned = !this.#pinned || !sameBios(this.session.lit, e.bios);
      this.session.lit = this.#pinned && e.bios ? new Set(e.bios) : null;
    } else if (!this.#pinned) {
      this.session.lit = e.bios && !this.#clock.playing ? new Set(e.bios) : null;
    }
    this.requestUpdate();
  }

  #transport(e: TransportEvent): void {
    switch (e.command) {
      case 'play':
        this.#clock.toggle();
        break;
      case 'start':
        this.#go(() => this.session.seekStep(-1));
        break;
      case 'back':
      case 'forward':
        this.#actions.step(e.command === 'back' ? -1 : 1);
        break;
      default:
        this.#actions.jump(e.command, e.backwards);
    }
  }

  /** Opens or closes the row that looks for a moment. */
  #find(open: boolean): void {
    this.finder.open = open;
    this.requestUpdate();
    if (open) void this.#part<BlkFind>('find').then((find) => find.focus());
    else void this.updateComplete.then(() => this.renderRoot.querySelector('blk-transport')?.shadowRoot?.querySelector<HTMLElement>('.find-button')?.focus());
  }

  #speed(speed: number): void {
    this.#clock.speed = speed;
    this.requestUpdate();
  }

  #fire(ops: readonly string[]): void {
    this.#clock.stop();
    const at = Math.round(this.session.now);
    this.session.change(addAt(this.session.text, at, [...ops]));
  }

  #panel(which: 'fire' | 'tune'): void {
    this.panel = this.panel === which ? null : which;
    if (this.panel === null) return;
    void parts.rail().then(async () => {
      const panel = this.renderRoot.querySelector<LitElement>(`blk-${which}`)!;
      await panel.updateComplete;
      if (this.panel === which) panel.renderRoot.querySelector<HTMLElement>('button')?.focus();
    });
  }

  #menuLeft = (e: FocusEvent): void => {
    const menu = e.currentTarget as Element;
    if (!menu.contains(e.relatedTarget as Node | null)) this.menuOpen = false;
  };

  #choose = (): void => {
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLInputElement>('#files')!.click();
  };

  #share(tab: ShareTab = 'link'): void {
    this.menuOpen = false;
    this.#clock.stop();
    const { session } = this;
    const { machine } = session.view();
    const shared: Shared = { text: session.text, ...session.place, tab: this.tab };
    if (this.#pinned && session.lit) shared.lit = [...session.lit];
    if (session.markers.length > 0) shared.marks = session.markers;
    const what = { shared, title: machine.setup.title, kernel: machine.kernel, tools: this.#tools };
    void this.#part<BlkShare>('share').then((share) => share.open(what, tab));
  }

  #compare = (): void => void compareLink(this.session.text, this.session.now).then((link) => location.assign(link));

  #theme = (): void => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    dispatchEvent(new Event('blk-theme'));
  };

  #language = (): void => {
    this.menuOpen = false;
    switchLanguage(otherLanguage());
  };

  #help = (): void => {
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLDialogElement>('#keys')!.showModal();
  };

  #actions: KeyActions = {
    togglePlay: () => this.#clock.toggle(),
    step: (by) => (by > 0 ? this.#stepForward() : this.#go(() => this.session.seekStep(this.session.step - 1))),
    jiffy: (by) => {
      const jiffy = 1e9 / this.session.view().machine.hz;
      const at = this.session.now / jiffy;
      this.#go(() => this.session.seekTime((by > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1) * jiffy));
    },
    jump: (to, backwards) => {
      const step = this.session.findStep(jumps[to], backwards ? -1 : 1);
      if (step >= 0) this.#go(() => this.session.seekStep(step));
    },
    share: (of) => this.#go(() => this.session.seekTime(of * this.session.end)),
    speed: (by) => {
      const k = speeds.indexOf(this.#clock.speed) + by;
      if (k >= 0 && k < speeds.length) this.#speed(speeds[k]);
    },
    panel: (which) => this.#panel(which),
    ghost: () => {
      const shown = this.tab === 'numbers' || this.#counting.numbers !== null;
      this.ghost = shown ? !this.ghost : true;
      if (!shown) this.tab = 'numbers';
    },
    help: () => this.#help(),
    sleep: (backwards) => this.finder.sleep(backwards ? -1 : 1),
    find: () => this.#find(true),
    again: (backwards) => this.finder.find(backwards ? -1 : 1),
    mark: () => this.finder.mark(),
    speech: () => (this.#speech.turn(), this.requestUpdate()),
    marker: (backwards) => this.finder.marker(backwards ? -1 : 1),
    zoom: (by) => this.renderRoot.querySelector<BlkTimeline>('blk-timeline')?.zoom(by),
    undo: () => this.session.undo(),
    redo: () => this.session.redo(),
    escape: () => {
      this.finder.cancel();
      this.finder.open = false;
      this.#pinned = false;
      this.session.lit = null;
      this.menuOpen = false;
      this.panel = null;
      this.requestUpdate();
    },
  };

  #keydown = (e: KeyboardEvent): void => {
    if (this.renderRoot.querySelector<BlkShare>('blk-share')?.isOpen) return;
    if (this.renderRoot.querySelector<HTMLDialogElement>('#keys')?.open || this.renderRoot.querySelector<BlkGallery>('blk-gallery')?.isOpen) return;
    const inside = e.composedPath().includes(this) || e.target === document.body;
    if (inside && handleKey(e, this.#actions)) e.preventDefault();
  };

  #way = (e: CustomEvent<string>): void => {
    const { session } = this;
    const notice = session.notice;
    switch (e.detail) {
      case 'place':
        this.tab = 'text';
        void this.#part<BlkText>('text').then((text) => notice?.place && text.goTo(notice.place));
        return;
      case 'retry':
        this.#load();
        return;
      case 'restart':
        session.engine = null;
        this.#load();
        return;
      case 'report':
        void this.#copyReport(notice?.report ?? '');
        return;
      default:
        session.notice = null;
        this.requestUpdate();
    }
  };

  /** The report, copied; where that is refused it stands in the notice, to be read and selected. */
  async #copyReport(report: string): Promise<void> {
    const { told } = this.session;
    if (!told) return;
    const add = (text: (before: string) => string): void => this.#tell(() => ({ ...noticeOf(told), text: text(noticeOf(told).text) }));
    try {
      await navigator.clipboard.writeText(report);
      add((before) => `${strings.state.copied} ${before}`);
    } catch {
      add(() => `${strings.state.copyRefused}\n${report}`);
    }
  }

  #chosen = (e: Event): void => {
    const input = e.target as HTMLInputElement;
    void this.#openFiles([...(input.files ?? [])]);
    input.value = '';
  };

  #beside = (): void => {
    const { engine } = this.session;
    if (!engine || !this.imported) return;
    this.#clock.stop();
    const { kernel, elevator } = this.session.view().machine;
    const { files } = this.imported;
    void this.#part<BlkBesideDialog>('beside-dialog').then((dialog) => dialog.open(files, engine, this.#tools, kernel, elevator));
  };

  #simulated = (e: SimulatedEvent): void => this.session.start(e.text, e.at);

  async #convert(ending: TraceEnding): Promise<void> {
    const failed = this.imported && (await this.#desk.convert(this.imported, ending, () => void this.#convert(ending)));
    if (failed) this.#tell(failed);
  }

  async #openFiles(list: File[]): Promise<void> {
    const { session } = this;
    if (list.length === 0) return;
    this.#clock.stop();
    const opened = await this.#desk.open(list, session.view().machine, this.#choose, () => void this.#openFiles(list));
    if ('kind' in opened || typeof opened === 'function') {
      this.#tell(opened);
      return;
    }
    this.imported = opened.imported;
    if (opened.imported) void parts.report();
    session.start(opened.text);
    this.requestUpdate();
  }
}

function sameBios(lit: ReadonlySet<number> | null, bios: readonly number[] | null): boolean {
  return lit !== null && bios !== null && lit.size === bios.length && bios.every((b) => lit.has(b));
}
