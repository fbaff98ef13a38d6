import type { RecordList } from '../fold/records.ts';
import type { CauseText } from '../playground/view.ts';
import { strings } from '../strings/table.ts';

/** The cause's sentence with the record's fields put in. '' if the record has none. */
export function causeSentence(causes: readonly CauseText[], r: RecordList, i: number, taskName: (id: number) => string): string {
  const rule = causes[r.cause(i)];
  if (!rule?.text) return '';
  return (strings.causes[rule.name] ?? rule.text).replace(/\{([\w.]+)\}/g, (whole, field) => {
    switch (field) {
      case 'A':
        return String(r.sector(i));
      case 'B':
        return String(r.arg(i));
      case 'A.ms':
        return (r.sector(i) / 1e6).toFixed(3);
      case 'B.ms':
        return (r.arg(i) / 1e6).toFixed(3);
      case 'sector':
        return String(r.sector(i));
      case 'sectors':
        return String(r.sectors(i));
      case 'req':
        return '#' + r.req(i);
      case 'bio':
        return String(r.bio(i));
      case 'task':
        return taskName(r.task(i));
    }
    return whole;
  });
}

const endings: Record<string, string> = {
  'plug-off-timer': 'T',
  'plug-off-threshold': '#',
  'plug-off-sync': 'S',
  'plug-off-call': 'U',
  'plug-off-wait': 'W',
  'plug-off-get-request': 'R',
  'plug-off-completion': 'C',
  'plug-off-elevator': 'E',
  'plug-off-drain': 'X',
  'flush-finished': 'F',
  'flush-finish': 'F',
  'flush-sixteen': '#',
  'flush-full': '#',
  'flush-head-large': '#',
  'flush-sleep': 'S',
  'flush-wait': 'W',
  'flush-reclaim': 'W',
  'flush-blocking': 'W',
  'flush-get-request': 'R',
  'flush-exit': 'X',
  'flush-at-exit': 'X',
};

/** One letter for what ended a plug, by the name of its cause. */
export function plugEnding(name: string): string {
  return endings[name] ?? '?';
}
