/** What the keys do, while the focus is in the box; the same as in the playground, as far as it is here. */
export interface Keys {
  toggle(): void;
  step(by: 1 | -1): void;
  jiffy(by: 1 | -1): void;
  jump(to: 'unplug' | 'merge' | 'dispatch', backwards: boolean): void;
  share(of: number): void; // 0..1 of the run
  speed(by: number): void; // so many times
  escape(): void;
}

const jumps: Record<string, 'unplug' | 'merge' | 'dispatch'> = { u: 'unplug', m: 'merge', d: 'dispatch' };

/** Whether a key was one of ours, and has been done. Typing is never taken, nor what a button does itself. */
export function handle(e: KeyboardEvent, to: Keys): boolean {
  const at = e.composedPath()[0];
  if (e.ctrlKey || e.metaKey || e.altKey || at instanceof HTMLInputElement || at instanceof HTMLSelectElement) return false;
  const { key } = e;
  const by = key === 'ArrowLeft' ? -1 : 1;
  if (key === ' ' && !(at instanceof HTMLButtonElement)) to.toggle();
  else if (key === 'ArrowLeft' || key === 'ArrowRight') e.shiftKey ? to.jiffy(by) : to.step(by);
  else if (key === '[' || key === ']') to.speed(key === '[' ? 0.5 : 2);
  else if (key === 'Home' || key === 'End') to.share(key === 'Home' ? 0 : 1);
  else if (key === 'Escape') to.escape();
  else if (/^\d$/.test(key)) to.share(Number(key) / 10);
  else if (jumps[key.toLowerCase()]) to.jump(jumps[key.toLowerCase()], e.shiftKey);
  else return false;
  return true;
}
