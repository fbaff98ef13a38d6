import { strings } from '../strings/index.ts';
import { askAgain, comes } from './bar.ts';

/**
 * A part of the page that is loaded when it is first asked for, and then kept:
 *
 *	const share = part(() => import('../share/dialog.ts'));
 *	await share();
 *
 * While it does not load the promise waits; the page says so and offers another try.
 */
export function part(load: () => Promise<unknown>): () => Promise<void> {
  let loaded: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    const here = comes(strings.bar);
    try {
      await load();
    } catch {
      here();
      loaded = null; // whoever asks meanwhile tries too
      await askAgain(strings.bar, get);
    } finally {
      here();
    }
  };
  const get = (): Promise<void> => (loaded ??= ask());
  return get;
}
