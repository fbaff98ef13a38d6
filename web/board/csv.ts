import type { PostedResult } from './api.ts';

/** The results as a table for a spreadsheet. */
export function resultsAsCSV(list: readonly PostedResult[]): string {
  const rows = list.map((r) => [r.number, r.name ?? '', r.verdict.exercise, r.verdict.seed, r.verdict.right, r.verdict.of, r.verdict.status, r.posted, r.code]);
  return [['number', 'name', 'exercise', 'seed', 'right', 'of', 'status', 'posted', 'code'], ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: string | number): string {
  const text = String(value);
  // A spreadsheet runs what begins so; an apostrophe keeps it text.
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
