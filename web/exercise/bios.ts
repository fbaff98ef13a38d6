/** A bio as the scenario's text names it: nothing of it is computed. */
export interface TextBio {
  number: number; // among the bios of the text, from 1
  of: number; // among those of its direction, from 1
  task: number;
  write: boolean;
  sync: boolean;
  sector: number;
  sectors: number;
}

/** The bios of a scenario in the order of its text; null if it has streams, or more than `most`: those are not written out. */
export function biosIn(text: string, most: number): TextBio[] | null {
  const bios: TextBio[] = [];
  const counts = { read: 0, write: 0 };
  let task = 0;
  for (const line of text.split('\n')) {
    const words = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (words[0] === 'task') task = Number(words[1]);
    if (words[0] === 'stream') return null;
    if (words[0] !== 'read' && words[0] !== 'write') continue;
    const sectors = Number(words[2].slice(1));
    const count = Number(/^x(\d+)$/.exec(words[3] ?? '')?.[1] ?? 1);
    const step = words[4] === 'step' ? Number(words[5]) : sectors;
    if (bios.length + count > most) return null;
    for (let k = 0; k < count; k++) {
      const of = ++counts[words[0]];
      bios.push({ number: bios.length + 1, of, task, write: words[0] === 'write', sync: words.includes('sync'), sector: Number(words[1]) + k * step, sectors });
    }
  }
  return bios;
}

/** A stretch of sectors without a hole in it. */
export interface Stretch {
  from: number;
  to: number; // the first sector behind it
  edges: number[]; // where bios begin and end, ascending
}

/** The sectors that the bios cover, in order. */
export function stretches(bios: readonly TextBio[]): Stretch[] {
  const list: Stretch[] = [];
  for (const b of [...bios].sort((x, y) => x.sector - y.sector)) {
    const end = b.sector + b.sectors;
    const last = list.at(-1);
    if (last && b.sector <= last.to) {
      last.to = Math.max(last.to, end);
      last.edges.push(b.sector, end);
    } else {
      list.push({ from: b.sector, to: end, edges: [b.sector, end] });
    }
  }
  for (const s of list) s.edges = [...new Set(s.edges)].sort((x, y) => x - y);
  return list;
}

/** A bio on the line, and in which of its lanes: two that overlap lie in two. */
export interface Laid {
  bio: TextBio;
  lane: number;
}

export function lanesOf(bios: readonly TextBio[], within: Stretch): Laid[] {
  const ends: number[] = [];
  return bios
    .filter((b) => b.sector >= within.from && b.sector < within.to)
    .sort((x, y) => x.sector - y.sector || x.number - y.number)
    .map((bio) => {
      const free = ends.findIndex((end) => end <= bio.sector);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = bio.sector + bio.sectors;
      return { bio, lane };
    });
}
