/**
 * The records of a run, by number. Sector is also argument A and arg argument B
 * of records that blktrace does not have; times are nanoseconds.
 */
export interface RecordList {
  readonly length: number;
  time(i: number): number;
  sector(i: number): number;
  arg(i: number): number;
  sectors(i: number): number;
  bio(i: number): number;
  req(i: number): number;
  by(i: number): number;
  task(i: number): number;
  kind(i: number): number;
  rwbs(i: number): number;
  cause(i: number): number;
  aux(i: number): number;
}
