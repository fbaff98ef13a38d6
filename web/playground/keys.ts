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
  help?(): void;
  escape(): void;
}

/** Handles a key; false if it is none of ours. Typing is never taken. */
export function handleKey(e: KeyboardEvent, to: KeyActions): boolean {
  if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e)) return false;
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
  if (e.key.toLowerCase() === 'g' && to.ghost) {
    to.ghost();
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
