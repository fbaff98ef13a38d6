import { html, LitElement, nothing } from 'lit';
import type { SimulatedEvent } from '../beside/beside.ts';
import type { BlkBesideDialog } from '../beside/dialog.ts';
import { FileDrop } from '../elements/filedrop.ts';
import type { BlkFind } from '../elements/find.ts';
import type { BlkGallery } from '../elements/gallery.ts';
import '../elements/notice.ts';
import { Speaks } from '../elements/speaks.ts';
import type { BlkText } from '../elements/text.ts';
import type { BlkTimeline } from '../elements/timeline.ts';
import { Tools } from '../engine/tools.ts';
import { addAt } from '../scenario/text.ts';
import { samples, spokenSample, type Sample } from '../scenarios/gallery.ts';
import type { BlkShare, ShareTab } from '../share/dialog.ts';
import type { Shared } from '../share/link.ts';
import { compareLink } from '../share/pages.ts';
import { fill, said, strings, switchLanguage } from '../strings.ts';
import { otherLanguage, pageSpeaks } from '../strings/page.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { controls } from '../styles/controls.ts';
import { dialog } from '../styles/dialog.ts';
import type { BlkTour } from '../tour/tour.ts';
import { opening } from '../tour/visit.ts';
import { Desk, type TraceEnding } from './desk.ts';
import { Door } from './door.ts';
import { Entrance } from './entrance.ts';
import { AimEvent, EditEvent, FindEvent, FireEvent, GhostEvent, KernelEvent, LessonEvent, LightEvent, SeekEvent, SpeedEvent, StepEvent, TransportEvent } from './events.ts';
import { Finder } from './finder.ts';
import { header } from './header.ts';
import { Keeper } from './keeper.ts';
import { moveToKernel } from './kernel.ts';
import { handleKey, type KeyActions } from './keys.ts';
import { keyList } from './keylist.ts';
import { layout } from './layout.ts';
import { Light } from './light.ts';
import { Messages } from './messages.ts';
import { Counting } from './numbers.ts';
import { Opener } from './opener.ts';
import { parts, stands } from './parts.ts';
import { rail } from './rail.ts';
import { messageOf, Session, type Told } from './session.ts';
import type { Panel, Shell, Tab } from './shell.ts';
import { Speech } from './speech.ts';
import { phoneTabs, stage } from './stage.ts';
import { Travel } from './travel.ts';

const narrow = matchMedia('(max-width: 639px)');

/** How long a first visit waits for the tour, ms. */
const tourMs = 1500;

/**
 * The playground. What is looked at is the session's; each noun beside it does one
 * thing to that, and each room shows it. What a room's elements ask for comes up
 * here as an event, or down from a key, and goes to the noun that does it.
 */
export class BlkPlayground extends LitElement implements Shell {
  static override properties = {
    tab: { state: true },
    panel: { state: true },
    menuOpen: { state: true },
    ghost: { state: true },
  };
  declare tab: Tab;
  declare panel: Panel | null;
  declare menuOpen: boolean;
  declare ghost: boolean;

  static override styles = [base, blocks, controls, dialog, layout];

  #changed = (): void => this.requestUpdate();
  #tools = new Tools();
  readonly session = new Session(this.#changed);
  readonly speaks = new Speaks(this);
  readonly entrance = new Entrance(this);
  readonly travel = new Travel(this.session, () => this.renderRoot, this.#changed);
  readonly finder = new Finder(this.session, (move) => this.travel.go(move), this.#changed);
  readonly desk = new Desk(this.#tools, this.#changed);
  readonly counting = new Counting(new Tools(), this.#changed);
  readonly opener = new Opener(this.desk, this.session, {
    stop: () => this.#stop(),
    choose: () => this.choose(),
    tell: (notice) => this.#messages.tell(notice),
  });
  #messages = new Messages(this.session, {
    load: () => this.#load(),
    goTo: (place) => {
      this.tab = 'text';
      void this.#part<BlkText>('text').then((text) => text.goTo(place));
    },
  });
  #door = new Door({
    enter: (shared) => this.#enter(shared),
    tell: (notice) => this.#messages.tell(notice),
    gallery: () => this.gallery(),
  });
  #keeper = new Keeper(this.session, () => this.#stop(), () => this.share());
  #light = new Light(this.session, () => this.travel.clock.playing);
  #speech = new Speech();
  #files = new FileDrop(this, (files) => void this.opener.open(files));

  constructor() {
    super();
    this.tab = 'machine';
    this.panel = null;
    this.menuOpen = false;
    this.ghost = true;
    const { session, travel, finder } = this;
    const on = <E extends Event>({ type }: { readonly type: string }, does: (e: E) => void): void => this.addEventListener(type, (e) => does(e as E));
    on<StepEvent>(StepEvent, (e) => travel.go(() => session.seekStep(e.step)));
    on<SeekEvent>(SeekEvent, (e) => travel.go(() => session.seekTime(e.time)));
    on<TransportEvent>(TransportEvent, (e) => travel.command(e));
    on<SpeedEvent>(SpeedEvent, (e) => travel.speed(e.speed));
    on<FindEvent>(FindEvent, (e) => (e.what === 'sleep' ? finder.sleep(1) : this.#find(!finder.open)));
    on<LightEvent>(LightEvent, (e) => this.#light.take(e));
    on<GhostEvent>(GhostEvent, () => this.#switchGhost());
    on<AimEvent>(AimEvent, (e) => this.#aim(e.sector));
    on<FireEvent>(FireEvent, (e) => this.#fire(e.ops));
    on<EditEvent>(EditEvent, (e) => session.change(e.edit(session.text)));
    on<KernelEvent>(KernelEvent, (e) => void moveToKernel(session, this.#tools, e.kernel));
    on<LessonEvent>(LessonEvent, (e) => this.#lesson(e));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageSpeaks(() => strings.pageTitle);
    addEventListener('keydown', this.#keydown);
    addEventListener('pagehide', this.#keeper.flush);
    if (!('WebAssembly' in globalThis)) this.tab = 'text'; // what there is without it
    this.#door.open();
    const todo = opening();
    const tour = todo === 'nothing' ? undefined : this.#part<BlkTour>('tour').then((t) => t.begin(todo));
    // The tour brings a run of its own: one that was shown before it would make the page move.
    void this.#begin(tour && Promise.race([tour, new Promise((over) => setTimeout(over, tourMs))]));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keydown);
    removeEventListener('pagehide', this.#keeper.flush);
    this.#door.close();
    this.#stop();
  }

  /** Shows what the address links to, or the first example; offers what was kept from before. */
  async #begin(tour?: Promise<unknown>): Promise<void> {
    const { session } = this;
    if (!session.engine) this.#load(tour);
    const kept = this.#keeper.read();
    const linked = location.hash !== '' && (await this.#door.enter(location.hash));
    if (!linked && session.text === '') this.open(spokenSample(samples[0]), session.told);
    this.#keeper.propose(kept);
  }

  #load(first?: Promise<unknown>): void {
    // The build puts the engine beside this script and gives it a hashed name.
    void this.session.load(new URL('./engine.wasm', import.meta.url), first);
  }

  /** The first update is a task of its own, after what the page begins with. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((done) => setTimeout(done));
    super.scheduleUpdate();
  }

  override updated(): void {
    this.#keeper.keep();
  }

  override render() {
    const { session, entrance, opener } = this;
    const { offer } = this.#keeper;
    if (this.#startsToShow()) entrance.begin();
    if (entrance.over) stands('nowhere', 'offline');
    const view = session.view();
    if (narrow.matches) view.scale /= 2; // so that a card holds what a task has open
    return html`
      <blk-tour .shell=${this} .view=${view}></blk-tour>
      ${header(this, view)}
      <div class="messages">
        ${offer ? html`<blk-notice .notice=${offer} @blk-way=${this.#keeper.dismiss}></blk-notice>` : nothing}
        <blk-notice .notice=${session.told} @blk-way=${(e: CustomEvent<string>) => this.#messages.go(e.detail)}></blk-notice>
        <blk-report .report=${opener.imported} @blk-convert=${(e: CustomEvent<TraceEnding>) => opener.convert(e.detail)} @blk-beside=${this.#beside} @close=${opener.close}></blk-report>
      </div>
      ${rail(this, view)} ${stage(this, view)} ${phoneTabs(this)}
      <div class="hidden-text" role="status" aria-live="polite">${entrance.over ? this.#speech.say(view, this.travel.clock.playing) : ''}</div>
      <input id="files" type="file" multiple hidden @change=${this.#chosen} />
      <blk-gallery></blk-gallery>
      <blk-share></blk-share>
      <blk-beside-dialog @blk-simulated=${(e: SimulatedEvent) => session.start(e.text, e.at)}></blk-beside-dialog>
      ${keyList(this.#speech, this.#changed)}
    `;
  }

  /** There is something to show: a run, or word that none will come. */
  #startsToShow(): boolean {
    const { session } = this;
    const first = session.index.records.length === 0 && session.notice?.kind !== 'error' && session.errors.length === 0;
    return !first || (session.engine !== null && session.busy === null && session.goodText !== '');
  }

  get dropping(): boolean {
    return this.#files.over;
  }

  #stop(): void {
    this.travel.clock.stop();
  }

  /** Something else is about to be shown. */
  #leave(): void {
    this.menuOpen = false;
    this.#stop();
  }

  open(sample: Sample, notice: Told | null = null): void {
    this.#leave();
    this.opener.close();
    this.session.start(sample.text, sample.lookAt);
    if (notice) this.#messages.tell(notice);
  }

  /** Shows what a link shares, as it was seen there. */
  #enter(shared: Shared): void {
    const { session } = this;
    this.opener.close();
    this.#stop();
    session.start(shared.text, shared.at, shared.event, shared.after);
    session.markers = shared.marks ?? [];
    const tab = (['machine', 'trace', 'numbers', 'text'] as const).find((t) => t === shared.tab);
    if (tab) this.tab = tab;
    this.#light.pin(shared.lit);
  }

  #lesson({ lesson, run }: LessonEvent): void {
    this.#stop();
    this.session.start(run.text, run.at, run.event);
    this.#messages.tell(() => {
      const g = strings.gallery;
      const said = lesson();
      const { look } = said.runs.find((r) => r.name === run.name)!;
      return { kind: 'info', title: said.title, text: `${fill(g.look, { look })}\n${fill(g.lesson, { lesson: said.lesson })}` };
    });
  }

  #aim(sector: number): void {
    this.session.aim = sector;
    this.requestUpdate();
  }

  #fire(ops: readonly string[]): void {
    this.#stop();
    const { session } = this;
    session.change(addAt(session.text, Math.round(session.now), [...ops]));
  }

  #switchGhost(): void {
    const shown = this.tab === 'numbers' || this.counting.numbers !== null;
    this.ghost = shown ? !this.ghost : true;
    if (!shown) this.tab = 'numbers';
  }

  format = (text: string): Promise<string> =>
    this.#tools.format(text).catch((e: unknown) => {
      this.#messages.tell(() => ({ kind: 'error', title: strings.state.badInput, text: said(messageOf(e)) }));
      return text;
    });

  /** An element that is not there before it is wanted. */
  async #part<E extends LitElement>(name: keyof typeof parts): Promise<E> {
    await parts[name]();
    await this.updateComplete;
    const element = this.renderRoot.querySelector<E>(`blk-${name}`)!;
    await element.updateComplete;
    return element;
  }

  togglePanel(which: Panel): void {
    this.panel = this.panel === which ? null : which;
    if (this.panel === null) return;
    void parts.rail().then(async () => {
      const panel = this.renderRoot.querySelector<LitElement>(`blk-${which}`)!;
      await panel.updateComplete;
      if (this.panel === which) panel.renderRoot.querySelector<HTMLElement>('button')?.focus();
    });
  }

  /** Opens or closes the row that looks for a moment. */
  #find(open: boolean): void {
    this.finder.open = open;
    this.requestUpdate();
    if (open) void this.#part<BlkFind>('find').then((find) => find.focus());
    else void this.updateComplete.then(() => this.renderRoot.querySelector('blk-transport')?.shadowRoot?.querySelector<HTMLElement>('.find-button')?.focus());
  }

  gallery = (): void => {
    this.menuOpen = false;
    void this.#part<BlkGallery>('gallery').then((gallery) => gallery.open());
  };

  tour = (): void => {
    this.#leave();
    void this.#part<BlkTour>('tour').then((tour) => tour.start());
  };

  share = (tab: ShareTab = 'link'): void => {
    this.#leave();
    const { session } = this;
    const { machine } = session.view();
    const shared: Shared = { text: session.text, ...session.place, tab: this.tab };
    if (this.#light.pinned.length > 0) shared.lit = [...this.#light.pinned];
    if (session.markers.length > 0) shared.marks = session.markers;
    const what = { shared, title: machine.setup.title, kernel: machine.kernel, tools: this.#tools };
    void this.#part<BlkShare>('share').then((share) => share.open(what, tab));
  };

  #beside = (): void => {
    const { engine } = this.session;
    const { imported } = this.opener;
    if (!engine || !imported) return;
    this.#stop();
    const { kernel, elevator } = this.session.view().machine;
    void this.#part<BlkBesideDialog>('beside-dialog').then((dialog) => dialog.open(imported.files, engine, this.#tools, kernel, elevator));
  };

  compare = (): void => void compareLink(this.session.text, this.session.now).then((link) => location.assign(link));

  choose = (): void => {
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLInputElement>('#files')!.click();
  };

  #chosen = (e: Event): void => {
    const input = e.target as HTMLInputElement;
    void this.opener.open([...(input.files ?? [])]);
    input.value = '';
  };

  language = (): void => {
    this.menuOpen = false;
    switchLanguage(otherLanguage());
  };

  help = (): void => {
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLDialogElement>('#keys')!.showModal();
  };

  #actions: KeyActions = {
    togglePlay: () => this.travel.clock.toggle(),
    step: (by) => this.travel.step(by),
    jiffy: (by) => this.travel.jiffy(by),
    jump: (to, backwards) => this.travel.jump(to, backwards),
    share: (of) => this.travel.share(of),
    speed: (by) => this.travel.faster(by),
    panel: (which) => this.togglePanel(which),
    ghost: () => this.#switchGhost(),
    help: () => this.help(),
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
      this.#light.pin();
      this.menuOpen = false;
      this.panel = null;
    },
  };

  #keydown = (e: KeyboardEvent): void => {
    if (this.renderRoot.querySelector<BlkShare>('blk-share')?.isOpen) return;
    if (this.renderRoot.querySelector<HTMLDialogElement>('#keys')?.open || this.renderRoot.querySelector<BlkGallery>('blk-gallery')?.isOpen) return;
    const inside = e.composedPath().includes(this) || e.target === document.body;
    if (inside && handleKey(e, this.#actions)) e.preventDefault();
  };
}
