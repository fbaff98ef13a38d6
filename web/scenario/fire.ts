/** What the fire panel sends. */
export interface Shot {
  task: number; // 0: the hand
  write: boolean;
  sync: boolean;
  pattern: 'sequential' | 'strided' | 'random' | 'reverse';
  sector: number;
  sectors: number; // of each bio
  count: number;
}

export const shotsMost = 256;
const stride = 8; // times its own length from one bio to the next

/** The shot as ops of the scenario text, without "at TIME". Random sectors are drawn by `random` from 0 up to `span`. */
export function shotOps(shot: Shot, span: number, random: () => number): string[] {
  const task = shot.task > 0 ? `task ${shot.task} ` : '';
  const verb = shot.write ? 'write' : 'read';
  const sync = shot.sync ? ' sync' : '';
  if (shot.pattern === 'random') {
    const places = Math.max(1, Math.floor(span / shot.sectors));
    return Array.from({ length: shot.count }, () => {
      const sector = Math.floor(random() * places) * shot.sectors;
      return `${task}${verb} ${sector} +${shot.sectors}${sync}`;
    });
  }
  const step = { sequential: shot.sectors, strided: shot.sectors * stride, reverse: -shot.sectors }[shot.pattern];
  const many = shot.count > 1 ? ` x${shot.count}${step === shot.sectors ? '' : ` step ${step}`}` : '';
  return [`${task}${verb} ${firstSector(shot)} +${shot.sectors}${many}${sync}`];
}

/** Reverse shots may not run below sector 0. */
function firstSector(shot: Shot): number {
  const lowest = shot.pattern === 'reverse' ? (shot.count - 1) * shot.sectors : 0;
  return Math.max(shot.sector, lowest);
}

/** Where the next shot would go on. */
export function nextAim(shot: Shot): number {
  switch (shot.pattern) {
    case 'sequential':
      return shot.sector + shot.count * shot.sectors;
    case 'strided':
      return shot.sector + shot.count * shot.sectors * stride;
    default:
      return shot.sector;
  }
}
