import { html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { Question, Verdict } from '../engine/tools.ts';
import { counted, fill, said, strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { rich } from '../words/rich.ts';
import { answerOf, attemptOf, draftOf, fieldsOf, turnsOf } from './drafts.ts';
import { AnswerEvent, ShowEvent } from './events.ts';
import { field, legend } from './fields.ts';
import { knobFields } from './knobs.ts';
import type { Done } from './progress.ts';
import { questionStyle } from './question-style.ts';
import { langOf } from './told.ts';
import { told } from '../words/told.ts';

/** One question: its fields, what was answered, and what the run says of it. */
export class BlkQuestion extends LitElement {
  static override properties = {
    question: { attribute: false },
    language: {},
    variant: {},
    number: { type: Number },
    done: { attribute: false },
    attempt: { attribute: false },
    verdict: { attribute: false },
    left: { type: Number },
    locked: { type: Boolean },
    busy: { type: Boolean },
    scenario: { attribute: false },
    link: {},
    told: { state: true },
  };
  declare question: Question;
  declare language: string; // of its words; '': the exercise's own
  declare variant: string; // its seed: another one begins anew
  declare number: number;
  declare done: Done | undefined;
  declare attempt: string | undefined; // of a goal: the last
  declare verdict: Verdict | undefined; // only if it may be seen
  declare left: number; // predictions of this run that are still to be given, this one too
  declare locked: boolean; // a goal that would tell what is to be predicted
  declare busy: boolean;
  declare scenario: { label: string; text: string } | null; // if it is not the one told above
  declare link: string; // to the playground, of the last attempt; '' until it is made
  declare told: boolean; // an answer was asked for that cannot be read
  #draft: string[] = [];
  #turns = new Map<string, string>();
  #of = '';
  readonly speaks = new Speaks(this);

  static override styles = [base, controls, questionStyle];

  constructor() {
    super();
    this.left = 0;
    this.number = 1;
    this.link = this.language = this.variant = '';
    this.locked = this.busy = this.told = false;
    this.scenario = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('question') && !changed.has('done')) return;
    const answer = this.question.kind === 'goal' ? (this.attempt ?? '') : (this.done?.answer ?? '');
    const of = `${this.question.name}\n${this.variant}\n${answer}`;
    if (of === this.#of) return;
    this.#of = of;
    this.told = false;
    this.#draft = answer === '' ? [] : draftOf(this.question, answer);
    this.#turns = new Map(turnsOf(answer).map((t) => [t.knob, t.value]));
  }

  /** Where the button was that took the answer, there is now what the run says of it. */
  override updated(): void {
    if (!this.#given || !this.verdict || this.busy || this.question.kind === 'goal') return;
    this.#given = false;
    const { activeElement } = this.getRootNode() as ShadowRoot;
    if (!activeElement || activeElement === this) this.renderRoot.querySelector<HTMLElement>('.judged')?.focus();
  }
  #given = false;

  override render() {
    const e = strings.exercise;
    const q = this.question;
    return html`<article data-name=${q.name} aria-labelledby="ask">
      <h2 id="ask"><span class="kind">${this.number}. ${e[q.kind]}</span><span lang=${langOf(this.language)}>${q.ask}</span></h2>
      ${this.scenario ? html`<details open><summary>${fill(e.scenarioOf, { run: this.scenario.label })}</summary><pre tabindex="0">${this.scenario.text}</pre></details>` : nothing}
      ${q.kind === 'goal' ? this.#goal() : this.#answered()}
      ${q.hints.map((hint, k) => html`<details class="hint"><summary>${fill(e.hint, { n: k + 1, of: q.hints.length })}</summary><p lang=${langOf(this.language)}>${hint}</p></details>`)}
    </article>`;
  }

  /** Fields, while the answer can still change; then the answer and its verdict. */
  #answered() {
    const e = strings.exercise;
    const q = this.question;
    const final = this.verdict !== undefined && !this.verdict.problem;
    const complete = answerOf(q, this.#draft) !== '';
    const fields = fieldsOf(q).map((f, k) =>
      field({ q, lang: langOf(this.language), name: `f${k}`, field: f, value: this.#draft[k] ?? '', final, change: (value) => this.#type(k, value) }),
    );
    return html`<form novalidate @submit=${this.#submit}>
        ${legend(fieldsOf(q), langOf(this.language))}${fields}
        ${final ? nothing : html`<div class="buttons">
          <button type="submit" class="btn primary" aria-disabled=${!complete || this.busy}>${this.busy ? `${e.judging}…` : this.#label()}</button>
          ${complete ? nothing : html`<span class="muted">${this.told ? fill(e.notReadable, { how: how(q) }) : e.choose}</span>`}
        </div>`}
      </form>
      <div class="judged" role="status" tabindex="-1" ?hidden=${!this.done && !this.verdict}>${this.verdict ? this.#verdict(this.verdict) : this.done ? html`<p>${fill(e.kept, { answer: this.#worded(this.done.answer) })}</p>` : nothing}</div>`;
  }

  #label(): string {
    const e = strings.exercise;
    if (this.question.kind === 'explain') return e.keepAnswer;
    return this.left > (this.done ? 0 : 1) ? e.keep : e.reveal;
  }

  /** A check in the exercise's words; whether less would do is asked by the tools. */
  #check(text: string) {
    const asked = this.question.least !== '' && text.startsWith('no smaller ');
    return asked ? html`<span>${told(text)}</span>` : html`<span lang=${langOf(this.language)}>${text}</span>`;
  }

  #verdict(v: Verdict) {
    const e = strings.exercise;
    if (v.problem) return html`<p>${fill(e.problem, { problem: said(v.problem) })}</p>`;
    const parts = this.#parts(v);
    const spoken = v.right ? fill(e.youSaidRight, { given: this.#worded(v.given) }) : fill(e.youSaid, { given: this.#worded(v.given), want: this.#worded(v.want) });
    return html`<p class="verdict">${mark(v.right)} <b class=${v.right ? 'ok' : 'bad'}>${v.right ? e.right : e.wrong}</b></p>
      ${parts.length > 0
        ? html`<ul class="checks">
            ${parts.map(({ label, given, want }) => html`<li>${mark(given === want)}<span lang=${langOf(this.language)}>${label}</span><span class="hidden-text">${given === want ? e.right : e.wrong}</span><span class="found">${given === want ? this.#worded(given) : rich(fill(e.youSaid, { given: this.#worded(given), want: this.#worded(want) }))}</span></li>`)}
          </ul>`
        : html`<p>${rich(spoken)}</p>`}
      ${v.reply ? html`<p class="reply" lang=${langOf(this.language)}>${v.reply}</p>` : nothing}
      ${v.look.line > 0 ? html`<div class="buttons"><button class="btn" @click=${() => this.#show(v)}>${e.showWhere}</button></div>` : nothing}`;
  }

  /** A list with a label for each element, element by element; empty if it has none, or is cut otherwise. */
  #parts(v: Verdict): { label: string; given: string; want: string }[] {
    const { slots } = this.question;
    const [given, want] = [v.given, v.want].map((list) => cut(list, this.question.answer === 'times' ? ' ms' : ''));
    if (slots.length === 0 || given.length !== slots.length || want.length !== slots.length) return [];
    return slots.map((label, k) => ({ label, given: given[k], want: want[k] }));
  }

  /** An answer of words that were chosen, by their texts. */
  #worded(answer: string): string {
    const { kind, choices } = this.question;
    if (kind !== 'explain') return answer;
    return answer.split(/[ ,]+/).map((word) => choices.find((c) => c.word === word)?.text.replace(/[.。]$/, '') ?? word).join(strings.exercise.between);
  }

  #goal() {
    const e = strings.exercise;
    const q = this.question;
    const v = this.verdict;
    const answer = this.#attempt();
    const tooMany = q.turn > 0 && turnsOf(answer).length > q.turn;
    return html`<form novalidate @submit=${this.#submit}>
        ${q.turn > 0 && q.turn < q.knobs.length ? html`<p class="muted">${fill(e.knobsMost, { n: q.turn })}</p>` : nothing}
        ${knobFields(q, this.#turns, (knob, value) => this.#turn(knob, value))}
        ${v?.checks.length ? nothing : this.#checks()}
        <div class="buttons">
          <button type="submit" class="btn primary" aria-disabled=${this.locked || this.busy || answer === '' || tooMany}>${this.busy ? `${e.judging}…` : e.run}</button>
          <span class="muted">${this.locked ? e.predictFirst : this.done ? counted(e.tries, this.done.tries) : nothing}</span>
        </div>
      </form>
      <div class="judged" role="status" ?hidden=${!v}>${v ? this.#attempted(v) : nothing}</div>`;
  }

  /** What an attempt will be judged by. */
  #checks() {
    const e = strings.exercise;
    const q = this.question;
    return html`<p class="muted">${e.checks}</p>
      <ul class="checks">
        ${q.checks.map((c) => html`<li>${mark(null)}${this.#check(c)}</li>`)}
      </ul>`;
  }

  #attempted(v: Verdict) {
    const e = strings.exercise;
    if (v.problem) return html`<p>${fill(e.problem, { problem: said(v.problem) })}</p>`;
    return html`<p class="verdict">${mark(v.right)} <b class=${v.right ? 'ok' : 'bad'}>${v.right ? e.reached : e.notReached}</b> <code>${v.given}</code></p>
      <ul class="checks">
        ${v.checks.map((c) => html`<li>${mark(c.holds)}${this.#check(c.text)}<span class="muted">${c.holds ? e.holds : e.fails}</span>${c.found ? html`<span class="found">${told(c.found)}</span>` : nothing}</li>`)}
      </ul>
      ${v.reply ? html`<p class="reply" lang=${langOf(this.language)}>${v.reply}</p>` : nothing}
      <div class="buttons">
        <button class="btn" @click=${() => this.#show(v)}>${e.showAttempt}</button>
        ${this.link ? html`<a class="btn" href=${this.link} target="_blank" rel="noopener">${e.playground}</a>` : nothing}
      </div>`;
  }

  #type(k: number, value: string): void {
    this.#draft[k] = value;
    this.requestUpdate();
  }

  #turn(knob: string, value: string): void {
    if (knob.startsWith('sector.')) for (const name of this.#turns.keys()) if (name.startsWith('sector.')) this.#turns.delete(name); // one bio may be moved
    this.#turns.set(knob, value);
    this.requestUpdate();
  }

  #attempt(): string {
    return attemptOf(this.question, [...this.#turns].map(([knob, value]) => ({ knob, value })));
  }

  #submit = (e: Event): void => {
    e.preventDefault();
    const q = this.question;
    const answer = q.kind === 'goal' ? this.#attempt() : answerOf(q, this.#draft);
    if (this.busy || this.locked || (this.verdict && !this.verdict.problem && q.kind !== 'goal')) return;
    this.told = answer === '';
    this.#given = answer !== '';
    if (answer !== '') this.dispatchEvent(new AnswerEvent(q, answer));
  };

  #show(v: Verdict): void {
    this.dispatchEvent(new ShowEvent(v.look.run || this.question.run, v.look.line, this.question.kind === 'goal' ? this.question : null));
  }
}

/** ✓, × or an empty box: never without a word beside it. */
export function mark(holds: boolean | null) {
  return html`<span class="mark ${holds === null ? '' : holds ? 'yes' : 'no'}" aria-hidden="true">${holds === null ? '' : holds ? '✓' : '×'}</span>`;
}

/** A canonical list as its elements; times have their unit once, at the end. */
function cut(list: string, unit: string): string[] {
  return list.split(/[ ,]+/).filter((part) => part !== '' && part !== unit.trim()).map((part) => part + unit);
}

function how(q: Question): string {
  const e = strings.exercise;
  const one = q.slots.length > 0;
  switch (q.answer) {
    case 'number':
      return e.typeNumber;
    case 'numbers':
      return one ? e.typeNumber : e.typeNumbers;
    case 'time':
      return e.typeTime;
    case 'times':
      return one ? e.typeTime : e.typeTimes;
    default:
      return e.typeWords;
  }
}

define('blk-question', BlkQuestion);
