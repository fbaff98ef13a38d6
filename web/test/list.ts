import type { RecordList } from '../fold/records.ts';

/** A record as a test writes it: what it does not name is 0, or -1 for bio, req and by. */
export interface Row {
  time?: number;
  kind: number;
  sector?: number;
  arg?: number;
  sectors?: number;
  bio?: number;
  req?: number;
  by?: number;
  task?: number;
  rwbs?: number;
  cause?: number;
  aux?: number;
}

/** Records made by hand. */
export function list(rows: Row[]): RecordList {
  return {
    get length() {
      return rows.length;
    },
    time: (i) => rows[i].time ?? 0,
    sector: (i) => rows[i].sector ?? 0,
    arg: (i) => rows[i].arg ?? 0,
    sectors: (i) => rows[i].sectors ?? 0,
    bio: (i) => rows[i].bio ?? -1,
    req: (i) => rows[i].req ?? -1,
    by: (i) => rows[i].by ?? -1,
    task: (i) => rows[i].task ?? 0,
    kind: (i) => rows[i].kind,
    rwbs: (i) => rows[i].rwbs ?? 0,
    cause: (i) => rows[i].cause ?? 0,
    aux: (i) => rows[i].aux ?? 0,
  };
}
