/** What the shell can be told by key. */
export interface KeyActions {
  togglePlay(): void;
  step(by: 1 | -1): void;
  jiffy(by: 1 | -1): void;
  jump(to: 'unplug' | 'merge' | 'dispatch', backwards: boolean): void;
  share(of: number): void; // 0..1 of the run
  speed(by: 1 | -1): void;
  panel?(which: 'fire' | 'tune'): void;
  ghost?(): void;
  sleep?(backwards: boolean): void;
  find?(): void;
  again?(backwards: boolean): void; // the last search
  mark?(): void;
  speech?(): void; // what is read aloud
  marker?(backwards: boolean): void;
  zoom?(by: number): void; // how many times as wide as the window was
  undo?(): void;
  redo?(): void;
  help?(): void;
  escape(): void;
}

/** Handles a key; false if it is none of ours. Typing is never taken. */
export function handleKey(e: KeyboardEvent, to: KeyActions): boolean {
  if (e.altKey || isTyping(e)) return false;
  if (e.ctrlKey || e.metaKey) return handleUndo(e, to);
  if (e.key === ' ' && isButton(e)) return false;
  switch (e.key) {
    case ' ':
      to.togglePlay();
      return true;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const by = e.key === 'ArrowLeft' ? -1 : 1;
      if (e.shiftKey) to.jiffy(by);
      else to.step(by);
      return true;
    }
    case '[':
    case ']':
      to.speed(e.key === '[' ? -1 : 1);
      return true;
    case 'Home':
    case 'End':
      to.share(e.key === 'Home' ? 0 : 1);
      return true;
    case '?':
      to.help?.();
      return to.help !== undefined;
    case 'Escape':
      to.escape();
      return true;
  }
  const key = e.key.toLowerCase();
  const extra = extras[key];
  if (extra && to[extra.does]) {
    extra.run(to, e.shiftKey);
    return true;
  }
  if (/^[0-9]$/.test(e.key)) {
    to.share(Number(e.key) / 10);
    return true;
  }
  const jump = ({ u: 'unplug', m: 'merge', d: 'dispatch' } as const)[e.key.toLowerCase()];
  if (jump) {
    to.jump(jump, e.shiftKey);
    return true;
  }
  const panel = ({ f: 'fire', t: 'tune' } as const)[e.key.toLowerCase()];
  if (panel && to.panel) {
    to.panel(panel);
    return true;
  }
  return false;
}

/** What only some shells can do. */
const extras: Record<string, { does: keyof KeyActions; run(to: KeyActions, shift: boolean): void }> = {
  g: { does: 'ghost', run: (to) => to.ghost!() },
  s: { does: 'sleep', run: (to, shift) => to.sleep!(shift) },
  '/': { does: 'find', run: (to) => to.find!() },
  n: { does: 'again', run: (to, shift) => to.again!(shift) },
  k: { does: 'mark', run: (to) => to.mark!() },
  j: { does: 'marker', run: (to, shift) => to.marker!(shift) },
  v: { does: 'speech', run: (to) => to.speech!() },
  '+': { does: 'zoom', run: (to) => to.zoom!(1 / 1.5) },
  '=': { does: 'zoom', run: (to) => to.zoom!(1 / 1.5) },
  '-': { does: 'zoom', run: (to) => to.zoom!(1.5) },
};

function handleUndo(e: KeyboardEvent, to: KeyActions): boolean {
  const key = e.key.toLowerCase();
  const does = key === 'z' ? (e.shiftKey ? to.redo : to.undo) : key === 'y' ? to.redo : undefined;
  does?.();
  return does !== undefined;
}

function target(e: KeyboardEvent): Element | null {
  const first = e.composedPath()[0];
  return first instanceof Element ? first : null;
}

export function isTyping(e: KeyboardEvent): boolean {
  const at = target(e);
  if (at instanceof HTMLInputElement) return at.type !== 'range' || e.key.startsWith('Arrow') || e.key === 'Home' || e.key === 'End';
  return at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
}

export function isButton(e: KeyboardEvent): boolean {
  return target(e) instanceof HTMLButtonElement;
}
