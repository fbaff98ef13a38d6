// Starts the Go program that is the verify page: see wasm/desk.
import '../engine/wasm_exec.ts';
import { instantiate } from '../engine/instance.ts';

const status = document.getElementById('status')!;

instantiate(new URL('./desk.wasm', import.meta.url), (loaded, total) => {
  if (status.dataset.state !== 'loading') return; // the program speaks now
  const mib = (bytes: number) => (bytes / (1 << 20)).toFixed(1);
  status.textContent = `Loading the model: ${mib(loaded)} MiB${total > 0 ? ` of ${mib(total)}` : ''}.`;
}).catch((e) => {
  status.dataset.state = 'failed';
  status.textContent = `The model did not start: ${e instanceof Error ? e.message : e}`;
});
