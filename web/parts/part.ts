import { strings } from '../strings/index.ts';
import { askAgain, comes } from './bar.ts';

/**
 * A part of the page that is loaded when it is first asked for, and then kept:
 *
 *	const share = part(() => import('../share/dialog.ts'));
 *	await share();
 *
 * While it does not load the promise waits; the page says so and offers another try,
 * and whoever asks meanwhile tries too. All have it as soon as one of them has.
 */
export function part(load: () => Promise<unknown>): () => Promise<void> {
  let came!: () => void;
  const here = new Promise<void>((done) => (came = done));
  let attempt: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    const over = comes(strings.bar);
    try {
      await load();
      came();
    } catch {
      attempt = null;
      void askAgain(strings.bar, get);
    } finally {
      over();
    }
  };
  const get = (): Promise<void> => {
    attempt ??= ask();
    return here;
  };
  return get;
}
