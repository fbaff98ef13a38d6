import { upperBound, type RunIndex, type Service } from '../fold/index.ts';
import { isWrite } from '../fold/kinds.ts';
import { alphaOf, clip, hueOf, line, tintOf, xOf, type Frame, type Pen } from './frame.ts';
import type { Lanes } from './lanes.ts';
import { drawColumns } from './steps.ts';

const servicesMost = 1500; // drawn one by one; of more, how many slots are busy
const dotsMost = 3000; // of the sectors; of more, one of each so many

/** The services of a window: those that began in it, or may still go on in it. */
function inFrame(index: RunIndex, lanes: Lanes, f: Frame): [first: number, last: number] {
  const list = index.services;
  return [upperBound(list, (s) => s.from < f.from - lanes.longestService), upperBound(list, (s) => s.from <= f.to)];
}

/** The device: a row for each slot and what was in it. */
export function drawDevice(pen: Pen, index: RunIndex, lanes: Lanes, y: number, h: number): void {
  const { f } = pen;
  const [first, last] = inFrame(index, lanes, f);
  const row = (h - 8) / lanes.depth;
  clip(pen, y, () => {
    if (last - first > servicesMost) {
      drawColumns(pen, lanes.busy, y + h - 4, h - 8, pen.p.ink2);
      return;
    }
    for (let k = first; k < last; k++) {
      const s = index.services[k];
      const a = xOf(f, s.from);
      const b = s.to < 0 ? xOf(f, f.to) : xOf(f, s.to);
      if (b < f.left) continue;
      drawService(pen, s, a, b, y + 4 + s.slot * row, row - 2);
      pen.hits.push({ x: a, y: y + 4 + s.slot * row, w: Math.max(4, b - a), h: row, bios: s.bios });
    }
  });
}

function drawService({ ctx, f, p }: Pen, s: Service, a: number, b: number, y: number, h: number): void {
  const hue = hueOf(p, s.task);
  ctx.globalAlpha = alphaOf(f, s.bios);
  ctx.fillStyle = isWrite(s.rwbs) ? hue : tintOf(p, s.task);
  ctx.strokeStyle = hue;
  ctx.lineWidth = 1.2;
  ctx.fillRect(a + 0.5, y, Math.max(2, b - a - 1), Math.max(1, h));
  ctx.strokeRect(a + 0.5, y, Math.max(2, b - a - 1), Math.max(1, h));
  const text = `#${s.req}`;
  if (h >= 9 && b - a > 8 + text.length * 6) {
    ctx.font = `600 10px ${p.mono}`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = isWrite(s.rwbs) ? p.on : hue;
    ctx.fillText(text, Math.max(a, f.left) + 4, y + h / 2 + 0.5);
  }
  ctx.globalAlpha = 1;
}

/** Of how many services one is drawn: a power of two, so that the same ones stay while the window moves. */
export function dotEvery(index: RunIndex, lanes: Lanes, f: Frame): number {
  const [first, last] = inFrame(index, lanes, f);
  let every = 1;
  while ((last - first) / every > dotsMost) every *= 2;
  return every;
}

/** Where the head was: each service at its sectors, low ones at the bottom, and the way between them. */
export function drawSectors(pen: Pen, index: RunIndex, lanes: Lanes, y: number, h: number): void {
  const { ctx, f, p } = pen;
  const every = dotEvery(index, lanes, f);
  const [first, last] = inFrame(index, lanes, f);
  const scale = (h - 8) / Math.max(1, index.maxSector);
  const bottom = y + h - 4;
  clip(pen, y, () => {
    const begin = Math.ceil(first / every) * every;
    if ((last - first) / every < 400) drawWay();
    for (let k = begin; k < last; k += every) {
      const s = index.services[k];
      const a = xOf(f, s.from);
      const b = s.to < 0 ? xOf(f, f.to) : xOf(f, s.to);
      const tall = Math.max(2, s.sectors * scale);
      ctx.globalAlpha = f.lit === null ? 1 : alphaOf(f, s.bios);
      ctx.fillStyle = hueOf(p, s.task);
      ctx.fillRect(a, bottom - s.sector * scale - tall, Math.max(2, b - a), tall);
      if (every === 1) pen.hits.push({ x: a - 2, y: bottom - s.sector * scale - tall - 2, w: Math.max(6, b - a + 4), h: tall + 4, bios: s.bios });
    }
    ctx.globalAlpha = 1;
  });

  function drawWay(): void {
    ctx.strokeStyle = p.line2;
    ctx.lineWidth = 1;
    for (let k = first + 1; k < last; k++) {
      const [s, t] = [index.services[k - 1], index.services[k]];
      const x = xOf(f, t.from);
      line(ctx, x, bottom - (s.sector + s.sectors) * scale, x, bottom - t.sector * scale);
    }
  }
}
