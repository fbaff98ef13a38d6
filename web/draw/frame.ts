import type { Ghost } from './services.ts';
import type { Palette } from './palette.ts';

/** What is drawn where: px of the canvas, ns of the run. */
export interface Frame {
  width: number;
  left: number; // where time begins
  from: number;
  to: number;
  jiffy: number; // ns
  thresh: number; // 0: the kernel has none
  nameOf(task: number): string;
  endingOf(cause: number): string;
  lit: ReadonlySet<number> | null;
  ghost?: Ghost | null;
}

/** A bio's place on the canvas, for finding it under the pointer. */
export interface Hit {
  x: number;
  y: number;
  w: number;
  h: number;
  bios: readonly number[];
}

/** What every part of the picture is drawn with. */
export interface Pen {
  ctx: CanvasRenderingContext2D;
  f: Frame;
  p: Palette;
  hits: Hit[];
}

export function xOf(f: Frame, time: number): number {
  return f.left + ((time - f.from) / (f.to - f.from)) * (f.width - f.left - 8);
}

export function timeAt(f: Frame, x: number): number {
  return f.from + ((x - f.left) / (f.width - f.left - 8)) * (f.to - f.from);
}

export function hueOf(p: Palette, task: number): string {
  return p.hues[(task + 5) % 6];
}

export function tintOf(p: Palette, task: number): string {
  return p.tints[(task + 5) % 6];
}

/** What is not lit while something is, steps back. */
export function alphaOf(f: Frame, bios: readonly number[]): number {
  return f.lit === null || bios.some((b) => f.lit!.has(b)) ? 1 : 0.28;
}

export function label({ ctx, p }: Pen, text: string, y: number): void {
  ctx.font = `11px ${p.ui}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = p.ink;
  ctx.fillText(text, 6, y);
}

export function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

/** Draws only where time is. */
export function clip({ ctx, f }: Pen, y: number, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(f.left - 6, y - 1, f.width - f.left + 6, 4096);
  ctx.clip();
  draw();
  ctx.restore();
}
