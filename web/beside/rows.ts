import type { DifferenceRow, Dispatch, Lack } from '../engine/tools.ts';
import { fill, ms, strings } from '../strings.ts';
import { words } from './words.ts';

/** Rows of one group, in the tools' order. */
export interface RowGroup {
  name: string;
  rows: DifferenceRow[];
}

export function groupsOf(rows: readonly DifferenceRow[], onlyOther: boolean): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of rows) {
    if (onlyOther && row.real === row.simulated) continue;
    if (groups.at(-1)?.name !== row.group) groups.push({ name: row.group, rows: [] });
    groups.at(-1)!.rows.push(row);
  }
  return groups;
}

/** What a row is called, with its unit where its group does not say it. */
export function rowName(row: DifferenceRow): string {
  const name = words.rows[row.name] ?? row.name;
  const unit = row.group === 'latency' ? '' : words.units[row.unit];
  return unit ? fill(words.ofUnit, { name, unit }) : name;
}

/** A figure without its unit. No digit is lost: times are whole nanoseconds. */
export function figure(value: number, unit: DifferenceRow['unit']): string {
  switch (unit) {
    case 'ns':
    case 'thousandths':
      return (value / 1000).toFixed(3);
    case 'bytes/s':
      return (value / (1 << 20)).toFixed(3);
  }
  return String(value);
}

/** The simulated figure less the real one. */
export function differenceOf(row: DifferenceRow): string {
  const d = row.simulated - row.real;
  if (d === 0) return strings.numbers.same;
  return (d > 0 ? '+' : '−') + figure(Math.abs(d), row.unit);
}

/** "R 4096 + 8 at 0.600 ms", on the run's clock. */
export function dispatchText(d: Dispatch, origin: number): string {
  return fill(words.dispatch, { rw: d.write ? 'W' : 'R', sector: d.sector, sectors: d.sectors, ms: ms(d.time - origin) });
}

/** A sentence about what the model does not know; one that has no words here is the tools' own. */
export function lackText(lack: Lack): string {
  const text = words.unknown[lack.key];
  return text === undefined ? lack.text : fill(text, Object.fromEntries(lack.values.entries()));
}
