// A page's first script. It lets the page's own words be seen, and then brings the script that the page names:
//
//	<link rel="modulepreload" fetchpriority="low" href="../compare/main.ts">
//	<script type="module" src="../parts/first.ts"></script>
//
// That script is fetched meanwhile, and does not keep the first words from the screen while it is made ready.
import { bar as en } from '../strings/en/bar.ts';
import { chooseLanguage } from '../strings/language.ts';
import { bar as zh } from '../strings/zh/bar.ts';
import { askAgain } from './bar.ts';

/** Long enough for any browser that shows the page at all, ms; some never tell. */
const patienceMs = 100;

/** Resolves once the page's own words stand on the screen; at once if nobody looks at it. */
function seen(): Promise<unknown> {
  if (document.hidden) return Promise.resolve();
  const told = new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true }));
  return Promise.race([told, new Promise((over) => setTimeout(over, patienceMs))]);
}

const script = document.querySelector<HTMLLinkElement>('link[rel=modulepreload]')!.href;
const words = chooseLanguage() === 'zh' ? zh : en;

/** Brings the script; at the second try past what the browser remembers of a first one, which WebKit does even when the page is loaded anew. */
async function bring(): Promise<void> {
  try {
    await import(script);
  } catch {
    await fetch(script, { cache: 'reload' });
    await import(script);
  }
}

await seen();
await bring().catch(() => askAgain(words, bring));
