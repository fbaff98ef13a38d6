import type { bar } from '../strings/en/bar.ts';

/** What the bar says. */
export type BarWords = Readonly<typeof bar>;

const look = 'position:fixed;z-index:20;left:0;right:0;bottom:0;display:flex;flex-wrap:wrap;align-items:center;gap:6px 12px;padding:10px 12px;border-top:3px solid var(--blk-bad);background:var(--blk-panel);color:var(--blk-ink);font:14px/20px var(--blk-ui)';
const button = 'min-height:44px;padding:0 12px;border:1px solid var(--blk-line2);border-radius:var(--blk-radius);background:none;color:inherit;font:inherit;cursor:pointer';

/**
 * Tells that a part of the page did not load. Resolves once `again` has, by a
 * person's wish; never, if nobody wants it. A browser may remember that a script
 * failed and not ask for it again: then the page can be loaded anew.
 */
export function askAgain(words: BarWords, again: () => Promise<void>): Promise<void> {
  return new Promise((done) => {
    const bar = show(words.failed, 'alert');
    const way = (label: string, go: () => void): void => {
      const b = document.createElement('button');
      b.style.cssText = button;
      b.textContent = label;
      b.addEventListener('click', go);
      bar.append(b);
    };
    way(words.retry, () => {
      bar.remove();
      void again().then(done, () => askAgain(words, again).then(done));
    });
    way(words.reload, () => location.reload());
    way(words.dismiss, () => bar.remove());
  });
}

/** Says that something comes, if it takes long enough to be wondered at; the result takes the words away. */
export function comes(words: BarWords): () => void {
  let bar: HTMLElement | null = null;
  const timer = setTimeout(() => {
    bar = show(words.comes, 'status');
    bar.style.borderTopColor = 'var(--blk-line2)';
  }, 400);
  return () => {
    clearTimeout(timer);
    bar?.remove();
  };
}

/** Puts the bar over everything, an open dialog too. */
function show(text: string, role: 'alert' | 'status'): HTMLElement {
  document.getElementById('part-bar')?.remove();
  const bar = document.createElement('div');
  bar.id = 'part-bar';
  bar.style.cssText = look;
  bar.setAttribute('role', role);
  const words = document.createElement('span');
  words.style.flex = '1 1 260px';
  words.textContent = text;
  bar.append(words);
  document.body.append(bar);
  return bar;
}
