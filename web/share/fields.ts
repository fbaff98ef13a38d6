import type { Marker } from '../playground/view.ts';
import { parseTime } from '../scenario/text.ts';

/** A scenario and where to look at it. What is left out is as the page begins. */
export interface Shared {
  text: string;
  /** Instant looked at, ns. */
  at?: number;
  /** Traced event looked at, by blkparse's number from 1; it tells which, where several share an instant. */
  event?: number;
  /** Steps after that event, which blktrace has no line for. */
  after?: number;
  /** Part of the page that is open. */
  tab?: string;
  /** Bios whose light is pinned. */
  lit?: number[];
  /** Instants that somebody marked, by time. */
  marks?: readonly Marker[];
  /** Settings of the machines to compare with, as the page for that writes them. */
  compare?: string[];
  /** What other pages put into their links. */
  more?: Record<string, string>;
}

const numbers = ['at', 'event', 'after'] as const;

/** All but the text as `at=9900000&tab=trace&lit=3,4`; '' if there is nothing. */
export function writeFields(shared: Shared): string {
  const fields: [string, string][] = [];
  for (const name of numbers) {
    const value = shared[name];
    if (value !== undefined && isCount(value)) fields.push([name, String(value)]);
  }
  if (shared.tab) fields.push(['tab', shared.tab]);
  if (shared.lit?.length) fields.push(['lit', shared.lit.join(',')]);
  for (const { time, name } of shared.marks ?? []) fields.push(['mark', `${Math.round(time)},${name}`]);
  for (const setting of shared.compare ?? []) fields.push(['compare', setting]);
  fields.push(...Object.entries(shared.more ?? {}).filter(([name]) => !known.includes(name)));
  return fields.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&');
}

const known: readonly string[] = [...numbers, 'tab', 'lit', 'mark', 'compare', 'text'];

/** Reads fields; one that makes no sense is as if it were not there. Unlike in a form a + is itself. */
export function readFields(line: string): Partial<Shared> {
  const shared: Partial<Shared> = {};
  for (const field of line.split('&')) {
    const at = field.indexOf('=');
    if (at > 0) take(shared, unescape(field.slice(0, at)), unescape(field.slice(at + 1)));
  }
  return shared;
}

function take(shared: Partial<Shared>, name: string, value: string): void {
  switch (name) {
    case 'text':
    case 'tab':
      shared[name] = value;
      return;
    case 'at': {
      const time = timeOf(value);
      if (isCount(time)) shared.at = time;
      return;
    }
    case 'mark': {
      const comma = value.indexOf(',');
      const time = timeOf(comma < 0 ? value : value.slice(0, comma));
      if (isCount(time)) shared.marks = [...(shared.marks ?? []).filter((m) => m.time !== time), { time, name: comma < 0 ? '' : value.slice(comma + 1) }].sort((a, b) => a.time - b.time);
      return;
    }
    case 'event':
    case 'after':
      if (/^\d+$/.test(value) && isCount(Number(value))) shared[name] = Number(value);
      return;
    case 'lit':
      shared.lit = value.split(',').filter((v) => /^\d+$/.test(v)).map(Number);
      return;
    case 'compare':
      (shared.compare ??= []).push(value);
      return;
    default:
      // Not a plain assignment: __proto__ is a name like any other here.
      shared.more = Object.fromEntries([...Object.entries(shared.more ?? {}), [name, value]]);
  }
}

/** An instant as the page writes it, in ns, or as a hand does: 5ms. */
function timeOf(value: string): number {
  return /^\d+$/.test(value) ? Number(value) : parseTime(value);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Percent-encodes what would end a field, a line or a fragment, and leaves the rest readable. */
function escape(value: string): string {
  return value.replace(/[%&=#\s]/g, encodeURIComponent);
}

function unescape(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // a % that somebody wrote as itself
  }
}
