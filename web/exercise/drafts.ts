import type { Question } from '../engine/tools.ts';

/** What stands in a question's fields: one text for each field. */
export type Draft = readonly string[];

/** A field that is one of several, or is to be typed. */
export interface Field {
  label: string; // '': the question's own words
  choices: readonly { value: string; text: string }[]; // empty: typed
}

/** The fields of a question that is not a goal. */
export function fieldsOf(q: Question): Field[] {
  const choices = q.kind === 'explain' ? q.choices.map((c) => ({ value: c.word, text: c.text })) : q.offer.map((v) => ({ value: v, text: v }));
  return q.slots.length === 0 ? [{ label: '', choices }] : q.slots.map((label) => ({ label, choices }));
}

/** An answer given before, as it stands in the fields. */
export function draftOf(q: Question, answer: string): string[] {
  if (q.slots.length === 0) return [answer];
  const parts = answer.split(/[ ,;/]+/).filter(Boolean);
  return q.slots.map((_, k) => parts[k] ?? '');
}

/** The answer that the fields make, '' while one of them cannot be read. */
export function answerOf(q: Question, draft: Draft): string {
  const parts = fieldsOf(q).map((_, k) => (draft[k] ?? '').trim());
  return parts.every((part) => readable(q, part)) ? parts.join(', ') : '';
}

const number = /^#?[RWrw]?\d{1,18}$/;
const time = /^\d{1,12}(\.\d{1,6})?(ns|us|ms|s)?$/;

/** Whether what stands in one field can be judged; so no answer is kept that turns out later to be none. */
export function readable(q: Question, part: string): boolean {
  const each = part.split(/[ ,;/]+/).filter(Boolean);
  if (each.length === 0 || part.length > 200) return false;
  switch (q.answer) {
    case 'number':
      return each.length === 1 && number.test(part);
    case 'time':
      return time.test(part.replace(/ (ms|us|s)$/, '$1'));
    case 'numbers':
      return (q.slots.length === 0 || each.length === 1) && each.every((x) => number.test(x));
    case 'times':
      return q.slots.length === 0 ? each.every((x) => x === 'ms' || time.test(x)) : time.test(part.replace(/ (ms|us|s)$/, '$1'));
    default:
      return q.slots.length === 0 || each.length === 1;
  }
}

/** A knob that is turned: its name (of a bio's sector with its number) and value. */
export interface Turn {
  knob: string;
  value: string;
}

/** An attempt at a goal as its answer: only what differs from how it was. */
export function attemptOf(q: Question, turns: readonly Turn[]): string {
  return turns.filter((t) => t.value.trim() !== '' && t.value.trim() !== nowOf(q, t.knob)).map((t) => `${t.knob}=${t.value.trim()}`).join(' ');
}

export function turnsOf(answer: string): Turn[] {
  return answer.split(/\s+/).filter(Boolean).map((part) => {
    const at = part.indexOf('=');
    return { knob: part.slice(0, at), value: part.slice(at + 1) };
  });
}

/** What a knob is set to before it is turned; `sector.3` is the third of the sectors. */
export function nowOf(q: Question, knob: string): string {
  const bio = /^sector\.(\d+)$/.exec(knob);
  const { now = '' } = q.knobs.find((k) => k.name === (bio ? 'sector' : knob)) ?? {};
  return bio ? (now.split(/[ ,]+/)[Number(bio[1]) - 1] ?? '') : now;
}
