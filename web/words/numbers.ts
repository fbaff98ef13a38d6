import type { Figures } from '../engine/machines.ts';
import { strings } from '../strings.ts';

/** A figure as a table shows it. */
export interface Row {
  name: string;
  value: number | null; // null: nothing to divide by
  decimals: number;
}

const stages = ['Q2Q', 'Q2G', 'G2I', 'Q2M', 'I2D', 'M2D', 'D2C', 'Q2C'] as const;
export type Stage = (typeof stages)[number];

/** btt's stages that any of these runs has. */
export function stagesOf(...runs: readonly Figures[]): Stage[] {
  return stages.filter((s) => runs.some((f) => f[`${s.toLowerCase()}_n`] > 0));
}

/** min, avg, max in ms with three decimals, and N, as btt's columns have them; null without any. */
export function stageOf(f: Figures, stage: Stage): string[] | null {
  const s = stage.toLowerCase();
  if (!(f[`${s}_n`] > 0)) return null;
  return [...['min', 'avg', 'max'].map((c) => (f[`${s}_${c}_ns`] / 1e6).toFixed(3)), String(f[`${s}_n`])];
}

/** What one looks at first, in the order of the table. */
export function mainRows(f: Figures): Row[] {
  const n = strings.numbers.figures;
  return [
    { name: n.requests, value: f.dispatched, decimals: 0 },
    { name: n.ratio, value: f.dispatched > 0 ? f.merge_ratio_thousandths / 1000 : null, decimals: 2 },
    { name: n.merges, value: f.merged, decimals: 0 },
    { name: n.seeks, value: f.seeks_d_not_0, decimals: 0 },
    { name: n.mean, value: f.q2c_n > 0 ? f.q2c_avg_ns / 1e6 : null, decimals: 3 },
    { name: n.p99, value: f.q2c_n > 0 ? f.q2c_p99_ns / 1e6 : null, decimals: 3 },
    { name: n.throughput, value: f.throughput_bytes_per_second / (1 << 20), decimals: 2 },
    { name: n.busy, value: f.active_ns / 1e6, decimals: 3 },
  ];
}

/** The plug's figures; who sends UT depends on whether the queue has the plug or the task. */
export function plugRows(f: Figures, queuePlug: boolean): Row[] {
  const n = strings.numbers.figures;
  const per = (sum: number, count: number): number | null => (count > 0 ? sum / count : null);
  return [
    { name: n.plugs, value: f.events_P, decimals: 0 },
    { name: n.unplugs, value: f.unplugs, decimals: 0 },
    { name: n.perUnplug, value: per(f.unplug_requests, f.unplugs), decimals: 1 },
    { name: queuePlug ? n.timers : n.timersPlug, value: f.unplug_timers, decimals: 0 },
    { name: n.perTimer, value: per(f.unplug_timer_requests, f.unplug_timers), decimals: 1 },
    { name: n.plugged, value: f.plugged_ns / 1e6, decimals: 3 },
  ];
}

export function valueText(row: Row): string {
  return row.value === null ? strings.numbers.none : row.value.toFixed(row.decimals);
}

/** How far `row` is from `other`: in per cent, or as it stands where there is nothing to be a per cent of. */
export function differenceText(row: Row, other: Row): string {
  if (row.value === null || other.value === null) return strings.numbers.none;
  const difference = row.value - other.value;
  if (valueText(row) === valueText(other)) return strings.numbers.same;
  const sign = difference > 0 ? '+' : '−';
  if (other.value === 0) return sign + Math.abs(difference).toFixed(row.decimals);
  const percent = Math.abs(difference / other.value) * 100;
  return `${sign}${percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}
