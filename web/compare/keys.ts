import { isButton, isTyping } from '../playground/keys.ts';

/** What the compare page can be told by key. */
export interface CompareKeys {
  play(): void;
  step(by: 1 | -1): void;
  stepIn(machine: number, by: 1 | -1): void;
  jiffy(by: 1 | -1): void;
  jump(to: 'unplug' | 'merge' | 'dispatch', by: 1 | -1): void;
  difference(by: 1 | -1): void;
  share(of: number): void; // 0..1 of the run
  speed(by: 1 | -1): void;
  help(): void;
}

/** Handles a key; false if it is none of ours. Typing is never taken. */
export function compareKey(e: KeyboardEvent, to: CompareKeys): boolean {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || isTyping(e)) return false;
  if (e.key === ' ' && isButton(e)) return false;
  const by = e.shiftKey ? -1 : 1;
  switch (e.key) {
    case ' ':
      to.play();
      return true;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const way = e.key === 'ArrowLeft' ? -1 : 1;
      if (e.shiftKey) to.jiffy(way);
      else to.step(way);
      return true;
    }
    case ',':
    case '<':
      to.stepIn(0, by);
      return true;
    case '.':
    case '>':
      to.stepIn(1, by);
      return true;
    case '[':
    case ']':
      to.speed(e.key === '[' ? -1 : 1);
      return true;
    case 'Home':
    case 'End':
      to.share(e.key === 'Home' ? 0 : 1);
      return true;
    case '?':
      to.help();
      return true;
  }
  if (/^[0-9]$/.test(e.key)) {
    to.share(Number(e.key) / 10);
    return true;
  }
  const key = e.key.toLowerCase();
  if (key === 'n') {
    to.difference(by);
    return true;
  }
  const jump = ({ u: 'unplug', m: 'merge', d: 'dispatch' } as const)[key];
  if (!jump) return false;
  to.jump(jump, by);
  return true;
}
